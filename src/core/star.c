/*
 * Pairs become groups: each member is paired with its group's centre itself.
 *
 * Connected pairs (A with B, B with C) would chain articles that share nothing.
 * A star has no chains: 1-2, 2-3, 3-4 gives the groups {1, 2} and {3, 4}.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/star.h"

#include <string.h>

#include "core/host.h"

/* Neighbours of n stand at from[n] to from[n + 1] of the result. */
static uint32_t *
neighbours(uint32_t things, const uint32_t *a, const uint32_t *b, size_t pairs, size_t *from)
{
	uint32_t   *list = berita_alloc((2 * pairs + 1) * sizeof(uint32_t));

	memset(from, 0, ((size_t) things + 3) * sizeof(size_t));
	for (size_t i = 0; i < pairs; i++)
	{
		if (a[i] == 0 || b[i] == 0 || a[i] > things || b[i] > things)
			continue;
		from[a[i] + 2]++;
		from[b[i] + 2]++;
	}
	for (size_t n = 2; n < (size_t) things + 3; n++)
		from[n] += from[n - 1];
	for (size_t i = 0; i < pairs; i++)
	{
		if (a[i] == 0 || b[i] == 0 || a[i] > things || b[i] > things)
			continue;
		list[from[a[i] + 1]++] = b[i];
		list[from[b[i] + 1]++] = a[i];
	}
	return list;
}

void
star_groups(uint32_t things, const uint32_t *a, const uint32_t *b, size_t pairs, uint32_t *centre)
{
	size_t	   *from = berita_alloc(((size_t) things + 3) * sizeof(size_t));
	uint32_t   *list = neighbours(things, a, b, pairs, from);

	memset(centre, 0, ((size_t) things + 1) * sizeof(uint32_t));
	for (uint32_t n = 1; n <= things; n++)
	{
		if ((n & 1023) == 0)
			berita_breathe();
		if (centre[n])
			continue;
		for (size_t i = from[n]; i < from[n + 1]; i++)
		{
			if (list[i] != n && !centre[list[i]])
				centre[list[i]] = centre[n] = n;
		}
	}
	berita_free(list);
	berita_free(from);
}
