/*
 * Sorting 64-bit numbers: least significant byte first, by counting.
 *
 * All eight histograms come from one reading, and a byte that is the same in all
 * numbers costs no pass.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/sort64.h"

#include <stdbool.h>
#include <string.h>

#include "core/host.h"

/* Numbers between two breaths. */
#define STRIDE 65536

static void
insert_all(uint64_t *number, size_t n)
{
	for (size_t i = 1; i < n; i++)
	{
		uint64_t	x = number[i];
		size_t		j = i;

		for (; j > 0 && number[j - 1] > x; j--)
			number[j] = number[j - 1];
		number[j] = x;
	}
}

static void
count_bytes(const uint64_t *number, size_t n, size_t count[8][256])
{
	memset(count, 0, 8 * sizeof(count[0]));
	for (size_t i = 0; i < n; i++)
	{
		uint64_t	x = number[i];

		if (i % STRIDE == 0)
			berita_breathe();
		for (int byte = 0; byte < 8; byte++, x >>= 8)
			count[byte][x & 0xFF]++;
	}
}

/* One pass by the byte at shift; count becomes where each value goes next. */
static void
distribute(const uint64_t *from, uint64_t *to, size_t n, int shift, size_t count[256])
{
	size_t		at = 0;

	for (int value = 0; value < 256; value++)
	{
		size_t		run = count[value];

		count[value] = at;
		at += run;
	}
	for (size_t i = 0; i < n; i++)
	{
		if (i % STRIDE == 0)
			berita_breathe();
		to[count[from[i] >> shift & 0xFF]++] = from[i];
	}
}

void
sort64(uint64_t *number, size_t n, uint64_t *scratch)
{
	size_t		count[8][256];
	uint64_t   *from = number,
			   *to = scratch;

	if (n <= SORT64_FEW)
	{
		insert_all(number, n);
		return;
	}
	count_bytes(number, n, count);
	for (int byte = 0; byte < 8; byte++)
	{
		uint64_t   *swap = from;

		if (count[byte][number[0] >> (8 * byte) & 0xFF] == n)
			continue;
		distribute(from, to, n, 8 * byte, count[byte]);
		from = to;
		to = swap;
	}
	if (from != number)
		memcpy(number, from, n * sizeof(uint64_t));
}

size_t
sort64_unique(uint64_t *number, size_t n)
{
	size_t		left = 0;

	for (size_t i = 0; i < n; i++)
		if (i == 0 || number[i] != number[i - 1])
			number[left++] = number[i];
	return left;
}
