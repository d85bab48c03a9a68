/*
 * Groups round centres: no chains, order decides, pairs out of range left out.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/star.h"
#include "test.h"

int
main(void)
{
	static const uint32_t a[] = {1, 2, 3, 6, 0, 9};
	static const uint32_t b[] = {2, 3, 4, 6, 1, 1};
	static const uint32_t expected[] = {0, 1, 1, 3, 3, 0, 0};
	uint32_t	centre[7];

	star_groups(6, a, b, 6, centre);
	for (int i = 1; i <= 6; i++)
		CHECK(centre[i] == expected[i]);
	star_groups(6, a, b, 0, centre);
	CHECK(centre[1] == 0 && centre[6] == 0);
	star_groups(0, a, b, 0, centre);
	return test_end("star");
}
