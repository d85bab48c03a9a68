/*
 * The share of word pairs equals what a naive count over all pairs gives.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/wording.h"
#include "test.h"

#define WORDS 40

static uint64_t seed = 88172645463325252u;

static uint32_t
random_below(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t) (seed >> 33) % n;
}

/* Some words of one letter, apart from each other by marks and blanks. */
static uint32_t
some_words(char *letter, char *text)
{
	uint32_t	n = random_below(WORDS),
				letters = 1 + random_below(6);
	size_t		len = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		letter[i] = (char) ('a' + random_below(letters));
		text[len++] = random_below(2) ? letter[i] : (char) (letter[i] - 32);
		text[len++] = " ,-\n"[random_below(4)];
	}
	text[len] = '\0';
	return n;
}

/* The run of n letters at s stands in the m letters of t before place end. */
static bool
stands_in(const char *s, uint32_t n, const char *t, uint32_t end)
{
	for (uint32_t i = 0; i + n <= end; i++)
		if (memcmp(s, t + i, n) == 0)
			return true;
	return false;
}

static double
naive_share(const char *a, uint32_t an, const char *b, uint32_t bn)
{
	uint32_t	n = an > 1 ? 2 : 1,
				all = 0,
				found = 0;

	if (an == 0)
		return -1;
	for (uint32_t i = 0; i + n <= an; i++)
		if (!stands_in(a + i, n, a, i + n - 1))
		{
			all++;
			found += stands_in(a + i, n, b, bn);
		}
	return (double) found / all;
}

int
main(void)
{
	for (int round = 0; round < 20000; round++)
	{
		char		a[WORDS],
					b[WORDS],
					text_a[2 * WORDS + 1],
					text_b[2 * WORDS + 1];
		uint32_t	an = some_words(a, text_a),
					bn = some_words(b, text_b);
		double		got = wording_share(span_of(text_a, strlen(text_a)), span_of(text_b, strlen(text_b)));

		test_checks++;
		if (got != naive_share(a, an, b, bn))
		{
			test_failures++;
			printf("round %d: %s | %s: got %g, want %g\n", round, text_a, text_b, got, naive_share(a, an, b, bn));
		}
	}
	return test_end("wording law");
}
