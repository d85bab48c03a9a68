/*
 * Passages against a naive twin, on texts that repeat themselves more than any news:
 * few different words, one phrase over and over, one text with edits in the other.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/hash.h"
#include "core/passage.h"
#include "test.h"

#define WORDS 300

static uint64_t state = 20261121;

static uint32_t
random_below(uint32_t n)
{
	state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (state >> 33) % n;
}

static uint64_t
word(uint32_t n)
{
	return hash_mix((uint64_t) n + 1);
}

/* Random words, a repeated phrase, or pieces of the other text. */
static uint32_t
make_text(uint64_t *text, const uint64_t *other, uint32_t other_n, uint32_t words)
{
	uint32_t	n = random_below(WORDS),
				period = 1 + random_below(12),
				kind = random_below(other_n > 0 ? 3 : 2);

	for (uint32_t i = 0; i < n; i++)
		if (kind == 1 && i >= period)
			text[i] = random_below(200) ? text[i - period] : word(random_below(words));
		else
			text[i] = word(random_below(words));
	for (uint32_t at = 0; kind == 2 && at < n;)
	{
		uint32_t	from = random_below(other_n),
					len = random_below(80);

		for (uint32_t k = 0; k < len && at < n && from + k < other_n; k++)
			text[at++] = other[from + k];
		at++;
	}
	return n;
}

static uint32_t
agree(const uint64_t *a, uint32_t a_n, const uint64_t *b, uint32_t b_n)
{
	uint32_t	n = 0;

	while (n < a_n && n < b_n && a[n] == b[n])
		n++;
	return n;
}

static void
check_texts(const uint64_t *a, uint32_t a_n, const uint64_t *b, uint32_t b_n, uint32_t min_words)
{
	PassageList list;
	size_t		k = 0;
	uint32_t	end = 0;

	passage_list(&list, (WordRow){a, a_n}, (WordRow){b, b_n}, min_words);
	for (uint32_t i = 0; i < a_n; i++)
	{
		uint32_t	best = 0,
					at = 0;

		for (uint32_t j = 0; j < b_n; j++)
		{
			uint32_t	n = agree(a + i, a_n - i, b + j, b_n - j);

			if (n > best)
			{
				best = n;
				at = j;
			}
		}
		if (best < min_words || i + best <= end)
			continue;
		end = i + best;
		CHECK(k < list.n && list.passage[k].a == i && list.passage[k].b == at && list.passage[k].words == best);
		k++;
	}
	CHECK(k == list.n);
	passage_list_free(&list);
}

/* A million words of one phrase, and two long texts with a word changed here and there. */
static void
check_long(void)
{
	const uint32_t n = 1000000;
	uint64_t   *a = malloc(n * sizeof(uint64_t)),
			   *b = malloc(n * sizeof(uint64_t));
	PassageList list;

	if (!a || !b)
		abort();
	for (uint32_t i = 0; i < n; i++)
		a[i] = b[i] = word(i % 3);
	passage_list(&list, (WordRow){a, n}, (WordRow){b, n}, 7);
	CHECK(list.n == 1 && list.passage[0].words == n);
	passage_list_free(&list);
	for (uint32_t i = 0; i < n; i++)
		a[i] = b[i] = word(random_below(50000));
	for (uint32_t i = 500; i < n; i += 1000)
		a[i] = word(60000 + i);
	passage_list(&list, (WordRow){a, n}, (WordRow){b, n}, 7);
	CHECK(list.n == 1001);
	for (size_t k = 1; k < 1000 && k < list.n; k++)
		CHECK(list.passage[k].words == 999 && list.passage[k].a == list.passage[k].b);
	passage_list_free(&list);
	free(a);
	free(b);
}

int
main(void)
{
	for (int round = 0; round < 600; round++)
	{
		uint64_t	a[WORDS],
					b[WORDS];
		uint32_t	words = 1 + random_below(round % 2 ? 4 : 60),
					a_n = make_text(a, NULL, 0, words),
					b_n = make_text(b, a, a_n, words);

		check_texts(a, a_n, b, b_n, 1 + random_below(random_below(2) ? 4 : 40));
	}
	check_long();
	return test_end("passage law");
}
