/*
 * How much of one wording stands in another text.
 *
 * Quotations have 21 words in the middle; one word changed spoils three of their
 * word triples but only two of their pairs, so pairs tell a changed wording from
 * another one better.  The pairs of part go into a table that says how often each
 * was met; one pass over whole marks those that it holds.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/wording.h"

#include "core/host.h"
#include "core/shingle.h"

#define PAIR 2

typedef struct PairTable
{
	uint64_t   *slot;			/* 0 = free; the lowest bit says that it was met */
	size_t		mask;
	size_t		n;				/* different ones */
	size_t		met;
} PairTable;

/* The slot of a pair, or the free one where it would stand. */
static size_t
pair_slot(const PairTable *t, uint64_t pair)
{
	size_t		i = (size_t) (pair >> 8);

	while (t->slot[i & t->mask] != 0 && (t->slot[i & t->mask] | 1) != (pair | 1))
		i++;
	return i & t->mask;
}

static void
pair_put(PairTable *t, uint64_t pair)
{
	size_t		at;

	pair = (pair | 2) & ~(uint64_t) 1;	/* never 0, not met */
	at = pair_slot(t, pair);
	t->n += t->slot[at] == 0;
	t->slot[at] = pair;
}

static void
pair_meet(PairTable *t, uint64_t pair)
{
	size_t		at;

	pair |= 3;
	at = pair_slot(t, pair);
	if (t->slot[at] != 0)
	{
		t->met += t->slot[at] != pair;
		t->slot[at] = pair;
	}
}

/* Hands every n-gram of a text to put. */
static void
each_gram(Span text, uint32_t n, PairTable *t, void (*put) (PairTable *, uint64_t))
{
	ShingleBatch batch;
	uint64_t	hash[SHINGLE_BATCH];

	shingle_batch_open(&batch, text);
	while (shingle_batch_next(&batch))
	{
		uint32_t	some = shingle_batch_hashes(&batch, n, hash);

		for (uint32_t i = 0; i < some; i++)
			put(t, hash[i]);
	}
}

double
wording_share(Span part, Span whole)
{
	PairTable	t = {NULL, 63, 0, 0};
	uint32_t	n = PAIR;

	while (t.mask < part.len)	/* a word takes two bytes at least */
		t.mask = 2 * t.mask + 1;
	t.slot = berita_alloc((t.mask + 1) * sizeof(uint64_t));
	memset(t.slot, 0, (t.mask + 1) * sizeof(uint64_t));
	each_gram(part, n, &t, pair_put);
	if (t.n == 0)
		each_gram(part, n = 1, &t, pair_put);
	if (t.n > 0)
		each_gram(whole, n, &t, pair_meet);
	berita_free(t.slot);
	return t.n == 0 ? -1.0 : (double) t.met / (double) t.n;
}
