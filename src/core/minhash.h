/*
 * MinHash by one permutation: 128 slots that tell how alike two sets of word
 * 3-shingles are.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_MINHASH_H
#define BERITA_CORE_MINHASH_H

#include "core/span.h"

#define MINHASH_FORMAT 1
#define MINHASH_N 3				/* words of a shingle */
#define MINHASH_SLOTS 128
#define MINHASH_EMPTY 0xFFFF	/* no shingle fell into the slot's bin */
#define MINHASH_BANDS 32		/* of MINHASH_ROWS slots each */
#define MINHASH_ROWS 4

enum
{
	SIGNATURE_SHORT = 1,		/* the text had fewer words than a shingle */
	SIGNATURE_UNION = 2			/* of several texts; a minhash's size is estimated */
};

typedef struct MinHash
{
	uint8_t		format;			/* MINHASH_FORMAT */
	uint8_t		profile;		/* SHINGLE_PROFILE */
	uint16_t	flags;
	uint32_t	size;			/* shingles of the text, repeats counted */
	uint16_t	slot[MINHASH_SLOTS];
} MinHash;

extern void minhash_start(MinHash *m, uint8_t profile);
extern void minhash_add(MinHash *m, const uint64_t *shingle, uint32_t n);

/* Share of the shingles of both that are shared, estimated: 0 to 1. */
extern double minhash_similarity(const MinHash *a, const MinHash *b);

/*
 * Is the estimate at least so much, and does a band agree?  The bands are what
 * the index finds, so the answer is the same with and without it.  False where
 * formats or profiles differ.
 */
extern bool minhash_near(const MinHash *a, const MinHash *b, double similarity);

/* The index key of each band, its number in the high bits; key_bits is 12 to 27. */
extern void minhash_keys(const MinHash *m, uint32_t key_bits, uint32_t key[MINHASH_BANDS]);
#define MINHASH_KEY_BITS_MIN 12
#define MINHASH_KEY_BITS_MAX 27
#define MINHASH_KEY_BITS 17

/* At least so many bands agree in each pair that minhash_near() accepts: 1 to 32. */
extern uint32_t minhash_bands_needed(const MinHash *m, double similarity);

/* The slots with the empty ones filled from others, by a fixed rule. */
extern void minhash_densify(const MinHash *m, uint16_t slot[MINHASH_SLOTS]);

/* into becomes the signature of both sets; formats and profiles must be equal. */
extern void minhash_unite(MinHash *into, const MinHash *from);

/* Is it one that this library can have made?  (Formats and profiles apart.) */
extern bool minhash_valid(const MinHash *m);

/* -1, 0, 1: an arbitrary but lasting order; and a hash that fits it. */
extern int	minhash_compare(const MinHash *a, const MinHash *b);
extern uint64_t minhash_hash(const MinHash *m, uint64_t seed);

#endif
