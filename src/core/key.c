/*
 * A short word as two numbers, and hashes of words.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/key.h"

uint64_t
key_hash_long(Span s)
{
	WordKey		k = {0, 0};

	for (size_t i = 0; i + 8 < s.len; i += 8)
		k.a = (k.a ^ key_eight(s.at + i)) * UINT64_C(0x9E3779B97F4A7C15);
	k.b = key_eight(s.at + s.len - 8) ^ s.len;
	return key_mix(k);
}

bool
key_same_long(const char *a, const char *b, size_t len)
{
	return memcmp(a, b, len) == 0;
}
