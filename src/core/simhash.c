/*
 * SimHash (Charikar 2002): bit b of the result is set iff more shingle hashes have
 * bit b set than not; a tie leaves it 0.
 *
 * Only integers, so the result is the same everywhere.  A shingle that stands in
 * the text more than three times counts three times.
 *
 * Counting bit by bit takes 64 additions a shingle.  Here the 64 counters lie
 * across words instead: plane[p] holds bit p of each of them.  Eight hashes at a
 * time run through a tree of carry-save adders, which leaves one carry to add to
 * the planes from 8 upwards; the comparison with half the total is one walk down
 * the planes, for all 64 counters at once.
 *
 * The index cuts the 64 bits into blocks (multi-index hashing; Norouzi, Punjani
 * and Fleet 2012).  If two hashes differ in at most k bits, one of m blocks differs
 * in at most k / m of them; more exactly, as k = m * r + a with a < m, one of the
 * first a + 1 blocks differs in at most r bits or one of the others in at most
 * r - 1.  So the query lists the values near each of its blocks, for any k.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/simhash.h"

void
simhash_start(SimHash *s, size_t bytes)
{
	tally_start(&s->tally, bytes / 7);
	s->total = 0;
	memset(s->plane, 0, sizeof(s->plane));
}

/* Three bits of one weight become one of that weight (in *low) and a carry. */
static inline uint64_t
carry_save(uint64_t *low, uint64_t a, uint64_t b)
{
	uint64_t	half = *low ^ a;
	uint64_t	carry = (*low & a) | (half & b);

	*low = half ^ b;
	return carry;
}

/* Counts eight hashes. */
static inline void
count_eight(uint64_t *plane, const uint64_t *h)
{
	uint64_t	two_a = carry_save(&plane[0], h[0], h[1]);
	uint64_t	two_b = carry_save(&plane[0], h[2], h[3]);
	uint64_t	four_a = carry_save(&plane[1], two_a, two_b);
	uint64_t	two_c = carry_save(&plane[0], h[4], h[5]);
	uint64_t	two_d = carry_save(&plane[0], h[6], h[7]);
	uint64_t	four_b = carry_save(&plane[1], two_c, two_d);
	uint64_t	carry = carry_save(&plane[2], four_a, four_b);

	for (int p = 3; carry && p < SIMHASH_PLANES; p++)
	{
		uint64_t	sum = plane[p] ^ carry;

		carry &= plane[p];
		plane[p] = sum;
	}
}

void
simhash_add(SimHash *s, const uint64_t *shingle, uint32_t n)
{
	while (n > 0)
	{
		uint64_t	kept[8 + 256];
		uint32_t	some = n < 256 ? n : 256;
		uint32_t	held = s->total & 7;
		uint32_t	got;
		uint32_t	i = 0;

		memcpy(kept, s->held, held * sizeof(uint64_t));
		got = tally_keep(&s->tally, shingle, some, SIMHASH_CAP, kept + held);
		s->total += got;
		got += held;
		for (; i + 8 <= got; i += 8)
			count_eight(s->plane, kept + i);
		memcpy(s->held, kept + i, (got - i) * sizeof(uint64_t));
		shingle += some;
		n -= some;
	}
}

uint64_t
simhash_finish(SimHash *s)
{
	uint64_t	more = 0,
				equal = ~UINT64_C(0);
	uint32_t	held = s->total & 7;

	memset(s->held + held, 0, (8 - held) * sizeof(uint64_t));
	count_eight(s->plane, s->held);
	for (int p = SIMHASH_PLANES - 1; p >= 0; p--)
	{
		uint64_t	half = s->total / 2 >> p & 1 ? ~UINT64_C(0) : 0;

		more |= equal & s->plane[p] & ~half;
		equal &= ~(s->plane[p] ^ half);
	}
	tally_free(&s->tally);
	return more;
}

/*
 * The bits are shared out evenly, the first blocks take the rest: 22, 21, 21.  Of
 * two blocks one bit each is left out, so that a key with its block's number fits
 * into 32 bits; fewer bits only let more candidates through.
 */
static uint32_t
block_bits(uint32_t block, uint32_t blocks)
{
	return blocks == 2 ? 31 : 64 / blocks + (block < 64 % blocks);
}

static uint32_t
block_key(uint32_t block, uint32_t blocks, uint32_t value)
{
	return block << block_bits(0, blocks) | value;
}

uint32_t
simhash_key(uint64_t hash, uint32_t block, uint32_t blocks)
{
	uint32_t	at = 0;

	for (uint32_t b = 0; b < block; b++)
		at += block_bits(b, blocks);
	return block_key(block, blocks, (uint32_t) (hash >> at & ((UINT64_C(1) << block_bits(block, blocks)) - 1)));
}

/* The keys that differ from key in at most radius of its bits lowest bits. */
static uint64_t
key_neighbours(uint32_t key, uint32_t bits, uint32_t radius, uint32_t *out, uint64_t room)
{
	uint64_t	n = 0,
				ways = 1;

	for (uint32_t r = 0; r <= radius && r <= bits; r++)
	{
		uint64_t	flip = (UINT64_C(1) << r) - 1;

		/* Gosper: the next number with as many bits set. */
		for (uint64_t i = 0; n + ways <= room && i < ways; i++)
		{
			uint64_t	low = flip & (~flip + 1);
			uint64_t	next = flip + low;

			out[n + i] = key ^ (uint32_t) flip;
			if (low)
				flip = next | (((flip ^ next) / low) >> 2);
		}
		n += ways;
		ways = ways * (bits - r) / (r + 1);
	}
	return n;
}

uint64_t
simhash_neighbours(uint64_t hash, uint32_t distance, uint32_t blocks, uint32_t *key, uint64_t room)
{
	uint32_t	radius = distance / blocks,
				wide = distance % blocks + 1;	/* so many blocks need the full radius */
	uint64_t	n = 0;

	for (uint32_t b = 0; b < blocks; b++)
	{
		if (b >= wide && radius == 0)
			break;
		n += key_neighbours(simhash_key(hash, b, blocks), block_bits(b, blocks),
							b < wide ? radius : radius - 1,
							n < room ? key + n : key, n < room ? room - n : 0);
	}
	return n;
}
