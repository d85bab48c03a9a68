/*
 * XXH3-64: the one file that includes xxhash.h, header only, no library at run time.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#if XXH_VERSION_NUMBER < 800
#error "XXH3 is frozen from xxHash 0.8.0 on"
#endif

uint64_t
hash_bytes(const char *at, size_t len)
{
	return XXH3_64bits(at, len);
}

void
hash_runs(const char *buffer, const uint16_t *edge, size_t n, uint64_t *hash)
{
	for (size_t i = 0; i < n; i++, edge += 2)
		hash[i] = XXH3_64bits(buffer + edge[0], (size_t) (edge[1] - edge[0]));
}
