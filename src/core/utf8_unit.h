/*
 * A character as it was meant: HTML entities and mojibake are read as one.
 *
 * "&quot;" and the bytes of a quotation mark that went through the wrong code
 * page ("â€œ") each stand for one character, though they are several in the text.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_UTF8_UNIT_H
#define BERITA_CORE_UTF8_UNIT_H

#include "core/utf8.h"

typedef struct Unit
{
	uint32_t	c;				/* the code point that is meant, or UTF8_INVALID */
	uint8_t		class;			/* its CharClass; a meant blank is CHAR_OTHER */
	uint8_t		len;			/* bytes in the text; 0 at the end of the text */
	uint8_t		chars;			/* characters in the text */
} Unit;

/* unit_at() for all that is not plain ASCII. */
extern Unit unit_far(const char *at, const char *end);

/* The unit at *at; at the end of the text one of class CHAR_NEWLINE and no length. */
static inline Unit
unit_at(const char *at, const char *end)
{
	if (at < end && (unsigned char) *at < 0x80 && *at != '&')
	{
		Unit		u = {(unsigned char) *at, utf8_ascii[(unsigned char) *at], 1, 1};

		return u;
	}
	return unit_far(at, end);
}

/* As utf8_fold_span, of what is meant. */
extern size_t unit_fold(Span s, char *out, size_t room);

#endif
