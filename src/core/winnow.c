/*
 * Winnowing (Schleimer, Wilkerson and Aiken 2003).
 *
 * Of every eight consecutive word 5-shingles the one with the lowest hash is kept.
 * Two texts that share a passage of 12 words (5 + 8 - 1) share a whole window and
 * therefore a fingerprint, for certain; one in 4.5 shingles is kept.  Kept are the
 * low 32 bits: the high ones decide what is lowest and are no longer random.
 *
 * The minimum of a window is that of two halves, each the minimum of two pairs;
 * halves and pairs are shared by several windows.  So a window costs three
 * comparisons and no branch that depends on the data.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/winnow.h"

#include "core/host.h"

#define KEPT (WINNOW_WINDOW - 1)
#define BATCH 256

void
winnow_start(Winnow *w, size_t bytes)
{
	w->n = 0;
	w->room = bytes / 24 + 16;
	w->print = berita_alloc(w->room * sizeof(uint32_t));
	w->shingles = 0;
}

static inline uint64_t
lower_of(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

/*
 * h[i] becomes the lowest of h[i] to h[i + 7], for the n windows; h has n + 7.
 * The minima of 2 and of 4 shingles that later windows need stay in registers.
 */
static void
window_minima(uint64_t *h, uint32_t n)
{
	uint64_t	two_a = lower_of(h[0], h[1]),
				two_b = lower_of(h[1], h[2]),
				two_c = lower_of(h[2], h[3]),
				two_d = lower_of(h[3], h[4]);
	uint64_t	four_a = lower_of(two_a, two_c),
				four_b = lower_of(two_b, two_d);
	uint64_t	four_c,
				four_d;

	two_a = lower_of(h[4], h[5]);
	two_b = lower_of(h[5], h[6]);
	four_c = lower_of(two_c, two_a);
	four_d = lower_of(two_d, two_b);
	for (uint32_t i = 0; i < n; i++)
	{
		/* two_a and two_b begin at i + 4 and i + 5; four_a to four_d at i to i + 3. */
		uint64_t	two = lower_of(h[i + 6], h[i + 7]);
		uint64_t	four = lower_of(two_a, two);

		h[i] = lower_of(four_a, four);
		two_a = two_b;
		two_b = two;
		four_a = four_b;
		four_b = four_c;
		four_c = four_d;
		four_d = four;
	}
}

/* Appends the minima, the same never twice in a row. */
static void
append(Winnow *w, const uint64_t *minimum, uint32_t n)
{
	uint32_t   *out;
	size_t		count;

	if (w->n + n + 1 > w->room)
	{
		w->room = 2 * w->room + n + 1;
		w->print = berita_grow(w->print, w->room * sizeof(uint32_t));
	}
	out = w->print + w->n;
	*out = (uint32_t) minimum[0];
	count = w->n == 0 || out[-1] != *out;
	for (uint32_t i = 1; i < n; i++)
	{
		out[count] = (uint32_t) minimum[i];
		count += minimum[i] != minimum[i - 1];
	}
	w->n += count;
}

void
winnow_add(Winnow *w, const uint64_t *shingle, uint32_t n)
{
	while (n > 0)
	{
		uint64_t	h[KEPT + BATCH];
		uint32_t	some = n < BATCH ? n : BATCH;
		uint32_t	kept = w->shingles < KEPT ? (uint32_t) w->shingles : KEPT;
		uint32_t	all = kept + some;

		memcpy(h, w->last, kept * sizeof(uint64_t));
		memcpy(h + kept, shingle, some * sizeof(uint64_t));
		w->shingles += some;
		kept = all < KEPT ? all : KEPT;
		memcpy(w->last, h + all - kept, kept * sizeof(uint64_t));
		if (all > KEPT)
		{
			window_minima(h, all - KEPT);
			append(w, h, all - KEPT);
		}
		shingle += some;
		n -= some;
	}
}

/* One pass of a radix sort, by eight bits from shift on. */
static void
radix_pass(const uint32_t *from, uint32_t *to, size_t n, uint32_t shift)
{
	size_t		at[257] = {0};

	for (size_t i = 0; i < n; i++)
		at[(from[i] >> shift & 0xFF) + 1]++;
	for (int b = 0; b < 256; b++)
		at[b + 1] += at[b];
	for (size_t i = 0; i < n; i++)
		to[at[from[i] >> shift & 0xFF]++] = from[i];
}

/* So many numbers are sorted by their high bits and then by insertion. */
#define FEW 512

static void
sort_few(uint32_t *print, size_t n)
{
	uint32_t	part[FEW];

	if (n > 16)
	{
		memcpy(part, print, n * sizeof(uint32_t));
		radix_pass(part, print, n, 24);
	}
	for (size_t i = 1; i < n; i++)
	{
		uint32_t	x = print[i];
		size_t		j = i;

		for (; j > 0 && print[j - 1] > x; j--)
			print[j] = print[j - 1];
		print[j] = x;
	}
}

size_t
winnow_sort(uint32_t *print, size_t n)
{
	size_t		left = 0;

	if (n <= FEW)
		sort_few(print, n);
	else
	{
		uint32_t   *other = berita_alloc(n * sizeof(uint32_t));

		for (uint32_t shift = 0; shift < 32; shift += 16)
		{
			radix_pass(print, other, n, shift);
			berita_breathe();
			radix_pass(other, print, n, shift + 8);
			berita_breathe();
		}
		berita_free(other);
	}
	for (size_t i = 0; i < n; i++)
		if (i == 0 || print[i] != print[i - 1])
			print[left++] = print[i];
	return left;
}

void
winnow_finish(Winnow *w)
{
	/* Fewer shingles than a window: the lowest of what there is. */
	if (w->shingles > 0 && w->shingles < WINNOW_WINDOW)
	{
		uint64_t	least = w->last[0];

		for (uint32_t i = 1; i < w->shingles; i++)
			least = lower_of(least, w->last[i]);
		append(w, &least, 1);
	}
	w->n = winnow_sort(w->print, w->n);
}

void
winnow_free(Winnow *w)
{
	berita_free(w->print);
	w->print = NULL;
}

size_t
winnow_shared(const uint32_t *a, size_t a_n, const uint32_t *b, size_t b_n)
{
	size_t		i = 0,
				j = 0,
				shared = 0;

	while (i < a_n && j < b_n)
	{
		uint32_t	x = a[i],
					y = b[j];

		shared += x == y;
		i += x <= y;
		j += y <= x;
	}
	return shared;
}
