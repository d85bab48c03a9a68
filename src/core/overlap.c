/*
 * Two texts side by side.
 *
 * Resemblance and containment compare the sets of word 3-shingles.
 *
 * Passages: every run of min_words words of b goes into a table by its rolling
 * hash.  Reading a from left to right, each run that the table knows is compared
 * word by word at the places in b, extended as far as both agree, and the longest
 * is taken; reading goes on behind it.  A run that b repeats is tried at its first
 * TRIES places only, and a place right behind the last passage always, so the
 * work stays linear in the texts however often they repeat themselves.
 *
 * Words are equal when their 64-bit hashes are, so case, accents and marks between
 * words do not part a passage.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/overlap.h"

#include "core/hash.h"
#include "core/host.h"
#include "core/shingle.h"
#include "core/sort64.h"

/* Places in b at which one run of a is tried. */
#define TRIES 8

#define NOWHERE UINT32_MAX

void
shingle_set(ShingleSet *set, Span text)
{
	ShingleBatch batch;
	uint64_t	part[SHINGLE_BATCH];
	size_t		room = text.len / 6 + SHINGLE_BATCH;
	bool		more;

	set->shingle = berita_alloc(room * sizeof(uint64_t));
	set->n = 0;
	shingle_batch_open(&batch, text);
	do
	{
		uint32_t	n;

		more = shingle_batch_next(&batch);
		n = more ? shingle_batch_hashes(&batch, OVERLAP_N, part)
			: shingle_batch_short(&batch, OVERLAP_N, part);
		if (set->n + n > room)
		{
			room = (set->n + n) * 2;
			set->shingle = berita_grow(set->shingle, room * sizeof(uint64_t));
		}
		memcpy(set->shingle + set->n, part, n * sizeof(uint64_t));
		set->n += n;
	} while (more);
	if (set->n > SORT64_FEW)
	{
		uint64_t   *scratch = berita_alloc(set->n * sizeof(uint64_t));

		sort64(set->shingle, set->n, scratch);
		berita_free(scratch);
	}
	else
		sort64(set->shingle, set->n, NULL);
	set->n = sort64_unique(set->shingle, set->n);
}

void
shingle_set_free(ShingleSet *set)
{
	berita_free(set->shingle);
}

size_t
shingle_set_shared(const ShingleSet *a, const ShingleSet *b)
{
	const uint64_t *x = a->shingle,
			   *x_end = x + a->n,
			   *y = b->shingle,
			   *y_end = y + b->n;
	size_t		shared = 0;

	while (x < x_end && y < y_end)
	{
		uint64_t	left = *x,
					right = *y;

		shared += left == right;
		x += left <= right;
		y += right <= left;
	}
	return shared;
}

double
overlap_resemblance(const ShingleSet *a, const ShingleSet *b)
{
	size_t		shared = shingle_set_shared(a, b),
				all = a->n + b->n - shared;

	return all ? (double) shared / (double) all : 0;
}

double
overlap_containment(const ShingleSet *a, const ShingleSet *b)
{
	return a->n ? (double) shingle_set_shared(a, b) / (double) a->n : 0;
}

/* The words of a text with their places. */
typedef struct Words
{
	uint64_t   *hash;
	Place	   *place;
	uint32_t	n;
} Words;

static void
words_read(Words *words, Span text)
{
	ShingleScan scan;
	Shingle		s;
	size_t		room = text.len / 6 + 64;

	words->hash = berita_alloc(room * sizeof(uint64_t));
	words->place = berita_alloc(room * sizeof(Place));
	words->n = 0;
	shingle_open(&scan, text, 1);
	while (shingle_next(&scan, &s))
	{
		if (words->n == room)
		{
			room *= 2;
			words->hash = berita_grow(words->hash, room * sizeof(uint64_t));
			words->place = berita_grow(words->place, room * sizeof(Place));
		}
		if (words->n % 512 == 0)
			berita_breathe();
		words->hash[words->n] = s.hash;
		words->place[words->n++] = s.place;
	}
}

static void
words_free(Words *words)
{
	berita_free(words->hash);
	berita_free(words->place);
}

/* A rolling hash over a window of words: the sum of word * base^(words behind it). */
typedef struct Roll
{
	uint64_t	hash;
	uint64_t	leave;			/* base^(window - 1) */
} Roll;

#define BASE UINT64_C(0x9E3779B97F4A7C15)

static void
roll_open(Roll *roll, const Words *words, uint32_t window)
{
	roll->hash = 0;
	roll->leave = 1;
	for (uint32_t i = 0; i < window; i++)
		roll->hash = roll->hash * BASE + words->hash[i];
	for (uint32_t i = 1; i < window; i++)
		roll->leave *= BASE;
}

/* Moves the window that begins at word i to i + 1. */
static void
roll_on(Roll *roll, const Words *words, uint32_t i, uint32_t window)
{
	roll->hash = (roll->hash - words->hash[i] * roll->leave) * BASE + words->hash[i + window];
}

