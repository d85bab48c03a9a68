/*
 * MinHash by one permutation (Li, Owen and Zhang 2012).
 *
 * The highest 7 bits of a shingle's hash choose one of 128 bins, the next 16 are
 * its value, and the slot keeps the lowest value of its bin.  Two sets agree in a
 * slot with the probability of their Jaccard similarity J, so the share of equal
 * slots estimates it (slots empty in both tell nothing and are left out), with a
 * standard error of about sqrt(J (1 - J) / 128), 0.044 at most.
 *
 * The values are the top bits of the minima and so keep their order: the union of
 * two sets has the lower of the two values in each slot, and signatures can be
 * merged in any order.  65,535 means empty; a value of 65,535 is kept as 65,534.
 * Two different minima share their 16 bits with a probability of about (shingles
 * per bin) / 65,536: 0.00004 for an article, 0.01 for a book of 100,000 words.
 *
 * For finding candidates 32 bands of four slots are compared as wholes; a pair is
 * found with probability 1 - (1 - J^4)^32.  There empty slots are filled from
 * others, chosen by a fixed sequence for each slot (optimal densification;
 * Shrivastava 2017), so that short texts find each other too.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/minhash.h"

#include "core/hash.h"

void
minhash_start(MinHash *m, uint8_t profile)
{
	m->format = MINHASH_FORMAT;
	m->profile = profile;
	m->flags = 0;
	m->size = 0;
	memset(m->slot, 0xFF, sizeof(m->slot));
}

void
minhash_add(MinHash *m, const uint64_t *shingle, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
	{
		uint16_t   *slot = &m->slot[shingle[i] >> 57];
		uint16_t	value = (uint16_t) (shingle[i] >> 41);

		value = (uint16_t) (value - (value == MINHASH_EMPTY));
		*slot = value < *slot ? value : *slot;
	}
	m->size = n > UINT32_MAX - m->size ? UINT32_MAX : m->size + n;
}

/* How many slots are equal, those empty in both included, and how many are such. */
static void
count_equal(const uint16_t *a, const uint16_t *b, uint32_t *equal, uint32_t *empty)
{
	uint16_t	same = 0,
				none = 0;

	for (int i = 0; i < MINHASH_SLOTS; i++)
	{
		same = (uint16_t) (same + (a[i] == b[i]));
		none = (uint16_t) (none + ((a[i] & b[i]) == MINHASH_EMPTY));
	}
	*equal = same;
	*empty = none;
}

double
minhash_similarity(const MinHash *a, const MinHash *b)
{
	uint32_t	equal,
				empty;

	count_equal(a->slot, b->slot, &equal, &empty);
	return empty == MINHASH_SLOTS ? 0.0 : (double) (equal - empty) / (double) (MINHASH_SLOTS - empty);
}

void
minhash_densify(const MinHash *m, uint16_t slot[MINHASH_SLOTS])
{
	/* After so many tries the next filled slot is taken: bounds short texts. */
	const uint32_t tries = 16;

	for (uint32_t i = 0; i < MINHASH_SLOTS; i++)
	{
		uint32_t	from = i;

		for (uint32_t t = 0; m->slot[from] == MINHASH_EMPTY && t < tries; t++)
			from = (uint32_t) (hash_mix((uint64_t) (i * tries + t + 1) * UINT64_C(0x9E3779B97F4A7C15)) >> 57);
		for (uint32_t t = 0; m->slot[from] == MINHASH_EMPTY && t < MINHASH_SLOTS; t++)
			from = (from + 1) % MINHASH_SLOTS;
		slot[i] = m->slot[from];
	}
}

/* Do all slots of a band agree? */
static bool
bands_agree(const uint16_t *a, const uint16_t *b)
{
	for (int i = 0; i < MINHASH_SLOTS; i += MINHASH_ROWS)
		if (memcmp(a + i, b + i, MINHASH_ROWS * sizeof(uint16_t)) == 0)
			return true;
	return false;
}

bool
minhash_near(const MinHash *a, const MinHash *b, double similarity)
{
	uint16_t	dense_a[MINHASH_SLOTS],
				dense_b[MINHASH_SLOTS];

	if (a->format != b->format || a->profile != b->profile)
		return false;
	if (!(minhash_similarity(a, b) >= similarity))
		return false;
	minhash_densify(a, dense_a);
	minhash_densify(b, dense_b);
	return bands_agree(dense_a, dense_b);
}

