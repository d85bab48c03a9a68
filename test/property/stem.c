/*
 * Laws of the stemmer: every root stems to itself, the table of common forms
 * answers as the rules do, no stem is empty or broken.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/common.h"
#include "core/lexicon.h"
#include "core/stem.h"
#include "core/utf8.h"
#include "test.h"

static Span
stem(Span word, StemLevel level, char *out)
{
	return span_of(out, stem_word(word, level, out));
}

static bool
is_whole_utf8(Span s)
{
	for (size_t i = 0; i < s.len;)
	{
		uint32_t	len;

		if (utf8_next(s.at + i, s.at + s.len, &len) == UTF8_INVALID)
			return false;
		i += len;
	}
	return true;
}

/* Reads a data file's first column; calls check on each. */
static void
each_word(const char *file, void (*check) (Span word))
{
	FILE	   *in = fopen(file, "r");
	char		line[1024];

	CHECK(in != NULL);
	while (in && fgets(line, sizeof(line), in))
		if (line[0] != '#')
			check(span_of(line, strcspn(line, "\t\n")));
	if (in)
		fclose(in);
}

static void
check_root(Span root)
{
	char		out[STEM_MAX];

	CHECK_SPAN(stem(root, STEM_ROOT, out), root);
	CHECK_SPAN(stem(root, STEM_LIGHT, out), root);
	CHECK(stem_is_root(root));
}

static void
check_common(Span form)
{
	char		fast[STEM_MAX],
				slow[STEM_MAX];
	CommonForm	found;

	CHECK_SPAN(stem(form, STEM_ROOT, fast), span_of(slow, stem_rule(form, STEM_ROOT, slow)));
	CHECK(common_find(form, &found) == (lexicon_alias(form).len == 0));
	CHECK(lexicon_alias(form).len > 0 || found.stop == stem_stop(form));
}

/* A root with affixes: reduced to something that is a root, and stays there. */
static void
check_affixed(Span root)
{
	static const char *const affixes[][2] = {
		{"di", "kan"}, {"ber", ""}, {"ter", "i"}, {"pe", "an"}, {"ke", "annya"}, {"se", "nyalah"}, {"memper", "kan"},
	};
	char		word[128],
				out[STEM_MAX],
				again[STEM_MAX];

	for (size_t i = 0; i < sizeof(affixes) / sizeof(affixes[0]); i++)
	{
		int			n = snprintf(word, sizeof(word), "%s%.*s%s", affixes[i][0], (int) root.len, root.at, affixes[i][1]);
		Span		got = stem(span_of(word, (size_t) n), STEM_ROOT, out);

		CHECK(got.len > 0 && got.len <= (size_t) n + 1);
		CHECK(!stem_is_root(got) || span_equal(stem(got, STEM_ROOT, again), got));
	}
}

/* Bytes of every kind, from a fixed seed. */
static void
check_noise(void)
{
	static const char *const piece[] = {
		"me", "ng", "ny", "di", "kan", "an", "i", "nya", "-", "'", "2", "\xC3\xA9", "\xE2\x80\x99", "\xFF",
		"ajar", "pel", "ber", "k", "a", "lah",
	};
	uint32_t	seed = 20250101;

	for (int round = 0; round < 200000; round++)
	{
		char		word[256],
					out[STEM_MAX];
		size_t		n = 0;
		Span		got;

		for (int k = 0; k < (round & 31) + 1; k++)
		{
			const char *p = piece[((seed = seed * 1664525u + 1013904223u) >> 8) % (sizeof(piece) / sizeof(piece[0]))];

			if (n + strlen(p) > sizeof(word))
				break;
			memcpy(word + n, p, strlen(p));
			n += strlen(p);
		}
		got = stem(span_of(word, n), round & 1 ? STEM_LIGHT : STEM_ROOT, out);
		CHECK(got.len > 0 && got.len <= STEM_MAX && got.len <= n + 1);
		CHECK(!is_whole_utf8(span_of(word, n)) || is_whole_utf8(got));
	}
}

int
main(void)
{
	char		out[STEM_MAX];

	each_word("src/data/root.tsv", check_root);
	each_word("src/data/name.tsv", check_root);
	each_word("src/data/common.txt", check_common);
	each_word("src/data/root.tsv", check_affixed);
	check_noise();
	CHECK(stem_word(S(""), STEM_ROOT, out) == 0);
	return test_end("stem laws");
}
