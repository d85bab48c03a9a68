/*
 * Bytes to code points and character classes; safe on any bytes.
 *
 * A byte that is no part of valid UTF-8 is one character of its own, code point
 * UTF8_INVALID, class CHAR_OTHER.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_UTF8_H
#define BERITA_CORE_UTF8_H

#include "core/span.h"

#define UTF8_INVALID 0xFFFFFFFFu

/* What the scanners want to know of a character. */
typedef enum CharClass
{
	CHAR_OTHER,					/* symbols, controls, invalid bytes */
	CHAR_BLANK,					/* space, tab, NBSP, U+2028 ...: no newline */
	CHAR_NEWLINE,				/* '\n' only */
	CHAR_LOWER,
	CHAR_UPPER,
	CHAR_LETTER,				/* letters without case */
	CHAR_DIGIT,					/* 0-9 only */
	CHAR_MARK,					/* combining marks: part of the word before */
	CHAR_HIDDEN,				/* soft hyphen, zero width, BOM: counted, else ignored */
	CHAR_APOSTROPHE,			/* ' and its curly and modifier kin */
	CHAR_QUOTE,					/* double quotation marks of every kind */
	CHAR_PUNCT					/* every other mark */
} CharClass;

/*
 * The code point at *at (at < end); *len is set to its bytes, 1 to 4.
 * Overlong forms, surrogates and code points above 10FFFF are invalid.
 */
static inline uint32_t
utf8_next(const char *at, const char *end, uint32_t *len)
{
	const unsigned char *p = (const unsigned char *) at;
	size_t		left = (size_t) (end - at);
	uint32_t	c = p[0];

	*len = 1;
	if (c < 0x80)
		return c;
	if (c >= 0xC2 && c <= 0xDF && left >= 2 && (p[1] & 0xC0) == 0x80)
	{
		*len = 2;
		return (c & 0x1F) << 6 | (p[1] & 0x3Fu);
	}
	if ((c & 0xF0) == 0xE0 && left >= 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80)
	{
		uint32_t	u = (c & 0x0F) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);

		if (u >= 0x800 && (u < 0xD800 || u > 0xDFFF))
		{
			*len = 3;
			return u;
		}
	}
	if (c >= 0xF0 && c <= 0xF4 && left >= 4 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 && (p[3] & 0xC0) == 0x80)
	{
		uint32_t	u = (c & 0x07) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);

		if (u >= 0x10000 && u <= 0x10FFFF)
		{
			*len = 4;
			return u;
		}
	}
	return UTF8_INVALID;
}

/* The classes of ASCII. */
extern const uint8_t utf8_ascii[128];

/* The class of a code point. */
extern CharClass utf8_class(uint32_t c);

/* How many bytes the letter, digit or combining mark at *at has; 0: none is there. */
static inline uint32_t
utf8_word(const char *at, const char *end)
{
	uint32_t	len;
	CharClass	class;

	if (at >= end)
		return 0;
	class = utf8_class(utf8_next(at, end, &len));
	return (class >= CHAR_LOWER && class <= CHAR_MARK) ? len : 0;
}

/*
 * The code point in lower case and without accent, as words are compared: 'É'
 * to 'e'.  Curly apostrophes become '\'', quotation marks '"', dashes '-'.  0 for
 * characters that matching leaves out (combining marks, hidden ones).  Never a
 * locale's opinion.
 */
extern uint32_t utf8_fold(uint32_t c);

/* The same of one ASCII byte. */
static inline char
utf8_ascii_fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c == '`' ? '\'' : c;
}

/*
 * Folds the characters of s into out (UTF-8), at most room bytes; returns the
 * length, or 0 where the folded form does not fit.
 */
extern size_t utf8_fold_span(Span s, char *out, size_t room);

/* Writes c into out, at most four bytes; returns how many. */
extern size_t utf8_put(uint32_t c, char *out);

/* How many characters s holds. */
extern uint32_t utf8_length(Span s);

#endif