/*
 * At most (1 - similarity) * 128 slots differ, and each spoils one band; so may
 * each slot that is empty in both, which are at most those that are empty here.
 */
uint32_t
minhash_bands_needed(const MinHash *m, double similarity)
{
	uint32_t	spoilt = 0;

	if (!(similarity > 0.5))
		return 1;
	for (int i = 0; i < MINHASH_SLOTS; i++)
		spoilt += m->slot[i] == MINHASH_EMPTY;
	spoilt += similarity < 1 ? (uint32_t) ((1 - similarity) * MINHASH_SLOTS + 1e-6) : 0;
	return spoilt < MINHASH_BANDS ? MINHASH_BANDS - spoilt : 1;
}

void
minhash_keys(const MinHash *m, uint32_t key_bits, uint32_t key[MINHASH_BANDS])
{
	uint16_t	slot[MINHASH_SLOTS];

	minhash_densify(m, slot);
	for (uint32_t b = 0; b < MINHASH_BANDS; b++)
	{
		uint64_t	band = 0;

		for (uint32_t r = 0; r < MINHASH_ROWS; r++)
			band = band << 16 | slot[b * MINHASH_ROWS + r];
		key[b] = b << key_bits | (uint32_t) (hash_mix(band * UINT64_C(0x9E3779B97F4A7C15)) >> (64 - key_bits));
	}
}

/*
 * How many different shingles have these minima: with n of them the values are
 * about exponential with mean 128 / n, cut off at 1, so n is the filled slots over
 * the mean value, where an empty slot counts as 1.  In integers, so that the
 * order of merging never shows; the standard error is 9 %.
 */
static uint32_t
estimate_size(const MinHash *m)
{
	uint64_t	filled = 0,
				sum = 0;
	uint64_t	size;

	for (int i = 0; i < MINHASH_SLOTS; i++)
	{
		filled += m->slot[i] != MINHASH_EMPTY;
		sum += m->slot[i] == MINHASH_EMPTY ? 2 * MINHASH_EMPTY : 2 * (uint64_t) m->slot[i] + 1;
	}
	size = (MINHASH_SLOTS * filled * 2 * MINHASH_EMPTY + sum / 2) / sum;
	return size < filled ? (uint32_t) filled : (uint32_t) size;
}

void
minhash_unite(MinHash *into, const MinHash *from)
{
	for (int i = 0; i < MINHASH_SLOTS; i++)
		into->slot[i] = from->slot[i] < into->slot[i] ? from->slot[i] : into->slot[i];
	into->flags = SIGNATURE_UNION;
	into->size = estimate_size(into);
}

bool
minhash_valid(const MinHash *m)
{
	uint32_t	filled = 0;

	for (int i = 0; i < MINHASH_SLOTS; i++)
		filled += m->slot[i] != MINHASH_EMPTY;
	if (m->flags > SIGNATURE_UNION || filled == 0 || filled > m->size)
		return false;
	return m->flags != SIGNATURE_SHORT || m->size == 1;
}

int
minhash_compare(const MinHash *a, const MinHash *b)
{
	if (a->format != b->format)
		return a->format < b->format ? -1 : 1;
	if (a->profile != b->profile)
		return a->profile < b->profile ? -1 : 1;
	for (int i = 0; i < MINHASH_SLOTS; i++)
		if (a->slot[i] != b->slot[i])
			return a->slot[i] < b->slot[i] ? -1 : 1;
	if (a->size != b->size)
		return a->size < b->size ? -1 : 1;
	return a->flags == b->flags ? 0 : a->flags < b->flags ? -1 : 1;
}

uint64_t
minhash_hash(const MinHash *m, uint64_t seed)
{
	uint64_t	h = seed;

	h = hash_join(h, (uint64_t) m->format << 56 | (uint64_t) m->profile << 48 | (uint64_t) m->flags << 32 | m->size);
	for (int i = 0; i < MINHASH_SLOTS; i += 4)
	{
		const uint16_t *s = m->slot + i;

		h = hash_join(h, (uint64_t) s[0] << 48 | (uint64_t) s[1] << 32 | (uint64_t) s[2] << 16 | s[3]);
	}
	return hash_mix(h);
}
