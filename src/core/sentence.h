/*
 * Tokens become sentences.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_SENTENCE_H
#define BERITA_CORE_SENTENCE_H

#include "core/token.h"

typedef struct Sentence
{
	Place		place;
	uint32_t	line;			/* of its first token */
	uint32_t	first;			/* number of its first token, from 0 */
	uint32_t	tokens;			/* how many tokens it holds */
	bool		in_quote;		/* does it begin inside quotation marks? */
} Sentence;

typedef struct SentenceList
{
	Sentence   *sentence;
	uint32_t	n;
} SentenceList;

/* The sentences of a text and its tokens, in reading order; every token is in one. */
extern void sentence_list(SentenceList *list, Span text, const TokenList *tokens);
extern void sentence_list_free(SentenceList *list);

#endif
