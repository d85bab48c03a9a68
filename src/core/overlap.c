/*
 * Two texts side by side.
 *
 * Resemblance and containment compare the sets of word 3-shingles.
 *
 * Passages are found by core/passage.c among the hashes of the words.
 *
 * Words are equal when their 64-bit hashes are, so case, accents and marks between
 * words do not part a passage.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/overlap.h"

#include "core/host.h"
#include "core/passage.h"
#include "core/shingle.h"
#include "core/sort64.h"

void
shingle_set(ShingleSet *set, Span text)
{
	ShingleBatch batch;
	uint64_t	part[SHINGLE_BATCH];
	size_t		room = text.len / 6 + SHINGLE_BATCH;
	bool		more;

	set->shingle = berita_alloc(room * sizeof(uint64_t));
	set->n = 0;
	shingle_batch_open(&batch, text);
	do
	{
		uint32_t	n;

		more = shingle_batch_next(&batch);
		n = more ? shingle_batch_hashes(&batch, OVERLAP_N, part)
			: shingle_batch_short(&batch, OVERLAP_N, part);
		if (set->n + n > room)
		{
			room = (set->n + n) * 2;
			set->shingle = berita_grow(set->shingle, room * sizeof(uint64_t));
		}
		memcpy(set->shingle + set->n, part, n * sizeof(uint64_t));
		set->n += n;
	} while (more);
	if (set->n > SORT64_FEW)
	{
		uint64_t   *scratch = berita_alloc(set->n * sizeof(uint64_t));

		sort64(set->shingle, set->n, scratch);
		berita_free(scratch);
	}
	else
		sort64(set->shingle, set->n, NULL);
	set->n = sort64_unique(set->shingle, set->n);
}

void
shingle_set_free(ShingleSet *set)
{
	berita_free(set->shingle);
}

size_t
shingle_set_shared(const ShingleSet *a, const ShingleSet *b)
{
	const uint64_t *x = a->shingle,
			   *x_end = x + a->n,
			   *y = b->shingle,
			   *y_end = y + b->n;
	size_t		shared = 0;

	while (x < x_end && y < y_end)
	{
		uint64_t	left = *x,
					right = *y;

		shared += left == right;
		x += left <= right;
		y += right <= left;
	}
	return shared;
}

double
overlap_resemblance(const ShingleSet *a, const ShingleSet *b)
{
	size_t		shared = shingle_set_shared(a, b),
				all = a->n + b->n - shared;

	return all ? (double) shared / (double) all : 0;
}

double
overlap_containment(const ShingleSet *a, const ShingleSet *b)
{
	return a->n ? (double) shingle_set_shared(a, b) / (double) a->n : 0;
}

/* The words of a text with their places. */
typedef struct Words
{
	uint64_t   *hash;
	Place	   *place;
	uint32_t	n;
} Words;

static void
words_read(Words *words, Span text)
{
	ShingleScan scan;
	Shingle		s;
	size_t		room = text.len / 6 + 64;

	words->hash = berita_alloc(room * sizeof(uint64_t));
	words->place = berita_alloc(room * sizeof(Place));
	words->n = 0;
	shingle_open(&scan, text, 1);
	while (shingle_next(&scan, &s))
	{
		if (words->n == room)
		{
			room *= 2;
			words->hash = berita_grow(words->hash, room * sizeof(uint64_t));
			words->place = berita_grow(words->place, room * sizeof(Place));
		}
		if (words->n % 512 == 0)
			berita_breathe();
		words->hash[words->n] = s.hash;
		words->place[words->n++] = s.place;
	}
}

static void
words_free(Words *words)
{
	berita_free(words->hash);
	berita_free(words->place);
}

void
overlap_list(OverlapList *list, Span a, Span b, uint32_t min_words)
{
	Words		left,
				right;
	PassageList passages;

	words_read(&left, a);
	words_read(&right, b);
	passage_list(&passages, (WordRow){left.hash, left.n}, (WordRow){right.hash, right.n}, min_words);
	list->n = passages.n;
	list->overlap = berita_alloc((passages.n + 1) * sizeof(Overlap));
	for (size_t i = 0; i < passages.n; i++)
	{
		const Passage *p = &passages.passage[i];
		uint32_t	last = p->words - 1;

		list->overlap[i].a = place_join(left.place[p->a], left.place[p->a + last]);
		list->overlap[i].b = place_join(right.place[p->b], right.place[p->b + last]);
		list->overlap[i].words = p->words;
	}
	passage_list_free(&passages);
	words_free(&left);
	words_free(&right);
}

void
overlap_list_free(OverlapList *list)
{
	berita_free(list->overlap);
}