/* The runs of b by hash: first place of each slot, next place of the same slot. */
typedef struct Runs
{
	uint32_t   *first;
	uint32_t   *next;
	uint32_t	shift;			/* 64 - log2(slots) */
} Runs;

static uint32_t
slot_of(const Runs *runs, uint64_t hash)
{
	return (uint32_t) (hash_mix(hash) >> runs->shift);
}

/* Enters the runs last to first, so that a slot lists its places in order. */
static void
runs_make(Runs *runs, const Words *b, uint32_t window)
{
	uint32_t	n = b->n - window + 1;
	uint64_t   *hash = berita_alloc(n * sizeof(uint64_t));
	uint32_t	bits = 4;
	Roll		roll;

	while (bits < 31 && (UINT32_C(1) << bits) < n)
		bits++;
	runs->shift = 64 - bits;
	runs->first = berita_alloc((sizeof(uint32_t)) << bits);
	runs->next = berita_alloc(n * sizeof(uint32_t));
	memset(runs->first, 0xFF, (sizeof(uint32_t)) << bits);
	roll_open(&roll, b, window);
	for (uint32_t i = 0; i < n; i++)
	{
		hash[i] = roll.hash;
		if (i + 1 < n)
			roll_on(&roll, b, i, window);
	}
	for (uint32_t i = n; i-- > 0;)
	{
		uint32_t	slot = slot_of(runs, hash[i]);

		if (i % 4096 == 0)
			berita_breathe();
		runs->next[i] = runs->first[slot];
		runs->first[slot] = i;
	}
	berita_free(hash);
}

/* How many words agree from i in a and j in b on. */
static uint32_t
agree(const Words *a, uint32_t i, const Words *b, uint32_t j)
{
	uint32_t	n = 0;

	while (i + n < a->n && j + n < b->n && a->hash[i + n] == b->hash[j + n])
		n++;
	return n;
}

/* The longest passage that begins at word i of a; its place in b into *at. */
static uint32_t
longest(const Runs *runs, const Words *a, uint32_t i, const Words *b, uint64_t hash, uint32_t behind, uint32_t *at)
{
	uint32_t	best = 0;

	if (behind < b->n)
	{
		best = agree(a, i, b, behind);
		*at = behind;
	}
	for (uint32_t j = runs->first[slot_of(runs, hash)], tries = 0; j != NOWHERE && tries < TRIES; j = runs->next[j], tries++)
	{
		uint32_t	n = agree(a, i, b, j);

		if (n > best || (n == best && n > 0 && j < *at))
		{
			best = n;
			*at = j;
		}
	}
	return best;
}

static void
overlap_add(OverlapList *list, size_t *room, Overlap overlap)
{
	if (list->n == *room)
	{
		*room = *room ? *room * 2 : 16;
		list->overlap = berita_grow(list->overlap, *room * sizeof(Overlap));
	}
	list->overlap[list->n++] = overlap;
}

/* Reads a from left to right against the runs of b. */
static void
match_all(OverlapList *list, const Words *a, const Words *b, const Runs *runs, uint32_t window)
{
	size_t		room = 0;
	uint32_t	i = 0,
				behind = NOWHERE,
				done = 0;		/* words of a before this are in a passage */
	Roll		roll;

	roll_open(&roll, a, window);
	while (i + window <= a->n)
	{
		uint32_t	j = 0,
					n = longest(runs, a, i, b, roll.hash, behind, &j),
					steps = 1;

		if (i % 512 == 0)
			berita_breathe();
		behind = NOWHERE;
		if (n >= window)
		{
			uint32_t	back = 0;

			while (i - back > done && j > back && a->hash[i - back - 1] == b->hash[j - back - 1])
				back++;
			overlap_add(list, &room, (Overlap)
						{
							place_join(a->place[i - back], a->place[i + n - 1]),
							place_join(b->place[j - back], b->place[j + n - 1]), n + back
						});
			steps = n;
			done = i + n;
			behind = j + n;
		}
		for (; steps > 0 && i + window < a->n; steps--, i++)
			roll_on(&roll, a, i, window);
		i += steps;
	}
}

void
overlap_list(OverlapList *list, Span a, Span b, uint32_t min_words)
{
	Words		left,
				right;
	Runs		runs;

	list->overlap = NULL;
	list->n = 0;
	words_read(&left, a);
	words_read(&right, b);
	if (left.n >= min_words && right.n >= min_words)
	{
		runs_make(&runs, &right, min_words);
		match_all(list, &left, &right, &runs, min_words);
		berita_free(runs.first);
		berita_free(runs.next);
	}
	words_free(&left);
	words_free(&right);
}

void
overlap_list_free(OverlapList *list)
{
	berita_free(list->overlap);
}
