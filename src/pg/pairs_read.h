/*
 * The rows of a query as keys and shingle sets, for pairs.c.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_PAIRS_READ_H
#define BERITA_PG_PAIRS_READ_H

#include "core/minhash.h"
#include "core/overlap.h"
#include "pg/pairs.h"
#include "pg/spill.h"

/* What is kept of the rows: documents here, the rest in two stores. */
typedef struct PairStore
{
	PairDoc    *doc;
	uint32		docs;
	uint32		room;
	bool		signatures;		/* the bodies are minhash128 values */
	bool		published;
	Spill		keys;			/* a document: MINHASH_BANDS band keys, then its fingerprints */
	Spill		sets;			/* a document: its shingles, or its MinHash */
} PairStore;

/* Reads one query behind what is there already. */
extern void pairs_read(PairStore *store, const char *sql, const PairOptions *options, bool second);

#endif
