/*
 * A token becomes lexemes: what full-text search stores and looks for.
 *
 * Lexemes of one token stand at one position.  Variants are alternatives (a
 * hyphen compound as a whole, or its parts); lexemes of one variant belong
 * together.  The answer depends on the token's bytes alone, so the dictionary,
 * which sees no more, and berita.tsvector() agree.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_LEXEME_H
#define BERITA_CORE_LEXEME_H

#include "core/stem.h"

/* Tokens of this many bytes and more are left out by the server. */
#define LEXEME_TOKEN_MAX 2047

/* At most so many lexemes come from one token. */
#define LEXEMES_MAX 8

/* A word, and the root that a user wants for it. */
typedef struct LexemePair
{
	Span		word;
	Span		root;
} LexemePair;

/* How words are treated; all zero is the built-in way. */
typedef struct LexemeOptions
{
	StemLevel	level;
	bool		own_stop;		/* stop words are those below, not the built-in ones */
	const Span *stop;			/* folded, in ascending order (lexeme_compare) */
	uint32_t	stops;
	const LexemePair *exception;	/* the same, by word */
	uint32_t	exceptions;
} LexemeOptions;

typedef struct LexemeList
{
	uint32_t	n;				/* 0: a stop word */
	Span		text[LEXEMES_MAX];	/* in room, or in read-only memory */
	uint8_t		variant[LEXEMES_MAX];	/* from 1 */
	uint32_t	used;			/* bytes of room */
	char		room[4 * LEXEME_TOKEN_MAX];
} LexemeList;

/*
 * The lexemes of a token of less than LEXEME_TOKEN_MAX bytes.  readable counts
 * the bytes that may be read from its first one: with sixteen it goes faster.
 */
extern void lexeme_list(LexemeList *list, Span token, size_t readable, const LexemeOptions *options);

/* The order that the lists of options want: by bytes, the shorter first. */
extern int	lexeme_compare(Span a, Span b);

#endif
