/*
 * Two texts side by side: exact resemblance and containment, and the passages
 * that they share.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_OVERLAP_H
#define BERITA_CORE_OVERLAP_H

#include "core/span.h"

#define OVERLAP_N 3				/* words of a shingle */

/* The different shingles of a text, ascending. */
typedef struct ShingleSet
{
	uint64_t   *shingle;
	size_t		n;
} ShingleSet;

/* Of word 3-shingles; free with shingle_set_free(). */
extern void shingle_set(ShingleSet *set, Span text);
extern void shingle_set_free(ShingleSet *set);

/* How many shingles two sets share. */
extern size_t shingle_set_shared(const ShingleSet *a, const ShingleSet *b);

/* Jaccard's resemblance, 0 to 1; the share of a found in b. */
extern double overlap_resemblance(const ShingleSet *a, const ShingleSet *b);
extern double overlap_containment(const ShingleSet *a, const ShingleSet *b);

/* A run of words that stands in both texts. */
typedef struct Overlap
{
	Place		a;
	Place		b;
	uint32_t	words;
} Overlap;

typedef struct OverlapList
{
	Overlap    *overlap;
	size_t		n;
} OverlapList;

/*
 * The passages of at least min_words words (1 or more) that a shares with b, in the
 * order of a: each run of words that stands in both and is no part of a longer one,
 * with its first place in b.  Two passages may overlap in a.
 */
extern void overlap_list(OverlapList *list, Span a, Span b, uint32_t min_words);
extern void overlap_list_free(OverlapList *list);

#endif
