/*
 * The runs of words that stand in two texts.
 *
 * For each word of a, how many words from there on stand somewhere in b?  Call that
 * its reach.  A run from word i is part of a longer one exactly if the run from an
 * earlier word ends no earlier, so reading a from left to right, the passages are
 * the runs that end later than all before them.
 *
 *		a: one two three four five		b: two three four / one two three
 *		   passages of three words: "one two three", "two three four"
 *
 * The reach comes from b's places, parted into slots by a hash of their first few
 * words; a slot is sorted by all words that follow.  In the slot of word i the best
 * places are the two between which i itself would stand.  Where the word before i
 * reached on from a place of b, the place behind it is known to agree in one word
 * less; in articles a slot seldom holds another, so a word costs one step.
 *
 * How far two places agree is found by comparing sums over words (a polynomial
 * modulo 2^61 - 1, Karp and Rabin 1987), doubling the length and then halving the
 * step.  No input costs more than n log^2 n, however often it repeats itself; a text
 * that is one phrase over and over agrees to its end, which is asked first.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/passage.h"

#include "core/hash.h"
#include "core/host.h"

#define SEED_WORDS 8			/* words of the hash by which places are found */
#define PLAIN_WORDS 16			/* compared one by one before sums are */
#define LOW_BITS 12				/* powers are kept for the low and the high bits apart */

#define PRIME ((UINT64_C(1) << 61) - 1)
#define BASE UINT64_C(0x0C2B2AE3D27D4EB4)

typedef struct Side
{
	const uint64_t *word;
	uint64_t   *sum;			/* of all words before each, n + 1 of them */
	uint32_t	n;
} Side;

typedef struct Matcher
{
	Side		a;
	Side		b;
	uint64_t   *low;			/* powers of the base: 0 to 2^LOW_BITS - 1 */
	uint64_t   *high;			/* and of the base to the power of 2^LOW_BITS */
	uint32_t	seed;			/* words */
	uint32_t   *place;			/* of b, by slot, then by their words */
	uint32_t   *first;			/* place of each slot, and their number at the end */
	uint32_t	shift;			/* 32 - log2(slots) */
} Matcher;

static inline uint64_t
reduce(uint64_t x)
{
	x = (x & PRIME) + (x >> 61);
	return x >= PRIME ? x - PRIME : x;
}

/* a * b modulo 2^61 - 1; a and b are below it. */
static inline uint64_t
multiply(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
	unsigned __int128 product = (unsigned __int128) a * b;

	return reduce(((uint64_t) product & PRIME) + (uint64_t) (product >> 61));
#else
	uint64_t	a_high = a >> 32,
				a_low = a & 0xFFFFFFFF,
				b_high = b >> 32,
				b_low = b & 0xFFFFFFFF,
				low = a_low * b_low,
				middle = a_high * b_low + a_low * b_high;	/* below 2^62 */

	/* 2^64 is 8, and middle * 2^32 is its high 32 bits by 8 and its low 29 shifted. */
	return reduce(reduce(a_high * b_high * 8) + reduce(low) + reduce((middle >> 29) + ((middle & 0x1FFFFFFF) << 32)));
#endif
}

static inline uint64_t
power(const Matcher *m, uint32_t n)
{
	return multiply(m->low[n & ((1u << LOW_BITS) - 1)], m->high[n >> LOW_BITS]);
}

/* Are n words from i in x those from j in y? */
static inline bool
same(const Matcher *m, const Side *x, uint32_t i, const Side *y, uint32_t j, uint32_t n)
{
	return multiply(reduce(x->sum[i] + PRIME - y->sum[j]), power(m, n)) == reduce(x->sum[i + n] + PRIME - y->sum[j + n]);
}

static void
side_open(Side *side, WordRow row)
{
	side->word = row.word;
	side->n = row.n;
	side->sum = berita_alloc(((size_t) row.n + 1) * sizeof(uint64_t));
	side->sum[0] = 0;
	for (uint32_t i = 0; i < row.n; i++)
	{
		side->sum[i + 1] = reduce(multiply(side->sum[i], BASE) + reduce(row.word[i]));
		if (i % 4096 == 0)
			berita_breathe();
	}
}

