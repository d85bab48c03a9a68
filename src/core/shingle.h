/*
 * Text becomes hashed word n-grams: shingle profile 1, frozen for ever.
 *
 * Two readers of the same profile.  ShingleScan gives one shingle at a time with
 * its place in the text:
 *
 *		ShingleScan	scan;
 *		Shingle		s;
 *
 *		shingle_open(&scan, text, 3);
 *		while (shingle_next(&scan, &s)) ...
 *
 * ShingleBatch gives hashes only, hundreds at a time and several times faster:
 *
 *		ShingleBatch batch;
 *		uint64_t	hash[SHINGLE_BATCH];
 *
 *		shingle_batch_open(&batch, text);
 *		while (shingle_batch_next(&batch))
 *			n = shingle_batch_hashes(&batch, 3, hash);
 *
 * Both give the same hashes in the same order, and for a text of fewer words than
 * n one shingle of all its words; none for a text without words.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_SHINGLE_H
#define BERITA_CORE_SHINGLE_H

#include "core/hash.h"
#include "core/span.h"

#define SHINGLE_PROFILE 1
#define SHINGLE_WORD_MAX 64		/* bytes of a folded word; longer runs are cut */
#define SHINGLE_N_MAX 8			/* the largest n */

typedef struct Shingle
{
	uint64_t	hash;
	Place		place;			/* from its first word to the end of its last */
	uint32_t	first;			/* number of its first word, from 0 */
	uint32_t	words;			/* n, or fewer in a short text */
} Shingle;

typedef struct ShingleWord
{
	uint64_t	hash;
	Place		place;
} ShingleWord;

typedef struct ShingleScan
{
	Span		text;
	uint32_t	n;
	uint32_t	at;				/* next byte */
	uint32_t	chars_at;		/* next character */
	uint32_t	words;			/* words read so far */
	ShingleWord word[SHINGLE_N_MAX];	/* the last n of them, as a ring */
} ShingleScan;

/* n is 1 to SHINGLE_N_MAX. */
extern void shingle_open(ShingleScan *scan, Span text, uint32_t n);
extern bool shingle_next(ShingleScan *scan, Shingle *shingle);

#define SHINGLE_BATCH 1056		/* words of one batch at most */
#define SHINGLE_FOLDED 2048		/* folded bytes of one batch */

typedef struct ShingleBatch
{
	Span		text;
	size_t		at;				/* next byte */
	uint64_t	words;			/* words before this batch */
	uint32_t	n;				/* words of this batch */
	uint32_t	kept;			/* folded bytes kept back: a word not yet ended */
	uint64_t	word[SHINGLE_N_MAX + SHINGLE_BATCH];	/* hashes, from SHINGLE_N_MAX on */
	char		folded[SHINGLE_WORD_MAX + SHINGLE_FOLDED + 64];
} ShingleBatch;

extern void shingle_batch_open(ShingleBatch *batch, Span text);

/* Reads on; false at the end of the text.  A batch may hold no words. */
extern bool shingle_batch_next(ShingleBatch *batch);

/* Hashes of the n-grams that end in this batch; returns how many. */
extern uint32_t shingle_batch_hashes(const ShingleBatch *batch, uint32_t n, uint64_t *hash);

/* After the last batch: was the text shorter than n words?  Then its one shingle. */
extern bool shingle_batch_short(const ShingleBatch *batch, uint32_t n, uint64_t *hash);

#endif
