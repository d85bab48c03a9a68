/*
 * Two texts side by side: sets of shingles, passages.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/overlap.h"
#include "core/sort64.h"
#include "test.h"

static void
check_passages(Span a, Span b, uint32_t min_words, const char *want)
{
	OverlapList list;
	char		got[512];
	int			at = 0;

	got[0] = 0;
	overlap_list(&list, a, b, min_words);
	for (size_t i = 0; i < list.n; i++)
		at += snprintf(got + at, sizeof(got) - (size_t) at, "%s%.*s=%.*s", i ? "|" : "",
					   (int) list.overlap[i].a.len, a.at + list.overlap[i].a.at,
					   (int) list.overlap[i].b.len, b.at + list.overlap[i].b.at);
	overlap_list_free(&list);
	CHECK_SPAN(span_of(got, strlen(got)), span_of(want, strlen(want)));
}

static void
check_measures(Span a, Span b, double resemblance, double containment)
{
	ShingleSet	x,
				y;

	shingle_set(&x, a);
	shingle_set(&y, b);
	CHECK(overlap_resemblance(&x, &y) > resemblance - 1e-9 && overlap_resemblance(&x, &y) < resemblance + 1e-9);
	CHECK(overlap_containment(&x, &y) > containment - 1e-9 && overlap_containment(&x, &y) < containment + 1e-9);
	shingle_set_free(&x);
	shingle_set_free(&y);
}

int
main(void)
{
	uint64_t	number[200],
				scratch[200];

	check_measures(S("satu dua tiga empat"), S("Satu, dua: tiga empat!"), 1, 1);
	check_measures(S("a b c d"), S("a b c e"), 1.0 / 3, 0.5);
	check_measures(S("a b c"), S("x a b c y"), 1.0 / 3, 1);
	check_measures(S(""), S("a b c"), 0, 0);
	check_passages(S("a b c d e"), S("x b c d y"), 3, "b c d=b c d");
	check_passages(S("a b c d e"), S("x b c d y"), 4, "");
	/* the longer of two places, then the first */
	check_passages(S("a b c d"), S("a b c x a b c d"), 3, "a b c d=a b c d");
	check_passages(S("a b c, d e f"), S("d e f a b c"), 3, "a b c=a b c|d e f=d e f");
	check_passages(S("A \xC3\xA9 c"), S("a e C"), 3, "A \xC3\xA9 c=a e C");
	check_passages(S(""), S(""), 1, "");

	for (size_t n = 0; n < 200; n += 13)
	{
		uint64_t	x = 88172645463325252u;

		for (size_t i = 0; i < n; i++)
		{
			x ^= x << 13;
			x ^= x >> 7;
			x ^= x << 17;
			number[i] = i % 3 ? x : x & 0xFF;
		}
		sort64(number, n, scratch);
		for (size_t i = 1; i < n; i++)
			CHECK(number[i - 1] <= number[i]);
	}
	return test_end("overlap");
}
