/*
 * A 64-bit hash that is the same on every machine, for ever: XXH3-64.
 *
 * Stored signatures are made of it, so nothing here may change its values.
 * XXH3 has been frozen since xxHash 0.8.0; the server's own hashes are not.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_HASH_H
#define BERITA_CORE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* XXH3-64 with seed 0. */
extern uint64_t hash_bytes(const char *at, size_t len);

/*
 * The hashes of n runs of one buffer: run i reaches from edge[2 * i] to
 * edge[2 * i + 1], end exclusive.
 */
extern void hash_runs(const char *buffer, const uint16_t *edge, size_t n, uint64_t *hash);

/* Spreads every bit of h over all 64: the closing step of XXH3. */
static inline uint64_t
hash_mix(uint64_t h)
{
	h ^= h >> 37;
	h *= UINT64_C(0x165667919E3779F9);
	return h ^ (h >> 32);
}

/* h followed by next; the order matters. */
static inline uint64_t
hash_join(uint64_t h, uint64_t next)
{
	return h * UINT64_C(0xC2B2AE3D27D4EB4F) + next;
}

#endif
