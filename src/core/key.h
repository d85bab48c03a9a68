/*
 * A short word as two numbers, and hashes of words.
 *
 * Nearly every word has at most sixteen bytes: then two numbers tell it wholly,
 * and comparing or hashing it takes no loop over its bytes.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_KEY_H
#define BERITA_CORE_KEY_H

#include "core/span.h"

#ifdef __x86_64__
#include <emmintrin.h>
#endif

/* Eight bytes as a number, the same on every machine. */
static inline uint64_t
key_eight(const char *at)
{
	const unsigned char *p = (const unsigned char *) at;

	return (uint64_t) p[0] | (uint64_t) p[1] << 8 | (uint64_t) p[2] << 16 | (uint64_t) p[3] << 24 |
		(uint64_t) p[4] << 32 | (uint64_t) p[5] << 40 | (uint64_t) p[6] << 48 | (uint64_t) p[7] << 56;
}

static inline uint64_t
key_four(const char *at)
{
	const unsigned char *p = (const unsigned char *) at;

	return (uint64_t) p[0] | (uint64_t) p[1] << 8 | (uint64_t) p[2] << 16 | (uint64_t) p[3] << 24;
}

/*
 * A word of up to sixteen bytes as two numbers, zero behind its end: for letters
 * they tell the word wholly, its length included.
 */
typedef struct WordKey
{
	uint64_t	a;
	uint64_t	b;
} WordKey;

/* The bits of the first n bytes of eight. */
static inline uint64_t
key_bits(size_t n)
{
	static const uint64_t bits[9] = {
		0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, UINT64_C(0xFFFFFFFFFF),
		UINT64_C(0xFFFFFFFFFFFF), UINT64_C(0xFFFFFFFFFFFFFF), ~UINT64_C(0)
	};

	return bits[n];
}

/* The key of the len bytes at a place of which sixteen may be read. */
static inline WordKey
key_wide(const char *at, size_t len)
{
	size_t		low = len < 8 ? len : 8;
	WordKey		k;

	k.a = key_eight(at) & key_bits(low);
	k.b = key_eight(at + 8) & key_bits(len - low);
	return k;
}

/* The same, where only the word itself may be read. */
static inline WordKey
key_of(const char *at, size_t len)
{
	WordKey		k = {0, 0};

	if (len >= 8)
	{
		k.a = key_eight(at);
		if (len > 8)
			k.b = key_eight(at + len - 8) >> 8 * (16 - len);
	}
	else if (len >= 4)
		k.a = key_four(at) | key_four(at + len - 4) << 8 * (len - 4);
	else if (len > 0)
		k.a = (uint64_t) (unsigned char) at[0] | (uint64_t) (unsigned char) at[len / 2] << 8 * (len / 2) |
			(uint64_t) (unsigned char) at[len - 1] << 8 * (len - 1);
	return k;
}

/* Each byte of x that is an ASCII capital as the small letter. */
static inline uint64_t
key_lower_eight(uint64_t x)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	uint64_t	low = (x & each * 0x7F) + each * (0x80 - 'A'),
				high = (x & each * 0x7F) + each * (0x7F - 'Z');

	return x | (low & ~high & ~x & each * 0x80) >> 2;
}

/* key_wide() of the word in small letters. */
static inline WordKey
key_wide_lower(const char *at, size_t len)
{
#ifdef __x86_64__
	static const char first[32] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
	__m128i		x = _mm_and_si128(_mm_loadu_si128((const __m128i *) at), _mm_loadu_si128((const __m128i *) (first + 16 - len)));
	__m128i		capital = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('A' - 1)), _mm_cmplt_epi8(x, _mm_set1_epi8('Z' + 1)));
	WordKey		k;

	x = _mm_or_si128(x, _mm_and_si128(capital, _mm_set1_epi8('a' - 'A')));
	k.a = (uint64_t) _mm_cvtsi128_si64(x);
	k.b = (uint64_t) _mm_cvtsi128_si64(_mm_unpackhi_epi64(x, x));
	return k;
#else
	WordKey		k = key_wide(at, len);

	k.a = key_lower_eight(k.a);
	k.b = key_lower_eight(k.b);
	return k;
#endif
}

static inline uint64_t
key_mix(WordKey k)
{
	uint64_t	a = k.a * UINT64_C(0x9E3779B97F4A7C15),
				b = (k.b + (a >> 32)) * UINT64_C(0xD6E8FEB86659FD93);

	return a ^ b ^ b >> 29;
}

/* A hash of more than sixteen bytes. */
extern uint64_t key_hash_long(Span s);

/* A hash of any bytes; the upper bits are the better ones. */
static inline uint64_t
key_hash(Span s)
{
	return s.len <= 16 ? key_mix(key_of(s.at, s.len)) : key_hash_long(s);
}

static inline void
key_write_eight(uint64_t x, char *out)
{
	out[0] = (char) x;
	out[1] = (char) (x >> 8);
	out[2] = (char) (x >> 16);
	out[3] = (char) (x >> 24);
	out[4] = (char) (x >> 32);
	out[5] = (char) (x >> 40);
	out[6] = (char) (x >> 48);
	out[7] = (char) (x >> 56);
}

/* A key's bytes, all sixteen. */
static inline void
key_write(WordKey k, char *out)
{
	key_write_eight(k.a, out);
	key_write_eight(k.b, out + 8);
}

/* The same bytes, more than sixteen? */
extern bool key_same_long(const char *a, const char *b, size_t len);

/* Are the len bytes at a and b the same?  Quick for short words. */
static inline bool
key_same(const char *a, const char *b, size_t len)
{
	WordKey	x,
				y;

	if (len > 16)
		return key_same_long(a, b, len);
	x = key_of(a, len);
	y = key_of(b, len);
	return x.a == y.a && x.b == y.b;
}

#endif
