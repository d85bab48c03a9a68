/*
 * The commonest word forms, looked up at once: form to root, and is it a stop word.
 *
 * src/tools/common.c writes common_table.h at make, by the very stemmer that
 * answers for all other forms: the table changes speed and nothing else.  A slot
 * is one number:
 *
 *		tag 12 | stop 1 | root length 5 | root at 20 | form length 5 | form at 21
 *
 * Forms and roots lie in one run of bytes, roots mostly inside forms.  The hash
 * reads a word's first and last eight bytes and its length.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_COMMON_H
#define BERITA_CORE_COMMON_H

#include "core/span.h"

/* Forms and roots are no longer than this. */
#define COMMON_MAX 31

/* Eight bytes as a number, the same on every machine. */
static inline uint64_t
common_eight(const char *at)
{
	const unsigned char *p = (const unsigned char *) at;

	return (uint64_t) p[0] | (uint64_t) p[1] << 8 | (uint64_t) p[2] << 16 | (uint64_t) p[3] << 24 |
		(uint64_t) p[4] << 32 | (uint64_t) p[5] << 40 | (uint64_t) p[6] << 48 | (uint64_t) p[7] << 56;
}

static inline uint64_t
common_four(const char *at)
{
	const unsigned char *p = (const unsigned char *) at;

	return (uint64_t) p[0] | (uint64_t) p[1] << 8 | (uint64_t) p[2] << 16 | (uint64_t) p[3] << 24;
}

/*
 * A word of up to sixteen bytes as two numbers, zero behind its end: for letters
 * they tell the word wholly, its length included.
 */
typedef struct CommonKey
{
	uint64_t	a;
	uint64_t	b;
} CommonKey;

/* The key of the len bytes at a place of which sixteen may be read. */
static inline CommonKey
common_key_wide(const char *at, size_t len)
{
	size_t		low = len < 8 ? len : 8,
				high = len - low;
	CommonKey	k;

	k.a = common_eight(at) & (low < 8 ? (UINT64_C(1) << 8 * low) - 1 : ~UINT64_C(0));
	k.b = common_eight(at + 8) & (high < 8 ? (UINT64_C(1) << 8 * high) - 1 : ~UINT64_C(0));
	return k;
}

/* The same, where only the word itself may be read. */
static inline CommonKey
common_key(const char *at, size_t len)
{
	CommonKey	k = {0, 0};

	if (len >= 8)
	{
		k.a = common_eight(at);
		if (len > 8)
			k.b = common_eight(at + len - 8) >> 8 * (16 - len);
	}
	else if (len >= 4)
		k.a = common_four(at) | common_four(at + len - 4) << 8 * (len - 4);
	else
		for (size_t i = 0; i < len; i++)
			k.a |= (uint64_t) (unsigned char) at[i] << 8 * i;
	return k;
}

static inline uint64_t
common_mix(CommonKey k)
{
	uint64_t	a = k.a * UINT64_C(0x9E3779B97F4A7C15),
				b = (k.b + (a >> 32)) * UINT64_C(0xD6E8FEB86659FD93);

	return a ^ b ^ b >> 29;
}

/* A hash of any bytes; the upper bits are the better ones. */
static inline uint64_t
common_hash(Span s)
{
	CommonKey	k = {0, 0};

	if (s.len <= 16)
		return common_mix(common_key(s.at, s.len));
	for (size_t i = 0; i + 8 < s.len; i += 8)
		k.a = (k.a ^ common_eight(s.at + i)) * UINT64_C(0x9E3779B97F4A7C15);
	k.b = common_eight(s.at + s.len - 8) ^ s.len;
	return common_mix(k);
}

/* Are the len bytes at a and b the same?  Quick for short words. */
static inline bool
common_same(const char *a, const char *b, size_t len)
{
	CommonKey	x,
				y;

	if (len > 16)
		return memcmp(a, b, len) == 0;
	x = common_key(a, len);
	y = common_key(b, len);
	return x.a == y.a && x.b == y.b;
}

/* What the table says of a form; root points into read-only memory for good. */
typedef struct CommonForm
{
	Span		root;			/* COMMON_MAX + 1 bytes may be read from here */
	bool		stop;
} CommonForm;

/* Is the folded word one of the commonest forms? */
extern bool common_find(Span folded, CommonForm *found);

/*
 * For those who will ask for many words: the first brings the word's slot nearer,
 * the second, a little later, what the slot points to.
 */
extern void common_prefetch(Span folded);
extern void common_prefetch_form(Span folded);

/*
 * The same for a word that is not folded yet; only words of ASCII letters are
 * found.  readable counts the bytes that may be read from its first one.
 */
extern bool common_find_raw(Span word, size_t readable, CommonForm *found);
extern void common_prefetch_raw(Span word, size_t readable);

#endif
