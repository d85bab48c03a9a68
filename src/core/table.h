/*
 * Looking a word up in a table that src/tools/table.pl made from src/data.
 *
 * A generated x_table.h holds x_table (the keys) and x_row[] (the facts, same
 * order); it has exactly one includer.  Slots are open addressing over the upper
 * half of key_hash(), the same in Perl and here; one test compares both.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_TABLE_H
#define BERITA_CORE_TABLE_H

#include "core/key.h"

typedef struct Table
{
	const char *blob;			/* all keys and texts, end to end */
	const uint32_t *key_at;		/* offset of each key in blob */
	const uint8_t *key_len;
	const uint32_t *slot;		/* row + 1, the hash's upper half above it; 0 = empty */
	uint32_t	mask;			/* slots - 1, slots a power of two */
	uint32_t	rows;
} Table;

/* A text column: a run in the blob. */
typedef struct TableText
{
	uint32_t	at;
	uint16_t	len;
} TableText;

static inline uint32_t
table_hash(Span key)
{
	return (uint32_t) (key_hash(key) >> 32);
}

/* The row of key, whose hash is given, or -1. */
static inline int32_t
table_find_hashed(const Table *t, Span key, uint32_t hash)
{
	if (key.len > 255)
		return -1;
	for (uint32_t i = hash;; i++)
	{
		uint32_t	slot = t->slot[i & t->mask];
		uint32_t	row = (slot & 0xFFFF) - 1;

		if (slot == 0)
			return -1;
		if (slot >> 16 == hash >> 16 && t->key_len[row] == key.len && key_same(t->blob + t->key_at[row], key.at, key.len))
			return (int32_t) row;
	}
}

/* May the table have a key with this hash? */
static inline bool
table_may_hold(const Table *t, uint32_t hash)
{
	uint32_t	i = hash;

	while (t->slot[i & t->mask] != 0 && t->slot[i & t->mask] >> 16 != hash >> 16)
		i++;
	return t->slot[i & t->mask] != 0;
}

/*
 * May a key begin at p, which has four bytes?  Asks the filter that the generator
 * wrote as x_prefix: one bit for the first four bytes, case left out.
 */
static inline bool
table_prefix(const uint32_t *prefix, const char *p)
{
	const unsigned char *b = (const unsigned char *) p;
	uint32_t	four = (uint32_t) b[0] | (uint32_t) b[1] << 8 | (uint32_t) b[2] << 16 | (uint32_t) b[3] << 24;
	uint32_t	h = ((four | 0x20202020u) * 2654435761u) >> 21;

	return prefix[h >> 5] >> (h & 31) & 1;
}

/* The row of key, or -1. */
static inline int32_t
table_find(const Table *t, Span key)
{
	return table_find_hashed(t, key, table_hash(key));
}

static inline Span
table_key(const Table *t, uint32_t row)
{
	return span_of(t->blob + t->key_at[row], t->key_len[row]);
}

static inline Span
table_text(const Table *t, TableText text)
{
	return span_of(t->blob + text.at, text.len);
}

#endif
