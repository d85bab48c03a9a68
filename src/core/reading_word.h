/*
 * What the lists say of a word; for core/reading*.c alone.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_READING_WORD_H
#define BERITA_CORE_READING_WORD_H

#include "core/key.h"
#include "core/reading.h"

/* Longer words are no word of the lists. */
#define WORD_ROOM 64

/* What the lists say of a word; the key is that of words of up to sixteen bytes. */
typedef struct Known
{
	WordKey		key;
	uint16_t	reporting;		/* number in reporting.tsv + 1, or 0 */
	uint16_t	wordlist;		/* number in wordlist.tsv + 1, or 0 */
	uint16_t	part;			/* PART_ */
	uint8_t		tail;			/* TAIL_ */
	uint8_t		kind;			/* NAME_ */
	uint8_t		class;			/* of a root, see root.tsv */
} Known;

/* What the lists say of a word, given folded. */
extern Known known_word(Span word);

/* Is the word, given folded, on the list? */
extern bool known_list(Span word, ListedWords list);

/* Is it a form of a known root: memimpin, pertumbuhan? */
extern bool known_derived(Span word);

/* Does the word, given folded, begin with the prefix and have at least min letters? */
static inline bool
word_begins(Span s, const char *prefix, size_t min)
{
	size_t		len = strlen(prefix);

	return s.len >= min && s.len > len && memcmp(s.at, prefix, len) == 0;
}

/*
 * Two words were run together at i, as where links were dropped from a page:
 * takes the word for the name that is in it (MenteriAna, Anamengunjungi), else for
 * no name at all (IndonesiaTrump).  False where neither is so.
 */
extern bool glued_word(Reading *r, uint32_t i);

/* The name within the word at i, which has one: FACT_GLUED_BEFORE or FACT_GLUED_BEHIND. */
extern Span glued_name(const Reading *r, uint32_t i);

#endif
