/*
 * The commonest word forms, looked up at once.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/common.h"

#include "core/common_table.h"

#define EACH UINT64_C(0x0101010101010101)

/* What slot holds; its form is what was looked for. */
static inline bool
tell(uint64_t slot, CommonForm *found)
{
	found->root = span_of(common_blob + (slot >> 26 & 0xFFFFF), slot >> 46 & 31);
	found->stop = (slot >> 51 & 1) != 0;
	return true;
}

/* A word of up to sixteen bytes, by its key. */
static inline bool
find_short(WordKey key, size_t len, CommonForm *found)
{
	uint64_t	hash = key_mix(key);
	uint64_t	head = (hash >> 28 & 0xFFF) << 31 | len;
	uint64_t	slot;

	for (uint64_t i = hash >> 40; (slot = common_slot[i & COMMON_MASK]) != 0; i++)
	{
		WordKey	form;

		if ((slot >> 21 & UINT64_C(0x7FF8000001F)) != head)
			continue;
		form = key_wide(common_blob + (slot & 0x1FFFFF), len);
		if (form.a == key.a && form.b == key.b)
			return tell(slot, found);
	}
	return false;
}

static bool
find_long(Span folded, CommonForm *found)
{
	uint64_t	hash = key_hash(folded);
	uint64_t	slot;

	for (uint64_t i = hash >> 40; (slot = common_slot[i & COMMON_MASK]) != 0; i++)
		if (slot >> 52 == (hash >> 28 & 0xFFF) && (slot >> 21 & 31) == folded.len &&
			memcmp(common_blob + (slot & 0x1FFFFF), folded.at, folded.len) == 0)
			return tell(slot, found);
	return false;
}

bool
common_find(Span folded, CommonForm *found)
{
	if (folded.len < 2 || folded.len > COMMON_MAX)
		return false;
	if (folded.len > 16)
		return find_long(folded, found);
	return find_short(key_of(folded.at, folded.len), folded.len, found);
}

/* In each byte of x that is an ASCII letter in lower case, the highest bit. */
static inline uint64_t
letters(uint64_t x)
{
	uint64_t	low = (x & EACH * 0x7F) + EACH * (0x80 - 'a'),
				high = (x & EACH * 0x7F) + EACH * (0x7F - 'z');

	return low & ~high & ~x & EACH * 0x80;
}

/* The bit that makes a letter lower case, sixteen times. */
static const char blanks[] = "                ";

bool
common_find_raw(Span word, size_t readable, CommonForm *found)
{
	char		folded[COMMON_MAX + 1];
	WordKey	key,
				bits;

	if (word.len <= 16 && readable >= 16)
	{
		bits = key_wide(blanks, word.len);
		key = key_wide(word.at, word.len);
		key.a |= bits.a;
		key.b |= bits.b;
		if (letters(key.a) != bits.a << 2 || letters(key.b) != bits.b << 2)
			return false;
		return word.len >= 2 && find_short(key, word.len, found);
	}
	if (word.len > COMMON_MAX)
		return false;
	for (size_t i = 0; i < word.len; i++)
	{
		folded[i] = (char) (word.at[i] | 0x20);
		if (folded[i] < 'a' || folded[i] > 'z')
			return false;
	}
	return common_find(span_of(folded, word.len), found);
}

void
common_prefetch(Span folded)
{
	if (folded.len >= 2 && folded.len <= COMMON_MAX)
		__builtin_prefetch(&common_slot[key_hash(folded) >> 40 & COMMON_MASK]);
}

void
common_prefetch_form(Span folded)
{
	uint64_t	slot;

	if (folded.len < 2 || folded.len > COMMON_MAX)
		return;
	slot = common_slot[key_hash(folded) >> 40 & COMMON_MASK];
	__builtin_prefetch(common_blob + (slot & 0x1FFFFF));
	__builtin_prefetch(common_blob + (slot >> 26 & 0xFFFFF));
}

void
common_prefetch_raw(Span word, size_t readable)
{
	WordKey	key,
				bits;

	if (word.len > 16 || readable < 16)
		return;
	bits = key_wide(blanks, word.len);
	key = key_wide(word.at, word.len);
	key.a |= bits.a;
	key.b |= bits.b;
	__builtin_prefetch(&common_slot[key_mix(key) >> 40 & COMMON_MASK]);
}
