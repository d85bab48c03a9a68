/*
 * Pairs become groups: each member is paired with its group's centre itself.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_STAR_H
#define BERITA_CORE_STAR_H

#include <stddef.h>
#include <stdint.h>

/*
 * Things 1 to things, of which a[i] and b[i] are a pair.  In order of number
 * each one that has joined no centre yet becomes one, and those paired with it
 * that have none join it.  centre[n] is the centre of n, 0 where it stayed
 * alone; centre has things + 1 elements.  Pairs out of range are left out.
 */
extern void star_groups(uint32_t things, const uint32_t *a, const uint32_t *b, size_t pairs, uint32_t *centre);

#endif
