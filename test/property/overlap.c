/*
 * Passages of texts: every run of min_words words of a that stands in b lies within
 * one passage, every passage is true, and none lies within another.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/overlap.h"
#include "test.h"

#define WORDS 60

static uint32_t state = 20260201;

static uint32_t
random_below(uint32_t n)
{
	state = state * 1664525u + 1013904223u;
	return (state >> 8) % n;
}

/* A text of one-letter words; letter i is word i / 2. */
static uint32_t
make_text(char *text, uint32_t letters)
{
	uint32_t	words = random_below(WORDS);

	for (uint32_t i = 0; i < words; i++)
	{
		text[2 * i] = (char) ('a' + random_below(letters));
		text[2 * i + 1] = ' ';
	}
	return 2 * words;
}

/* Does a run of n words from word i of a stand anywhere in b? */
static bool
stands_in(Span a, uint32_t i, uint32_t n, Span b)
{
	for (size_t j = 0; j + 2 * n <= b.len; j += 2)
		if (2 * (size_t) (i + n) <= a.len && memcmp(a.at + 2 * i, b.at + j, 2 * n) == 0)
			return true;
	return false;
}

static void
check_texts(Span a, Span b, uint32_t min_words)
{
	OverlapList list;
	uint32_t	end = 0;

	overlap_list(&list, a, b, min_words);
	for (size_t k = 0; k < list.n; k++)
	{
		const Overlap *o = &list.overlap[k];

		CHECK(o->words >= min_words);
		CHECK(o->a.at + o->a.len > end && o->a.at % 2 == 0);
		CHECK(o->a.len == 2 * o->words - 1 && o->b.len == o->a.len);
		CHECK(span_equal(span_at(a, o->a), span_at(b, o->b)));
		end = o->a.at + o->a.len;
	}
	for (uint32_t i = 0; i + min_words <= a.len / 2; i++)
	{
		bool		within = false;

		for (size_t k = 0; k < list.n; k++)
			within = within || (list.overlap[k].a.at <= 2 * i && 2 * (i + min_words) - 1 <= list.overlap[k].a.at + list.overlap[k].a.len);
		CHECK(within == stands_in(a, i, min_words, b));
	}
	overlap_list_free(&list);
}

int
main(void)
{
	char		a[2 * WORDS],
				b[2 * WORDS];

	for (int round = 0; round < 3000; round++)
	{
		uint32_t	letters = 2 + random_below(12);
		uint32_t	a_len = make_text(a, letters),
					b_len = make_text(b, letters);

		check_texts(span_of(a, a_len), span_of(b, b_len), 1 + random_below(7));
	}
	return test_end("overlap property");
}
