/*
 * Tokens become syntactic words, by the conventions of the Universal Dependencies.
 *
 * A token is one surface token of a treebank or several ("51%" is two, "11/11"
 * three); a surface token is one word or several: its host with proclitics before
 * it, enclitics and particles behind it ("bukunya" is buku and nya).
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_WORD_H
#define BERITA_CORE_WORD_H

#include "core/token.h"

typedef enum WordForm
{
	WORD_HOST,
	WORD_PROCLITIC,				/* ku-, kau- */
	WORD_ENCLITIC,				/* -nya, -ku, -mu */
	WORD_PARTICLE,				/* -lah, -kah, -pun */
	WORD_PUNCTUATION
} WordForm;

typedef struct Word
{
	Place		place;
	Place		surface;		/* of the surface token that it belongs to */
	uint32_t	surface_n;		/* its number, from 0 */
	uint8_t		form;			/* WordForm */
} Word;

typedef struct WordList
{
	Word	   *word;
	uint32_t	n;
} WordList;

/* The words of a text and its tokens, in reading order; the words tile the tokens. */
extern void word_list(WordList *list, Span text, const TokenList *tokens);
extern void word_list_free(WordList *list);

/* "host", "proclitic", ...: the form as SQL shows it. */
extern const char *word_form_name(WordForm form);

#endif
