/*
 * SimHash: 64 bits of which similar texts share most; word 2-shingles, each at
 * most three times.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_SIMHASH_H
#define BERITA_CORE_SIMHASH_H

#include "core/tally.h"

#define SIMHASH_N 2				/* words of a shingle */
#define SIMHASH_CAP 3			/* a shingle counts at most so often */
#define SIMHASH_PLANES 32

typedef struct SimHash
{
	Tally		tally;
	uint64_t	total;			/* shingles that count */
	uint64_t	plane[SIMHASH_PLANES];	/* bit p of the counter of each hash bit */
	uint64_t	held[8];		/* fewer than eight, not yet counted */
} SimHash;

/* For a text of so many bytes. */
extern void simhash_start(SimHash *s, size_t bytes);
extern void simhash_add(SimHash *s, const uint64_t *shingle, uint32_t n);
extern uint64_t simhash_finish(SimHash *s);

/* In how many bits two hashes differ. */
static inline uint32_t
simhash_distance(uint64_t a, uint64_t b)
{
	return (uint32_t) __builtin_popcountll(a ^ b);
}

/* A hash is indexed by the values of so many blocks of its bits. */
#define SIMHASH_BLOCKS_MIN 2
#define SIMHASH_BLOCKS_MAX 4
#define SIMHASH_BLOCKS 3

/* The index key of block number block (from 0). */
extern uint32_t simhash_key(uint64_t hash, uint32_t block, uint32_t blocks);

/*
 * The keys of which each hash within distance shares at least one.  Returns how
 * many there are; if they are more than room, key holds nothing of use.
 */
extern uint64_t simhash_neighbours(uint64_t hash, uint32_t distance, uint32_t blocks, uint32_t *key, uint64_t room);

#endif
