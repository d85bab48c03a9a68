/*
 * Bytes become tokens that tile the text: tokens and the white space between them.
 *
 *		TokenScan	scan;
 *		Token		t;
 *
 *		token_open(&scan, text);
 *		while (token_next(&scan, &t)) ...
 *
 * One pass, no allocation: the state lives on the caller's stack.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_TOKEN_H
#define BERITA_CORE_TOKEN_H

#include "core/span.h"

/* The numbers are the ids of the text search parser; see src/pg/parser.c. */
typedef enum TokenClass
{
	TOKEN_WORD = 1,
	TOKEN_REDUPLICATION = 2,	/* anak-anak, berlari-lari, sayur-mayur */
	TOKEN_COMPOUND = 3,			/* other hyphen words: pro-Rusia, di-PHK, KTP-nya */
	TOKEN_EMAIL = 4,
	TOKEN_HOST = 6,				/* detik.com */
	TOKEN_PERCENT = 7,			/* 51%, 2,5% */
	TOKEN_TIME = 8,				/* 09.30 beside pukul or WIB; 09:30 */
	TOKEN_DATE = 9,				/* 11/11, 17/8/1945 */
	TOKEN_ABBREVIATION = 10,	/* Dr. S.H. a.n. dll. Tbk. */
	TOKEN_ACRONYM = 11,			/* KPK */
	TOKEN_HASHTAG = 18,
	TOKEN_HANDLE = 19,
	TOKEN_NUMBER = 20,			/* 1,5  1.234.567,89 */
	TOKEN_ORDINAL = 21,			/* ke-75, 1960-an */
	TOKEN_INTEGER = 22,
	TOKEN_CURRENCY = 24,		/* Rp, US$ */
	TOKEN_ALPHANUMERIC = 25,	/* km2, B-29, COVID-19, anak2 */
	TOKEN_URL = 26,
	TOKEN_INITIALS = 27,		/* (sfn): the letters within the brackets */
	TOKEN_PUNCTUATION = 28,		/* one mark each */
	TOKEN_SYMBOL = 29			/* any other character, invalid bytes: one each */
} TokenClass;

enum
{
	TOKEN_CAPITAL = 1,			/* first letter is upper case */
	TOKEN_UPPER = 2,			/* at least two letters, all upper case */
	TOKEN_FOREIGN = 4,			/* holds bytes beyond ASCII */
	TOKEN_GLUED = 8,			/* no white space between the token before and this one */
	TOKEN_LETTERS = 16			/* holds a letter */
};

typedef struct Token
{
	Place		place;
	uint32_t	line;			/* 1-based; '\n' ends a line */
	uint8_t		class;			/* TokenClass */
	uint8_t		flags;
} Token;

/* Tokens are read some dozens at a time; the fields are the scanner's own. */
typedef struct TokenScan
{
	Span		text;
	uint32_t	at;				/* first byte that has not been read */
	uint32_t	chars_at;		/* and its character */
	uint32_t	last;			/* behind the last token; UINT32_MAX: there is none */
	uint32_t	line;
	uint32_t	breath;			/* byte after which to breathe again */
	uint32_t	ready;			/* tokens that have been read */
	uint32_t	taken;			/* and of those, handed out */
	Token		token[64];
} TokenScan;

extern void token_open(TokenScan *scan, Span text);
extern bool token_next(TokenScan *scan, Token *token);

/* "word", "reduplication", ...: the class as SQL shows it. */
extern Span token_class_name(TokenClass class);

/* How many bytes more than the token itself its norm may have. */
#define TOKEN_NORM_SPARE 8

/*
 * The token as it is compared: folded, numbers as 1234567.89, dates as
 * 1945-08-17, without apostrophes and the dots of abbreviations.  Writes to out,
 * which holds the token's bytes and TOKEN_NORM_SPARE; returns the length.
 */
extern size_t token_norm(Span text, const Token *token, char *out);

/* Is it what a reader calls a word: a class that has a root? */
static inline bool
token_has_root(const Token *token)
{
	return token->class <= TOKEN_COMPOUND || token->class == TOKEN_ACRONYM || token->class == TOKEN_ALPHANUMERIC;
}

/* Tokens in one array, for readers that look back and ahead. */
typedef struct TokenList
{
	Token	   *token;
	uint32_t	n;
} TokenList;

extern void token_list(TokenList *list, Span text);
extern void token_list_free(TokenList *list);

#endif
