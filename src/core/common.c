/*
 * The commonest word forms, looked up at once.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/common.h"

#include "core/common_table.h"

bool
common_find(Span folded, CommonForm *found)
{
	uint64_t	hash;

	if (folded.len < 2 || folded.len > COMMON_MAX)
		return false;
	hash = common_hash(folded);
	for (uint64_t i = hash >> 40;; i++)
	{
		uint64_t	slot = common_slot[i & COMMON_MASK];
		const char *form = common_blob + (slot & 0x1FFFFF);

		if (slot == 0)
			return false;
		if (slot >> 52 != (hash >> 28 & 0xFFF) || (slot >> 21 & 31) != folded.len ||
			!common_same(form, folded.at, folded.len))
			continue;
		found->root = span_of(common_blob + (slot >> 26 & 0xFFFFF), slot >> 46 & 31);
		found->stop = (slot >> 51 & 1) != 0;
		return true;
	}
}

void
common_prefetch(Span folded)
{
	if (folded.len >= 2 && folded.len <= COMMON_MAX)
		__builtin_prefetch(&common_slot[common_hash(folded) >> 40 & COMMON_MASK]);
}

void
common_prefetch_form(Span folded)
{
	uint64_t	slot;

	if (folded.len < 2 || folded.len > COMMON_MAX)
		return;
	slot = common_slot[common_hash(folded) >> 40 & COMMON_MASK];
	__builtin_prefetch(common_blob + (slot & 0x1FFFFF));
	__builtin_prefetch(common_blob + (slot >> 26 & 0xFFFFF));
}
