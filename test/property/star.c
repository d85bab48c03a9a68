/*
 * Groups round centres, over random pairs: as the plain definition says, and no chains.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/star.h"
#include "test.h"

#define THINGS 40
#define PAIRS 60

static uint32_t seed = 20240501;

static uint32_t
next(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

/* The definition, word for word. */
static void
plain(bool joined[THINGS + 1][THINGS + 1], uint32_t *centre)
{
	memset(centre, 0, (THINGS + 1) * sizeof(uint32_t));
	for (uint32_t n = 1; n <= THINGS; n++)
		for (uint32_t m = 1; m <= THINGS && centre[n] == 0; m++)
			if (joined[n][m] && m != n && (centre[m] == 0 || m < n))
			{
				bool		free = centre[m] == 0;

				if (free)
				{
					for (uint32_t k = 1; k <= THINGS; k++)
						if (joined[n][k] && k != n && centre[k] == 0)
							centre[k] = n;
					centre[n] = n;
				}
			}
}

int
main(void)
{
	for (int turn = 0; turn < 2000; turn++)
	{
		static bool joined[THINGS + 1][THINGS + 1];
		uint32_t	a[PAIRS],
					b[PAIRS],
					got[THINGS + 1],
					want[THINGS + 1];
		size_t		pairs = next(PAIRS);

		memset(joined, 0, sizeof(joined));
		for (size_t i = 0; i < pairs; i++)
		{
			a[i] = 1 + next(THINGS);
			b[i] = 1 + next(THINGS);
			joined[a[i]][b[i]] = joined[b[i]][a[i]] = true;
		}
		star_groups(THINGS, a, b, pairs, got);
		plain(joined, want);
		for (uint32_t n = 1; n <= THINGS; n++)
		{
			CHECK(got[n] == want[n]);
			CHECK(got[n] == 0 || got[n] == n || joined[n][got[n]]);
			CHECK(got[n] == 0 || got[got[n]] == got[n]);
		}
	}
	return test_end("star");
}
