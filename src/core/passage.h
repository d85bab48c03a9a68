/*
 * The runs of words that stand in two texts, each as long as it can be.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_PASSAGE_H
#define BERITA_CORE_PASSAGE_H

#include "core/span.h"

/* A text as the hashes of its words. */
typedef struct WordRow
{
	const uint64_t *word;
	uint32_t	n;
} WordRow;

/* Words a to a + words - 1 of the first text are words b to b + words - 1 of the other. */
typedef struct Passage
{
	uint32_t	a;
	uint32_t	b;
	uint32_t	words;
} Passage;

typedef struct PassageList
{
	Passage    *passage;
	size_t		n;
} PassageList;

/*
 * Every run of at least min_words words (1 or more) of a that stands in b and is
 * no part of a longer such run, in the order of a, with its first place in b.
 * Passages may overlap in a, where b has the two in different places.
 */
extern void passage_list(PassageList *list, WordRow a, WordRow b, uint32_t min_words);
extern void passage_list_free(PassageList *list);

#endif
