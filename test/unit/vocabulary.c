/*
 * Terms of a corpus: counts, levels, stop words, and keyness against known values.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <math.h>

#include "core/vocabulary.h"
#include "test.h"

/* The number of a term, or -1. */
static int
find(const Vocabulary *v, const char *term)
{
	for (uint32_t i = 0; i < v->term.n; i++)
		if (span_is(vocabulary_term(v, i), term))
			return (int) i;
	return -1;
}

static void
check_term(const Vocabulary *v, const char *term, uint64_t articles, uint64_t occurrences)
{
	int			n = find(v, term);

	CHECK(n >= 0);
	if (n < 0)
	{
		printf("no term %s\n", term);
		return;
	}
	CHECK(v->count[n].articles[0] == articles);
	CHECK(v->count[n].occurrences[0] == occurrences);
}

static void
test_counts(void)
{
	Vocabulary	v;

	vocabulary_open(&v, VOCABULARY_ROOT, false);
	vocabulary_read(&v, 0, S("Warga membangun jembatan. Pembangunan jembatan itu dibangun warga, 12/5."));
	vocabulary_read(&v, 0, S("JEMBATAN di Pontianak yang panjang"));
	vocabulary_read(&v, 0, S(""));
	check_term(&v, "jembatan", 2, 3);
	check_term(&v, "bangun", 1, 3);
	check_term(&v, "warga", 1, 2);
	CHECK(find(&v, "yang") < 0);
	CHECK(find(&v, "di") < 0);
	CHECK(find(&v, "12/5") < 0);
	CHECK(v.articles[0] == 3 && v.articles[1] == 0);
	CHECK(v.words[0] == 10);
	vocabulary_close(&v);
}

static void
test_levels(void)
{
	Vocabulary	v;
	VocabularyLevel level;

	vocabulary_open(&v, VOCABULARY_LIGHT, true);
	vocabulary_read(&v, 0, S("perusahaannya yang besar"));
	check_term(&v, "perusahaan", 1, 1);
	check_term(&v, "yang", 1, 1);
	vocabulary_close(&v);
	vocabulary_open(&v, VOCABULARY_WORD, false);
	vocabulary_read(&v, 0, S("Perusahaannya"));
	check_term(&v, "perusahaannya", 1, 1);
	vocabulary_close(&v);
	CHECK(vocabulary_level(S("root"), &level) && level == VOCABULARY_ROOT);
	CHECK(vocabulary_level(S("word"), &level) && level == VOCABULARY_WORD);
	CHECK(!vocabulary_level(S("stem"), &level));
}

/* Many words, so that every table grows several times. */
static void
test_growth(void)
{
	Vocabulary	v;
	char		word[16];

	vocabulary_open(&v, VOCABULARY_WORD, true);
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 20000; i++)
		{
			int			n = i;
			size_t		len = 0;

			word[len++] = 'q';
			for (int d = 0; d < 4; d++, n /= 13)
				word[len++] = (char) ('b' + n % 13);
			vocabulary_read(&v, round, span_of(word, len));
		}
	CHECK(v.term.n == 20000);
	for (uint32_t i = 0; i < v.term.n; i++)
		if (v.count[i].articles[0] != 1 || v.count[i].occurrences[1] != 1)
			CHECK(!"counted once on each side");
	vocabulary_close(&v);
}

static bool
close_to(double x, double y)
{
	return fabs(x - y) < 1e-9 * (1 + fabs(y));
}

static void
test_keyness(void)
{
	Keyness		k;

	for (double x = 1e-9; x < 1e12; x *= 1.7)
		CHECK(close_to(natural_log(x), log(x)));
	CHECK(natural_log(1) == 0);

	/* 2 (a ln(a / Ea) + b ln(b / Eb)), Ea = Na (a + b) / (Na + Nb) */
	k = keyness_of(120, 30, 10000, 20000);
	CHECK(close_to(k.log_likelihood, 2 * (120 * log(120 / 50.0) + 30 * log(30 / 100.0))));
	CHECK(close_to(k.log_ratio, 3));
	k = keyness_of(30, 120, 20000, 10000);
	CHECK(close_to(k.log_ratio, -3));
	k = keyness_of(10, 20, 1000, 2000);
	CHECK(k.log_likelihood >= 0 && k.log_likelihood < 1e-9 && close_to(k.log_ratio, 0));
	k = keyness_of(4, 0, 1000, 1000);
	CHECK(close_to(k.log_ratio, 3));
	k = keyness_of(4, 0, 1000, 0);
	CHECK(k.log_likelihood == 0 && k.log_ratio == 0);
}

int
main(void)
{
	test_counts();
	test_levels();
	test_growth();
	test_keyness();
	return test_end("vocabulary");
}
