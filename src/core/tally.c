/*
 * Counts how often each hash has been seen: open addressing, grown at half full.
 *
 * Memory is bounded: after 16 million different hashes (a text of about 150 MB) no
 * new one is remembered, and each of its occurrences is kept.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/tally.h"

#include "core/host.h"

#define TALLY_MIN_BITS 6
#define TALLY_MAX_START_BITS 16
#define TALLY_MOST ((uint64_t) 1 << 24)
#define CLEARED ((size_t) 1 << 20)	/* bytes between two breaths */

static void
tally_open(Tally *tally, uint32_t bits)
{
	size_t		size = sizeof(uint64_t) << bits;

	tally->slot = berita_alloc(size);
	for (size_t done = 0, some; done < size; done += some)
	{
		some = size - done < CLEARED ? size - done : CLEARED;
		memset((char *) tally->slot + done, 0, some);
		if (some == CLEARED)
			berita_breathe();
	}
	tally->shift = 64 - bits;
	tally->room = (uint64_t) 1 << (bits - 1);
}

void
tally_start(Tally *tally, size_t expected)
{
	uint32_t	bits = TALLY_MIN_BITS;

	while (bits < TALLY_MAX_START_BITS && ((size_t) 1 << bits) < 2 * expected)
		bits++;
	tally->used = 0;
	tally_open(tally, bits);
}

void
tally_free(Tally *tally)
{
	berita_free(tally->slot);
	tally->slot = NULL;
}

/* The slot where hash is or belongs. */
static inline uint64_t *
tally_find(const Tally *tally, uint64_t hash)
{
	uint64_t	mask = ((uint64_t) 1 << (64 - tally->shift)) - 1;
	uint64_t	i = hash >> tally->shift;

	while (tally->slot[i] && (tally->slot[i] ^ hash) > 3)
		i = (i + 1) & mask;
	return &tally->slot[i];
}

static void
tally_grow(Tally *tally)
{
	uint64_t   *old = tally->slot;
	size_t		slots = (size_t) 1 << (64 - tally->shift);

	tally_open(tally, 64 - tally->shift + 1);
	for (size_t i = 0; i < slots; i++)
	{
		if (old[i])
			*tally_find(tally, old[i]) = old[i];
		if ((i & 0xFFFF) == 0)
			berita_breathe();
	}
	berita_free(old);
}

uint32_t
tally_keep(Tally *tally, const uint64_t *hash, uint32_t n, uint32_t cap, uint64_t *kept)
{
	uint32_t	count = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		uint64_t   *slot = tally_find(tally, hash[i]);

		kept[count] = hash[i];
		if (*slot == 0)
		{
			count++;
			if (tally->used == TALLY_MOST)
				continue;
			*slot = (hash[i] & ~UINT64_C(3)) | 1;
			if (++tally->used >= tally->room && tally->used < TALLY_MOST)
				tally_grow(tally);
		}
		else if ((*slot & 3) < cap)
		{
			++*slot;
			count++;
		}
	}
	return count;
}
