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

/* A hash of any bytes; the upper bits are the better ones. */
static inline uint64_t
common_hash(Span s)
{
	uint64_t	a,
				b;

	if (s.len >= 8)
	{
		a = common_eight(s.at);
		b = common_eight(s.at + s.len - 8);
		for (size_t i = 8; i + 8 < s.len; i += 8)
			a = (a ^ common_eight(s.at + i)) * UINT64_C(0x9E3779B97F4A7C15);
	}
	else if (s.len >= 4)
	{
		a = common_four(s.at);
		b = common_four(s.at + s.len - 4);
	}
	else
	{
		a = s.len > 0 ? (unsigned char) s.at[0] : 0;
		b = s.len > 0 ? (uint64_t) (unsigned char) s.at[s.len - 1] | (uint64_t) (unsigned char) s.at[s.len / 2] << 8 : 0;
	}
	a = (a ^ (uint64_t) s.len << 56) * UINT64_C(0x9E3779B97F4A7C15);
	b = (b + (a >> 32)) * UINT64_C(0xD6E8FEB86659FD93);
	return a ^ b ^ b >> 29;
}

/* Are the len bytes at a and b the same?  Quick for short words. */
static inline bool
common_same(const char *a, const char *b, size_t len)
{
	if (len > 16)
		return memcmp(a, b, len) == 0;
	if (len >= 8)
		return common_eight(a) == common_eight(b) && common_eight(a + len - 8) == common_eight(b + len - 8);
	if (len >= 4)
		return common_four(a) == common_four(b) && common_four(a + len - 4) == common_four(b + len - 4);
	for (size_t i = 0; i < len; i++)
		if (a[i] != b[i])
			return false;
	return true;
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

#endif
