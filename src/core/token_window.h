/*
 * Sixty-four bytes of text as bit masks: where tokens begin and end, which need care.
 *
 * Bit i stands for byte i.  With masks the place of the next token does not wait
 * for the length of the one before, and most questions of the plain reader are
 * one bit.  SSE2 is part of every x86-64; elsewhere a loop over the bytes gives
 * the same masks.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_TOKEN_WINDOW_H
#define BERITA_CORE_TOKEN_WINDOW_H

#include "core/span.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define WINDOW 64

typedef struct Window
{
	uint64_t	letters;		/* of ASCII */
	uint64_t	small;			/* lower case, where letters are */
	uint64_t	digits;
	uint64_t	newlines;
	uint64_t	starts;			/* of tokens */
	uint64_t	ends;			/* first byte behind a token */
	uint64_t	rough;			/* ends with something behind that may join */
	uint64_t	attend_start;	/* starts of tokens that ask for a second look */
	uint64_t	attend_end;		/* ends of such */
	uint64_t	loose;			/* white space stands before */
	bool		bracket;		/* no word is plain any more: initials may come */
} Window;

/* The bytes of one kind each; what window_read() makes the rest of. */
typedef struct WindowBytes
{
	uint64_t	letters,
				small,
				digits,
				white,
				newlines,
				marks,			/* , ; ) " ! ? */
				dots;
} WindowBytes;

#ifdef __SSE2__

/* Sixteen bytes at p, to bits from shift on. */
static inline void
window_sixteen(WindowBytes *b, const char *p, int shift)
{
	const __m128i v = _mm_loadu_si128((const __m128i *) (const void *) p);
	const __m128i low = _mm_or_si128(v, _mm_set1_epi8(0x20));

#define BITS(x) ((uint64_t) (uint32_t) _mm_movemask_epi8(x) << shift)
#define IS(c) _mm_cmpeq_epi8(v, _mm_set1_epi8(c))
/* from c on, n of them: they alone come to lie below n - 128, signed */
#define RANGE(x, c, n) _mm_cmplt_epi8(_mm_sub_epi8(x, _mm_set1_epi8((char) ((c) + 128))), _mm_set1_epi8((char) ((n) - 128)))
	b->letters |= BITS(RANGE(low, 'a', 26));
	b->small |= BITS(_mm_slli_epi16(v, 2));
	b->digits |= BITS(RANGE(v, '0', 10));
	b->white |= BITS(_mm_or_si128(IS(' '), RANGE(v, '\t', 5)));
	b->newlines |= BITS(IS('\n'));
	b->dots |= BITS(IS('.'));
	b->marks |= BITS(_mm_or_si128(_mm_or_si128(RANGE(v, '!', 2), IS(')')), _mm_or_si128(_mm_or_si128(IS(','), IS(';')), IS('?'))));
#undef RANGE
#undef IS
#undef BITS
}

#else

static inline void
window_sixteen(WindowBytes *b, const char *p, int shift)
{
	for (int i = 0; i < 16; i++)
	{
		uint64_t	bit = (uint64_t) 1 << (shift + i);
		char		c = p[i];

		b->letters |= (unsigned char) ((c | 0x20) - 'a') < 26 ? bit : 0;
		b->small |= c & 0x20 ? bit : 0;
		b->digits |= c >= '0' && c <= '9' ? bit : 0;
		b->white |= c == ' ' || (c >= '\t' && c <= '\r') ? bit : 0;
		b->newlines |= c == '\n' ? bit : 0;
		b->dots |= c == '.' ? bit : 0;
		b->marks |= c == ',' || c == ';' || c == ')' || c == '"' || c == '!' || c == '?' ? bit : 0;
	}
}

#endif

/* Reads the 64 bytes at p. */
static inline void
window_read(Window *w, const char *p)
{
	WindowBytes b = {0, 0, 0, 0, 0, 0, 0};
	uint64_t	words,
				word_ends,
				numbers,
				number_ends,
				strange,
				capitals;

	for (int i = 0; i < WINDOW; i += 16)
		window_sixteen(&b, p + i, i);
	number_ends = ~b.digits & b.digits << 1;
	word_ends = ~b.letters & b.letters << 1;
	w->rough = word_ends & ~(b.white | b.marks);

	/* a dot before white space is a mark alone, but a word before it may claim it */
	b.marks |= b.dots & ~(b.dots << 1) & b.white >> 1;
	w->letters = b.letters;
	w->bracket = false;
	w->small = b.small;
	w->digits = b.digits;
	w->newlines = b.newlines;
	w->loose = b.white << 1;
	strange = ~(b.letters | b.digits | b.white | b.marks);
	capitals = b.letters & ~b.small;
	words = b.letters & ~(b.letters << 1);
	numbers = b.digits & ~(b.digits << 1);
	w->starts = words | numbers | b.marks | strange;
	w->ends = word_ends | number_ends | b.marks << 1 | strange << 1;
	w->attend_start = strange | numbers | (words & capitals & (capitals >> 1 | word_ends >> 2));
	w->attend_end = w->rough;
}

/* Leaves all words that follow to the careful reader. */
static inline void
window_is_rough(Window *w)
{
	w->bracket = true;
	w->rough = w->attend_end = ~(uint64_t) 0;
}

/* How many bits are set. */
static inline uint32_t
window_count(uint64_t bits)
{
	uint32_t	n = 0;

	for (; bits; bits &= bits - 1)
		n++;
	return n;
}

#endif
