/*
 * Bytes to characters: where a byte of a text stands, counted in characters.
 *
 * Questions in reading order cost one pass over the text together; one that goes
 * back costs at most a stride.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_CHARS_H
#define BERITA_CORE_CHARS_H

#include "core/span.h"

typedef struct Chars
{
	Span		text;
	uint32_t	at;				/* last byte asked for */
	uint32_t	chars;			/* characters before it */
	uint32_t   *mark;			/* characters before each stride, NULL in small texts */
	uint32_t	marks;			/* how many are filled in */
} Chars;

extern void chars_open(Chars *chars, Span text);
extern void chars_close(Chars *chars);

/* Goes forward to a byte before which so many characters are known to stand. */
extern void chars_skip(Chars *chars, uint32_t at, uint32_t before);

/* Characters before the byte at, which begins a character or ends the text. */
extern uint32_t chars_before(Chars *chars, uint32_t at);

/* The place of len bytes from at. */
extern Place chars_place(Chars *chars, uint32_t at, uint32_t len);

#endif
