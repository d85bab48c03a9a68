/*
 * Keyword in context: where a word or phrase stands, whatever affixes it carries.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_KWIC_H
#define BERITA_CORE_KWIC_H

#include "core/token.h"

/* No pattern has more words. */
#define KWIC_WORDS 32

/* A pattern's word: its norm, and its root where it asks for that. */
typedef struct KwicWord
{
	Span		norm;			/* without asterisks */
	Span		root;			/* empty: the norm itself is asked for */
	bool		open_start;		/* *kata: ends with it */
	bool		open_end;		/* kata*: begins with it */
} KwicWord;

typedef struct Kwic
{
	Span		text;
	TokenScan	scan;
	KwicWord	word[KWIC_WORDS];
	uint32_t	words;
	uint32_t	state;			/* bit i: the last i + 1 tokens match the first i + 1 words */
	Place		place[KWIC_WORDS];	/* of the last tokens, by number */
	uint32_t	n;				/* tokens read */
	char	   *memory;			/* the pattern's words */
	char	   *norm;			/* room for a token's norm */
	size_t		room;
} Kwic;

/*
 * Prepares a search for the words of pattern, one behind the other.  A word
 * stands for all words of its root ("ajar", "pelajaran": mengajar); with an
 * asterisk for all that begin or end so.  False: more than KWIC_WORDS words.
 */
extern bool kwic_open(Kwic *kwic, Span text, Span pattern);

/* The next place, and the line that it begins in; places do not overlap. */
extern bool kwic_next(Kwic *kwic, Place *place, uint32_t *line);

extern void kwic_close(Kwic *kwic);

/*
 * The width characters before and behind a place, by bytes; less at the ends of
 * the text.
 */
extern Span kwic_before(Span text, Place place, uint32_t width);
extern Span kwic_behind(Span text, Place place, uint32_t width);

#endif
