/*
 * A borrowed run of bytes, and a place in a text counted in bytes and characters.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_SPAN_H
#define BERITA_CORE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* len bytes that belong to somebody else; no NUL is assumed behind them. */
typedef struct Span
{
	const char *at;
	size_t		len;
} Span;

/*
 * Where something stands in a text: 0-based, in bytes and in characters.
 * Texts are at most 1 GB, so 32 bits are enough.
 */
typedef struct Place
{
	uint32_t	at;				/* first byte */
	uint32_t	len;			/* bytes */
	uint32_t	chars_at;		/* first character */
	uint32_t	chars;			/* characters */
} Place;

static inline Span
span_of(const char *at, size_t len)
{
	Span		s = {at, len};

	return s;
}

/* The bytes of text that place covers. */
static inline Span
span_at(Span text, Place place)
{
	return span_of(text.at + place.at, place.len);
}

static inline bool
span_equal(Span a, Span b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

/* Is s exactly the NUL-terminated word? */
static inline bool
span_is(Span s, const char *word)
{
	return s.len == strlen(word) && memcmp(s.at, word, s.len) == 0;
}

/* The place that reaches from the start of a to the end of b. */
static inline Place
place_join(Place a, Place b)
{
	Place		p = a;

	p.len = b.at + b.len - a.at;
	p.chars = b.chars_at + b.chars - a.chars_at;
	return p;
}

#endif
