/*
 * Winnowing: a small set of fingerprints that shows which passages a text shares
 * with others; word 5-shingles, the lowest of every eight.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_WINNOW_H
#define BERITA_CORE_WINNOW_H

#include "core/span.h"

#define WINNOW_FORMAT 1
#define WINNOW_N 5				/* words of a shingle */
#define WINNOW_WINDOW 8			/* shingles of a window */

typedef struct Winnow
{
	uint32_t   *print;			/* found so far, the same never twice in a row */
	size_t		n;
	size_t		room;
	uint64_t	shingles;		/* seen so far */
	uint64_t	last[WINNOW_WINDOW - 1];	/* the latest of them */
} Winnow;

/* For a text of so many bytes. */
extern void winnow_start(Winnow *w, size_t bytes);
extern void winnow_add(Winnow *w, const uint64_t *shingle, uint32_t n);

/* Sorts w->print and leaves each fingerprint once. */
extern void winnow_finish(Winnow *w);
extern void winnow_free(Winnow *w);

/* Sorts n numbers in linear time and returns how many different ones are left. */
extern size_t winnow_sort(uint32_t *print, size_t n);

/* How many numbers two ascending sets share. */
extern size_t winnow_shared(const uint32_t *a, size_t a_n, const uint32_t *b, size_t b_n);

#endif
