/*
 * Keyword in context: matches by root, phrase and asterisk, and the context's borders.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/kwic.h"
#include "test.h"

static void
check_kwic(int line, const char *text, const char *pattern, const char *want)
{
	static char got[1024];
	size_t		n = 0;
	Span		s = span_of(text, strlen(text));
	Kwic		kwic;
	Place		place;
	uint32_t	at_line;

	CHECK(kwic_open(&kwic, s, span_of(pattern, strlen(pattern))));
	while (kwic_next(&kwic, &place, &at_line))
	{
		Span		pre = kwic_before(s, place, 3);
		Span		post = kwic_behind(s, place, 3);

		n += (size_t) snprintf(got + n, sizeof(got) - n, "%s%.*s[%.*s]%.*s", n ? "|" : "", (int) pre.len, pre.at,
							   (int) place.len, s.at + place.at, (int) post.len, post.at);
	}
	kwic_close(&kwic);
	check_span(__FILE__, line, span_of(got, n), span_of(want, strlen(want)));
}
#define KWIC(text, pattern, want) check_kwic(__LINE__, text, pattern, want)

int
main(void)
{
	Kwic		kwic;
	char		many[200];

	KWIC("Ia mengajar kami", "ajar", "Ia [mengajar] ka");
	KWIC("Ia mengajar kami", "pelajaran", "Ia [mengajar] ka");
	KWIC("satu dua satu dua tiga", "satu dua tiga", "ua [satu dua tiga]");
	KWIC("satu satu satu", "satu satu", "[satu satu] sa");
	KWIC("\xC3\xA9\xC3\xA8 kata \xE2\x80\x9C\xC3\xA9", "kata", "\xC3\xA9\xC3\xA8 [kata] \xE2\x80\x9C\xC3\xA9");
	KWIC("\xFF\xFF kata \xFF", "kata", "\xFF\xFF [kata] \xFF");
	KWIC("merah putih", "*rah", "[merah] pu");
	KWIC("", "kata", "");
	KWIC("kata", " ", "");
	for (size_t i = 0; i < sizeof(many); i++)
		many[i] = i & 1 ? ' ' : 'a';
	CHECK(!kwic_open(&kwic, S("a"), span_of(many, sizeof(many))));
	return test_end("kwic");
}