static void
powers_make(Matcher *m)
{
	uint32_t	most = m->a.n > m->b.n ? m->a.n : m->b.n,
				highs = (most >> LOW_BITS) + 1;
	uint64_t	step;

	m->low = berita_alloc(sizeof(uint64_t) << LOW_BITS);
	m->high = berita_alloc(highs * sizeof(uint64_t));
	m->low[0] = m->high[0] = 1;
	for (uint32_t i = 1; i < 1u << LOW_BITS; i++)
		m->low[i] = multiply(m->low[i - 1], BASE);
	step = multiply(m->low[(1u << LOW_BITS) - 1], BASE);
	for (uint32_t i = 1; i < highs; i++)
		m->high[i] = multiply(m->high[i - 1], step);
}

/* From word b of the other text on so many words agree. */
typedef struct Reach
{
	uint32_t	b;
	uint32_t	words;
} Reach;

/* How many words agree from i in x and j in y on, if it is known that some do. */
static uint32_t
agree(const Matcher *m, const Side *x, uint32_t i, const Side *y, uint32_t j, uint32_t known)
{
	uint32_t	most = x->n - i < y->n - j ? x->n - i : y->n - j,
				n = known,
				plain = n + PLAIN_WORDS < most ? n + PLAIN_WORDS : most,
				step = PLAIN_WORDS;

	for (; n < plain; n++)
		if (x->word[i + n] != y->word[j + n])
			return n;
	if (same(m, x, i + n, y, j + n, most - n))
		return most;
	while (step <= most - n && same(m, x, i + n, y, j + n, step))
	{
		n += step;
		step *= 2;
	}
	/* They differ within the next step words. */
	for (; step > 0; step /= 2)
		if (step <= most - n && same(m, x, i + n, y, j + n, step))
			n += step;
	return n;
}

/* Does place i of x come before place j of y, which agree in n words? */
static inline bool
before(const Side *x, uint32_t i, const Side *y, uint32_t j, uint32_t n)
{
	if (j + n == y->n)
		return false;
	return i + n == x->n || x->word[i + n] < y->word[j + n];
}

static bool
place_before(const Matcher *m, uint32_t i, uint32_t j)
{
	return before(&m->b, i, &m->b, j, agree(m, &m->b, i, &m->b, j, 0));
}

/* How many of n places stand in rising order, or in falling order. */
static uint32_t
in_order(const Matcher *m, const uint32_t *place, uint32_t n, bool falling)
{
	uint32_t	k = 1;

	while (k < n && place_before(m, place[k], place[k - 1]) == falling)
		berita_breathe_each(k++);
	return k;
}

/* Sorts n places by their words: merging, from runs of one on. */
static void
sort_places(const Matcher *m, uint32_t *place, uint32_t n, uint32_t *scratch)
{
	/* A phrase over and over stands in order, or in the opposite order. */
	if (in_order(m, place, n, false) == n)
		return;
	if (in_order(m, place, n, true) == n)
	{
		for (uint32_t i = 0; i < n / 2; i++)
		{
			uint32_t	swap = place[i];

			place[i] = place[n - 1 - i];
			place[n - 1 - i] = swap;
		}
		return;
	}
	for (uint64_t run = 1; run < n; run *= 2)
	{
		for (uint64_t from = 0; from < n; from += 2 * run)
		{
			uint64_t	middle = from + run < n ? from + run : n,
						end = middle + run < n ? middle + run : n,
						left = from,
						right = middle;

			for (uint64_t out = from; out < end; out++)
			{
				bool		take = left < middle && (right == end || !place_before(m, place[right], place[left]));

				scratch[out] = place[take ? left++ : right++];
				berita_breathe_each(out);
			}
			berita_breathe();
		}
		memcpy(place, scratch, n * sizeof(uint32_t));
	}
}

/* The slot of the words from i on: by a hash of as many as the seed has. */
static inline uint32_t
slot_of(const Matcher *m, const Side *side, uint32_t i)
{
	uint64_t	others = multiply(side->sum[i], m->low[m->seed]);

	return (uint32_t) (hash_mix(reduce(side->sum[i + m->seed] + PRIME - others)) >> 32) >> m->shift;
}

