/*
 * Sixty-four bytes of text as bit masks: where tokens begin and end, which ask for a
 * second look.
 *
 * Bit i stands for byte i.  With masks the place of the next token does not wait
 * for the length of the one before, and most questions of the plain reader are
 * one bit.  SSE2 is part of every x86-64; elsewhere a loop over the bytes gives
 * the same masks.
 *
 * Every byte that is not white is part of a token: a run of letters, a run of
 * digits, or one byte of anything else.  So starts and ends come in turn, the
 * first start belongs to the first end, and the place of a token among its
 * fellows is the count of ends below it.  Where that is not the whole truth
 * ("anak-anak", "1,5", a character of several bytes) the end is in attend.
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
	uint64_t	runs;			/* bytes of letters or digits */
	uint64_t	controls;		/* white space but the blank: newlines are among it */
	uint64_t	starts;			/* first bytes of tokens */
	uint64_t	ends;			/* first bytes behind tokens */
	uint64_t	stops;			/* ends of words of less than eight letters before a dot or the like and white space */
	uint64_t	attend;			/* ends of other tokens that ask for a second look */
	uint64_t	rough;			/* ends with something behind that may join */
	uint64_t	shouts;			/* ends of words of two capitals or more and nothing else */
	uint64_t	pairs;			/* ends of words of one capital and one small letter: Di, Rp */
} Window;

/* The bytes of one kind each; what window_read() makes the rest of. */
typedef struct WindowBytes
{
	uint64_t	letters,
				small,			/* lower case, where letters are */
				digits,
				blanks,
				controls,		/* other white space */
				marks,			/* , ) " ? */
				joins;			/* - . / : */
} WindowBytes;

#ifdef __SSE2__

static inline uint64_t
window_bits(__m128i a, __m128i b, __m128i c, __m128i d)
{
	uint32_t	low = (uint32_t) _mm_movemask_epi8(a) | (uint32_t) _mm_movemask_epi8(b) << 16;
	uint32_t	high = (uint32_t) _mm_movemask_epi8(c) | (uint32_t) _mm_movemask_epi8(d) << 16;

	return low | (uint64_t) high << 32;
}

/* The newlines among the 64 bytes at p. */
static inline uint64_t
window_newlines(const char *p)
{
	const __m128i *from = (const __m128i *) (const void *) p;
	const __m128i n = _mm_set1_epi8('\n');

	return window_bits(_mm_cmpeq_epi8(_mm_loadu_si128(from), n), _mm_cmpeq_epi8(_mm_loadu_si128(from + 1), n),
					   _mm_cmpeq_epi8(_mm_loadu_si128(from + 2), n), _mm_cmpeq_epi8(_mm_loadu_si128(from + 3), n));
}

static inline WindowBytes
window_bytes(const char *p)
{
	const __m128i *from = (const __m128i *) (const void *) p;
	const __m128i a = _mm_loadu_si128(from),
				b = _mm_loadu_si128(from + 1),
				c = _mm_loadu_si128(from + 2),
				d = _mm_loadu_si128(from + 3);
	WindowBytes w;

#define BITS(kind) window_bits(kind(a), kind(b), kind(c), kind(d))
#define OR(x, y) _mm_or_si128(x, y)
#define IS(x, c) _mm_cmpeq_epi8(x, _mm_set1_epi8(c))
/* from c on, n of them: they alone come to lie below n - 128, signed */
#define RANGE(x, c, n) _mm_cmplt_epi8(_mm_sub_epi8(x, _mm_set1_epi8((char) ((c) + 128))), _mm_set1_epi8((char) ((n) - 128)))
#define LETTER(x) RANGE(OR(x, _mm_set1_epi8(0x20)), 'a', 26)
#define SMALL(x) _mm_slli_epi16(x, 2)
#define DIGIT(x) RANGE(x, '0', 10)
#define BLANK(x) IS(x, ' ')
#define CONTROL(x) RANGE(x, '\t', 5)
#define MARK(x) OR(OR(IS(x, ','), IS(x, '"')), OR(IS(x, ')'), IS(x, '?')))
#define JOIN(x) OR(RANGE(x, '-', 3), IS(x, ':'))
	w.letters = BITS(LETTER);
	w.small = BITS(SMALL);
	w.digits = BITS(DIGIT);
	w.blanks = BITS(BLANK);
	w.controls = BITS(CONTROL);
	w.marks = BITS(MARK);
	w.joins = BITS(JOIN);
#undef BITS
#undef OR
#undef IS
#undef RANGE
#undef LETTER
#undef SMALL
#undef DIGIT
#undef BLANK
#undef CONTROL
#undef MARK
#undef JOIN
	return w;
}

#else

static inline uint64_t
window_newlines(const char *p)
{
	uint64_t	newlines = 0;

	for (int i = 0; i < WINDOW; i++)
		newlines |= (uint64_t) (p[i] == '\n') << i;
	return newlines;
}

