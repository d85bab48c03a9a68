/*
 * Laws of the signatures: bit-sliced counting equals counting, the estimate keeps
 * its error, the index keys miss no neighbour, winnowing misses no long match.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <math.h>
#include <stdlib.h>

#include "core/hash.h"
#include "core/signature.h"
#include "test.h"

static uint64_t state = 20260102;

static uint64_t
random_bits(void)
{
	state += UINT64_C(0x9E3779B97F4A7C15);
	return hash_mix(hash_mix(state * UINT64_C(0xBF58476D1CE4E5B9)) * UINT64_C(0x94D049BB133111EB));
}

static uint32_t
random_below(uint32_t n)
{
	return (uint32_t) ((random_bits() >> 32) * n >> 32);
}

static uint64_t
naive_simhash(const uint64_t *h, uint32_t n)
{
	int			sum[64] = {0};
	uint64_t	result = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	before = 0;

		for (uint32_t j = 0; j < i; j++)
			before += h[j] == h[i];
		for (int b = 0; before < 3 && b < 64; b++)
			sum[b] += h[i] >> b & 1 ? 1 : -1;
	}
	for (int b = 0; b < 64; b++)
		result |= (uint64_t) (sum[b] > 0) << b;
	return result;
}

static void
simhash_is_naive(void)
{
	static uint64_t h[3000];

	for (int round = 0; round < 400; round++)
	{
		uint32_t	n = 1 + random_below(round % 20 ? 300 : 3000),
					kinds = 1 + random_below(2 * n);
		SimHash		s;

		for (uint32_t i = 0; i < n; i++)
			h[i] = hash_mix((random_below(kinds) + 1) * UINT64_C(0x9E3779B97F4A7C15)) & ~UINT64_C(3);
		simhash_start(&s, random_below(5000));
		for (uint32_t done = 0, some; done < n; done += some)
		{
			some = 1 + random_below(n - done);
			simhash_add(&s, h + done, some);
		}
		CHECK(simhash_finish(&s) == naive_simhash(h, n));
	}
}

/* a and b hold 400 shingles each, of which shared are the same. */
static void
two_sets(uint32_t shared, MinHash *a, MinHash *b)
{
	minhash_start(a, 1);
	minhash_start(b, 1);
	for (uint32_t i = 0; i < 400; i++)
	{
		uint64_t	one = random_bits(),
					two = i < shared ? one : random_bits();

		minhash_add(a, &one, 1);
		minhash_add(b, &two, 1);
	}
}

static void
estimate_keeps_its_error(void)
{
	for (uint32_t shared = 40; shared < 400; shared += 40)
	{
		double		j = shared / (800.0 - shared),
					sum = 0,
					squares = 0,
					bands = 0,
					found;
		int			rounds = 2000;

		for (int round = 0; round < rounds; round++)
		{
			MinHash		a,
						b;
			double		error;

			two_sets(shared, &a, &b);
			error = minhash_similarity(&a, &b) - j;
			sum += error;
			squares += error * error;
			bands += minhash_near(&a, &b, 0.0);
		}
		/* Bias within 3 standard errors, spread no larger than a binomial's. */
		CHECK(fabs(sum / rounds) < 3 * sqrt(j * (1 - j) / 128 / rounds) + 0.0005);
		CHECK(sqrt(squares / rounds) < 1.05 * sqrt(j * (1 - j) / 128));
		found = 1 - pow(1 - pow(j, 4), 32);
		CHECK(fabs(bands / rounds - found) < 0.04);
	}
}

