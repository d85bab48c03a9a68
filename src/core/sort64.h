/*
 * Sorting 64-bit numbers in linear time.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_SORT64_H
#define BERITA_CORE_SORT64_H

#include <stddef.h>
#include <stdint.h>

/* Sorts n numbers upwards; scratch has room for n more, or is NULL for few (SORT64_FEW). */
extern void sort64(uint64_t *number, size_t n, uint64_t *scratch);
#define SORT64_FEW 64

/* Leaves each of n sorted numbers once; returns how many are left. */
extern size_t sort64_unique(uint64_t *number, size_t n);

#endif
