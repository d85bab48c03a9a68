/*
 * The frozen fold of shingle profile 1: what a character becomes before hashing.
 *
 * It shares nothing with utf8_fold(), which may get better: a change here would
 * change every stored signature.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_FOLD_H
#define BERITA_CORE_FOLD_H

#include "core/span.h"

enum
{
	FOLD_BREAK = 0,				/* no part of a word: blanks, marks, symbols, invalid bytes */
	FOLD_SKIP = 1				/* leaves no trace: soft hyphen, zero width, combining marks */
};

/* A code point beyond ASCII as words are hashed: one code point, or FOLD_BREAK or FOLD_SKIP. */
extern uint32_t fold_other(uint32_t c);

/* The same for any code point. */
static inline uint32_t
fold_char(uint32_t c)
{
	uint32_t	lower = c | 0x20;

	if (c >= 0x80)
		return fold_other(c);
	return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ? lower : FOLD_BREAK;
}

/*
 * The folded character at *at (at < end), with HTML entities (&quot; &#8220;
 * &amp;nbsp;) and UTF-8 that was read as Windows-1252 taken for what they mean.
 * *len is set to its bytes in the text and *extra to those of them that begin no
 * character.
 */
extern uint32_t fold_next(const char *at, const char *end, uint32_t *len, uint32_t *extra);

/* Writes a folded character as UTF-8 to out (4 bytes); returns its length. */
extern uint32_t fold_put(uint32_t c, char *out);

#endif
