/*
 * Bytes as the line readers see them: letters, blanks, quotation marks.
 *
 * The layout of an article is read from its bytes, without tokens: these are the
 * few questions it asks.  Letters beyond ASCII are no letters here.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_BYTE_H
#define BERITA_CORE_BYTE_H

#include "core/span.h"

static inline bool
byte_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
byte_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
byte_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
byte_letter(char c)
{
	return byte_upper(c) || byte_lower(c);
}

static inline char
byte_fold(char c)
{
	return byte_upper(c) ? (char) (c | 0x20) : c;
}

/*
 * Bit 8 i is set where byte i of the eight at p is from '@' to '_': the capital
 * letters and '[', which are one byte in twenty-five of a news text.
 */
static inline uint64_t
byte_capitals(const char *p)
{
	const unsigned char *b = (const unsigned char *) p;
	uint64_t	w = (uint64_t) b[0] | (uint64_t) b[1] << 8 | (uint64_t) b[2] << 16 | (uint64_t) b[3] << 24 |
		(uint64_t) b[4] << 32 | (uint64_t) b[5] << 40 | (uint64_t) b[6] << 48 | (uint64_t) b[7] << 56;

	return ~(w >> 5) & (w >> 6) & ~(w >> 7) & UINT64_C(0x0101010101010101);
}

/* How many bytes of white space stand at p: NBSP and zero-width characters count, a newline does not. */
static inline uint32_t
byte_blank(const char *p, const char *end)
{
	if (p >= end)
		return 0;
	if (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\v' || *p == '\f')
		return 1;
	if (end - p >= 2 && p[0] == '\xC2' && (p[1] == '\xA0' || p[1] == '\xAD'))
		return 2;
	if (end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && (((unsigned char) p[2] >= 0x80 && (unsigned char) p[2] <= 0x8F) || p[2] == '\xA8' || p[2] == '\xA9' || p[2] == '\xAF'))
		return 3;
	if (end - p >= 3 && p[0] == '\xEF' && p[1] == '\xBB' && p[2] == '\xBF')
		return 3;
	return 0;
}

/* How many bytes of white space end before p. */
static inline uint32_t
byte_blank_before(const char *start, const char *p)
{
	for (uint32_t n = 1; n <= 3 && p - start >= (ptrdiff_t) n; n++)
		if (byte_blank(p - n, p) == n)
			return n;
	return 0;
}

static inline const char *
byte_skip_blanks(const char *p, const char *end)
{
	uint32_t	n;

	while ((n = byte_blank(p, end)) > 0)
		p += n;
	return p;
}

static inline const char *
byte_back_blanks(const char *start, const char *p)
{
	uint32_t	n;

	while ((n = byte_blank_before(start, p)) > 0)
		p -= n;
	return p;
}

/* How many bytes the double quotation mark at p has; 0: there is none. */
static inline uint32_t
byte_quote(const char *p, const char *end)
{
	if (p >= end)
		return 0;
	if (*p == '"')
		return 1;
	if (end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && (unsigned char) p[2] >= 0x9C && (unsigned char) p[2] <= 0x9F)
		return 3;
	if (end - p >= 2 && p[0] == '\xC2' && (p[1] == '\xAB' || p[1] == '\xBB'))
		return 2;
	return 0;
}

/* How many bytes the double quotation mark before p has. */
static inline uint32_t
byte_quote_before(const char *start, const char *p)
{
	for (uint32_t n = 1; n <= 3 && p - start >= (ptrdiff_t) n; n++)
		if (byte_quote(p - n, p) == n)
			return n;
	return 0;
}

/* How many bytes the dash at p has: hyphen, "--", en and em dash. */
static inline uint32_t
byte_dash(const char *p, const char *end)
{
	if (p >= end)
		return 0;
	if (*p == '-')
		return end - p >= 2 && p[1] == '-' ? 2 : 1;
	if (end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && (unsigned char) p[2] >= 0x90 && (unsigned char) p[2] <= 0x95)
		return 3;
	return 0;
}

/* The span without the white space at both ends. */
static inline Span
byte_trim(Span s)
{
	const char *end = s.at + s.len;
	const char *from = byte_skip_blanks(s.at, end);

	return span_of(from, (size_t) (byte_back_blanks(from, end) - from));
}

#endif
