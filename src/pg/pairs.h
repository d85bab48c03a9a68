/*
 * The near-duplicate pairs among the rows of a query.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_PAIRS_H
#define BERITA_PG_PAIRS_H

#include "utils/timestamp.h"

typedef struct PairOptions
{
	double		threshold;
	bool		clean;			/* compare clean(body) */
	bool		series;			/* leave pairs within one outlet out */
	bool		resemblance_only;	/* containment does not count */
	int64		window;			/* microseconds that a pair may lie apart; -1 = any */
	const char *against;		/* second query: only pairs across; NULL for none */
} PairOptions;

/* One row of the query. */
typedef struct PairDoc
{
	char	   *id;
	char	   *outlet;			/* NULL for none */
	TimestampTz published;
	bool		has_published;
	bool		second;			/* of the second query */
	bool		sorted;			/* its set is in order */
	uint32		prints;			/* fingerprints in the key record */
	uint32		size;			/* shingles; different ones once sorted */
	uint32		different;		/* different ones, once it was compared */
	uint64		keys;			/* where its key record is */
	uint64		set;			/* where its shingles, or its signature, are */
} PairDoc;

/* Two rows that are alike; a and b are numbers of PairResult.doc, a < b. */
typedef struct Pair
{
	uint32		a;
	uint32		b;
	double		resemblance;
	double		containment_a;	/* share of a found in b */
	double		containment_b;
} Pair;

/* Documents in the order of their ids; pairs ascending by a, then b. */
typedef struct PairResult
{
	PairDoc    *doc;
	uint32		docs;
	Pair	   *pair;
	uint64		pairs;
	bool		published;		/* does the query name a time? */
} PairResult;

/* Reads the query, finds and verifies the pairs; the memory is the caller's context. */
extern void pairs_find(PairResult *result, const char *sql, const PairOptions *options);

#endif
