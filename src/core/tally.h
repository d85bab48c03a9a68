/*
 * Counts how often each hash has been seen, up to three times.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_TALLY_H
#define BERITA_CORE_TALLY_H

#include "core/span.h"

typedef struct Tally
{
	uint64_t   *slot;			/* hash with its count in the two lowest bits; 0 = free */
	uint32_t	shift;			/* 64 - log2(slots) */
	uint64_t	used;
	uint64_t	room;			/* grow when used passes it */
} Tally;

/* For about expected different hashes. */
extern void tally_start(Tally *tally, size_t expected);
extern void tally_free(Tally *tally);

/*
 * Copies those of n hashes to kept that have been seen fewer than cap (1 to 3)
 * times before, and counts them; returns how many were kept.  Hashes that differ
 * in their two lowest bits alone count as one.
 */
extern uint32_t tally_keep(Tally *tally, const uint64_t *hash, uint32_t n, uint32_t cap, uint64_t *kept);

#endif