static void
places_make(Matcher *m)
{
	uint32_t	n = m->b.n - m->seed + 1,
				bits = 4;
	uint32_t   *slot = berita_alloc(n * sizeof(uint32_t));
	size_t		slots;

	/* Twice to four times the places, so that few share a slot; at most 256 MB. */
	while (bits < 26 && UINT32_C(1) << bits < 2 * (uint64_t) n)
		bits++;
	m->shift = 32 - bits;
	slots = (size_t) 1 << bits;
	m->place = berita_alloc(n * sizeof(uint32_t));
	m->first = berita_alloc((slots + 1) * sizeof(uint32_t));
	memset(m->first, 0, (slots + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < n; i++)
	{
		slot[i] = slot_of(m, &m->b, i);
		m->first[slot[i]]++;
		if (i % 4096 == 0)
			berita_breathe();
	}
	for (size_t k = 1; k <= slots; k++)
		m->first[k] += m->first[k - 1];
	for (uint32_t i = n; i-- > 0;)
		m->place[--m->first[slot[i]]] = i;
	berita_breathe();
	for (size_t k = 0; k < slots; k++)
	{
		if (m->first[k + 1] - m->first[k] > 1)
			sort_places(m, m->place + m->first[k], m->first[k + 1] - m->first[k], slot);
		if (k % 4096 == 0)
			berita_breathe();
	}
	berita_free(slot);
}

/*
 * How far word i of a reaches among the places from low to high; hint is a place of
 * which that is known.  Returns where among them i would stand.
 */
static uint32_t
reach_among(const Matcher *m, uint32_t i, uint32_t low, uint32_t high, Reach hint, Reach *reach)
{
	uint32_t	below = 0,		/* words in which the places at both ends agree with i */
				above = 0;

	*reach = (Reach){0, 0};
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2,
					j = m->place[middle],
					n = hint.words > 0 && j == hint.b ? hint.words : agree(m, &m->a, i, &m->b, j, below < above ? below : above);

		/* The neighbours of the final place are both among those looked at. */
		if (n > reach->words)
			*reach = (Reach){j, n};
		if (before(&m->b, j, &m->a, i, n))
		{
			low = middle + 1;
			below = n;
		}
		else
		{
			high = middle;
			above = n;
		}
	}
	return low;
}

/* The first word of b from which the n words from i of a stand: it is near at. */
static uint32_t
first_in_b(const Matcher *m, uint32_t i, uint32_t n, uint32_t at, uint32_t low, uint32_t high)
{
	uint32_t	first = UINT32_MAX;

	for (uint32_t k = at; k < high && m->b.n - m->place[k] >= n && same(m, &m->a, i, &m->b, m->place[k], n); k++)
	{
		first = m->place[k] < first ? m->place[k] : first;
		if (k % 4096 == 0)
			berita_breathe();
	}
	for (uint32_t k = at; k > low && m->b.n - m->place[k - 1] >= n && same(m, &m->a, i, &m->b, m->place[k - 1], n); k--)
	{
		first = m->place[k - 1] < first ? m->place[k - 1] : first;
		if (k % 4096 == 0)
			berita_breathe();
	}
	return first;
}

static void
add(PassageList *list, size_t *room, Passage passage)
{
	if (list->n == *room)
	{
		*room = *room ? *room * 2 : 16;
		list->passage = berita_grow(list->passage, *room * sizeof(Passage));
	}
	list->passage[list->n++] = passage;
}

static void
match_all(PassageList *list, const Matcher *m, uint32_t min_words)
{
	size_t		room = 0;
	uint32_t	end = 0;		/* of the passage that ends last */
	Reach		reach = {0, 0};

	for (uint32_t i = 0; i + min_words <= m->a.n; i++)
	{
		uint32_t	slot = slot_of(m, &m->a, i),
					low = m->first[slot],
					high = m->first[slot + 1],
					at;
		Reach		hint = {reach.b + 1, reach.words > 0 ? reach.words - 1 : 0};

		if (i % 1024 == 0)
			berita_breathe();
		at = reach_among(m, i, low, high, hint, &reach);
		if (reach.words >= min_words && i + reach.words > end)
		{
			end = i + reach.words;
			add(list, &room, (Passage){i, high - low == 1 ? reach.b : first_in_b(m, i, reach.words, at, low, high), reach.words});
		}
	}
}

void
passage_list(PassageList *list, WordRow a, WordRow b, uint32_t min_words)
{
	Matcher		m;

	list->passage = NULL;
	list->n = 0;
	if (a.n < min_words || b.n < min_words || min_words == 0)
		return;
	side_open(&m.a, a);
	side_open(&m.b, b);
	powers_make(&m);
	m.seed = min_words < SEED_WORDS ? min_words : SEED_WORDS;
	places_make(&m);
	match_all(list, &m, min_words);
	berita_free(m.a.sum);
	berita_free(m.b.sum);
	berita_free(m.low);
	berita_free(m.high);
	berita_free(m.place);
	berita_free(m.first);
}

void
passage_list_free(PassageList *list)
{
	berita_free(list->passage);
}