static inline WindowBytes
window_bytes(const char *p)
{
	WindowBytes w = {0, 0, 0, 0, 0, 0, 0};

	for (int i = 0; i < WINDOW; i++)
	{
		uint64_t	bit = (uint64_t) 1 << i;
		char		c = p[i];

		w.letters |= (unsigned char) ((c | 0x20) - 'a') < 26 ? bit : 0;
		w.small |= c & 0x20 ? bit : 0;
		w.digits |= c >= '0' && c <= '9' ? bit : 0;
		w.blanks |= c == ' ' ? bit : 0;
		w.controls |= c >= '\t' && c <= '\r' ? bit : 0;
		w.marks |= c == ',' || c == '"' || c == ')' || c == '?' ? bit : 0;
		w.joins |= c == '-' || c == '.' || c == '/' || c == ':' ? bit : 0;
	}
	return w;
}

#endif

/* The last bits of runs of eight bits or more, from their eighth on. */
static inline uint64_t
window_eighths(uint64_t bits)
{
	bits &= bits << 1;
	bits &= bits << 2;
	return bits & bits << 4;
}

/* Reads the 64 bytes at p. */
static inline void
window_read(Window *w, const char *p)
{
	const WindowBytes b = window_bytes(p);
	const uint64_t white = b.blanks | b.controls,
				words = b.letters & ~(b.letters << 1),
				word_ends = ~b.letters & b.letters << 1,
				numbers = b.digits & ~(b.digits << 1),
				number_ends = ~b.digits & b.digits << 1,
				strange = ~(b.letters | b.digits | white | b.marks | b.joins),
				capitals = b.letters & ~b.small,
				single = b.marks | b.joins | strange,
				last = b.joins & white >> 1;

	w->runs = b.letters | b.digits;
	w->controls = b.controls;
	w->starts = words | numbers | single;
	w->ends = word_ends | number_ends | single << 1;

	/* a carry runs through the capitals from a word's first one and lands behind them */
	w->shouts = (capitals + (words & capitals)) & ~capitals & word_ends & ~(words << 1);
	w->pairs = (capitals & words) << 2 & word_ends & ~w->shouts;

	/* no abbreviation is as long as eight letters; behind white space nothing joins */
	w->stops = word_ends & last & ~(window_eighths(b.letters) << 1);
	w->rough = (word_ends & ~(white | b.marks | last)) | (number_ends & ~(white | last | (b.marks & white >> 1)));
	w->attend = w->rough | strange << 1 | (b.joins & b.joins << 1);
}

/* The highest bit of bits, which are not 0. */
static inline uint32_t
window_last(uint64_t bits)
{
	return 63 - (uint32_t) __builtin_clzll(bits);
}

/* The first n bits. */
static inline uint64_t
window_first(uint32_t n)
{
	return n < WINDOW ? ((uint64_t) 1 << n) - 1 : ~(uint64_t) 0;
}

/* Leaves out what lies before byte at; a token may begin there. */
static inline void
window_from(Window *w, uint32_t at)
{
	uint64_t	from = ~window_first(at);

	w->starts = (w->starts & from) | (w->runs & from & (~from + 1));
	w->controls &= from;
	w->ends &= from << 1;
	w->stops &= from << 1;
	w->attend &= from << 1;
	w->shouts &= from << 1;
	w->pairs &= from << 1;
}

/* Leaves out the tokens that do not end at byte at or before. */
static inline void
window_until(Window *w, uint32_t at)
{
	uint64_t	until = window_first(at) << 1 | 1;

	w->starts &= until >> 1;
	w->ends &= until;
	w->shouts &= until;
	w->pairs &= until;
}

/* Makes the bytes from at, len of them and all within the window, one token; or, as a gap, none. */
static inline void
window_join(Window *w, uint32_t at, uint32_t len, bool gap)
{
	uint64_t	inner = (window_first(len) & ~(uint64_t) 1) << at;

	w->starts &= ~inner;
	w->ends &= ~inner;
	w->attend &= ~(inner | inner << 1);
	w->shouts &= ~(inner | inner << 1);
	w->pairs &= ~(inner | inner << 1);
	if (gap)
	{
		w->starts &= ~((uint64_t) 1 << at);
		w->ends &= ~((uint64_t) 1 << (at + len));
	}
}

/* Where the first token begins that does not end in the window; WINDOW: there is none. */
static inline uint32_t
window_rest(const Window *w)
{
	uint64_t	rest = w->starts;

	if (w->ends)
		rest &= ~(uint64_t) 0 << window_last(w->ends);
	return rest ? (uint32_t) __builtin_ctzll(rest) : WINDOW;
}

/* How many bits are set: pairs are counted first, then fours, then bytes. */
static inline uint32_t
window_count(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
	bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	return (uint32_t) (bits * UINT64_C(0x0101010101010101) >> 56);
}

/* How many bits stand below the lowest one of from? */
static inline uint32_t
window_rank(uint64_t bits, uint64_t from)
{
	return window_count(bits & ((from & (~from + 1)) - 1));
}

#endif