static void
keys_find_every_neighbour(void)
{
	static uint32_t key[5000];

	for (int round = 0; round < 3000; round++)
	{
		uint64_t	a = random_bits(),
					b = a,
					n;
		uint32_t	k = random_below(13),
					blocks = 2 + random_below(3),
					shared = 0;

		for (uint32_t i = 0; i < k; i++)
			b ^= UINT64_C(1) << random_below(64);
		n = simhash_neighbours(a, k, blocks, key, 5000);
		if (n > 5000)
			continue;
		for (uint64_t i = 0; i < n; i++)
			for (uint32_t block = 0; block < blocks; block++)
				shared += key[i] == simhash_key(b, block, blocks);
		CHECK(simhash_distance(a, b) <= k && shared > 0);
	}
}

static void
bands_and_keys_agree(void)
{
	for (int round = 0; round < 3000; round++)
	{
		MinHash		a,
					b;
		uint32_t	key_a[MINHASH_BANDS],
					key_b[MINHASH_BANDS],
					key_bits = 12 + random_below(16),
					changed = random_below(400),
					shared = 0;
		double		similarity;

		minhash_start(&a, 1);
		minhash_start(&b, 1);
		for (uint32_t i = 0, n = 1 + random_below(round % 2 ? 150 : 3000); i < n; i++)
		{
			uint64_t	one = random_bits(),
						two = random_below(1000) < changed ? random_bits() : one;

			minhash_add(&a, &one, 1);
			minhash_add(&b, &two, 1);
		}
		minhash_keys(&a, key_bits, key_a);
		minhash_keys(&b, key_bits, key_b);
		for (int i = 0; i < MINHASH_BANDS; i++)
			shared += key_a[i] == key_b[i];
		CHECK(!minhash_near(&a, &b, 0.0) || shared > 0);
		CHECK(minhash_near(&a, &b, 0.0) == minhash_near(&b, &a, 0.0));
		similarity = minhash_similarity(&a, &b);
		CHECK(!minhash_near(&a, &b, similarity) || shared >= minhash_bands_needed(&a, similarity));
		CHECK(!minhash_near(&a, &b, similarity) || shared >= minhash_bands_needed(&b, similarity - 0.01));
	}
}

static int
by_value(const void *a, const void *b)
{
	uint32_t	x = *(const uint32_t *) a,
				y = *(const uint32_t *) b;

	return x < y ? -1 : x > y;
}

/* The fingerprints, found the slow way. */
static size_t
naive_winnow(const uint64_t *h, uint32_t n, uint32_t *print)
{
	size_t		count = 0,
				left = 0;

	for (uint32_t i = 0; i == 0 || i + WINNOW_WINDOW <= n; i++)
	{
		uint64_t	least = h[i];

		for (uint32_t j = i; j < i + WINNOW_WINDOW && j < n; j++)
			least = h[j] < least ? h[j] : least;
		print[count++] = (uint32_t) least;
	}
	qsort(print, count, sizeof(uint32_t), by_value);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || print[i] != print[left - 1])
			print[left++] = print[i];
	return left;
}

static void
winnow_is_naive(void)
{
	static uint64_t h[8000];
	static uint32_t print[8000];

	for (int round = 0; round < 500; round++)
	{
		uint32_t	n = 1 + random_below(round % 10 ? 400 : 8000),
					kinds = 1 + random_below(2 * n);
		size_t		found;
		Winnow		w;

		for (uint32_t i = 0; i < n; i++)
			h[i] = hash_mix((random_below(kinds) + 1) * UINT64_C(0x9E3779B97F4A7C15));
		winnow_start(&w, random_below(3000));
		for (uint32_t done = 0, some; done < n; done += some)
		{
			some = 1 + random_below(n - done);
			winnow_add(&w, h + done, some);
		}
		winnow_finish(&w);
		found = naive_winnow(h, n, print);
		CHECK(w.n == found);
		CHECK(w.n != found || memcmp(w.print, print, found * sizeof(uint32_t)) == 0);
		winnow_free(&w);
	}
}

int
main(void)
{
	simhash_is_naive();
	estimate_keeps_its_error();
	keys_find_every_neighbour();
	bands_and_keys_agree();
	winnow_is_naive();
	return test_end("signature");
}
