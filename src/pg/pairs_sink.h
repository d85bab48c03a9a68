/*
 * Candidate pairs with weights: many go in, each comes out once, in order.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_PAIRS_SINK_H
#define BERITA_PG_PAIRS_SINK_H

#include "utils/tuplesort.h"

#define SINK_WEIGHT 3			/* the heaviest; weights of one pair add up to it at most */

typedef struct PairSink
{
	uint64	   *pair;			/* a << 33 | b << 2 | weight */
	uint64	   *scratch;
	uint64		n;
	uint64		room;
	uint64		next;			/* to be read, where all stayed in memory */
	Tuplesortstate *sort;		/* where they did not */
	uint64		held;			/* read from the sort, not yet given; 0 = none */
	int			work_mem;		/* kB */
} PairSink;

extern void sink_open(PairSink *sink, int work_mem);
extern void sink_put_full(PairSink *sink);

/* a < b < 2^30 */
static inline void
sink_put(PairSink *sink, uint32 a, uint32 b, uint32 weight)
{
	if (sink->n == sink->room)
		sink_put_full(sink);
	sink->pair[sink->n++] = (uint64) a << 33 | (uint64) b << 2 | weight;
}

/* No more go in. */
extern void sink_finish(PairSink *sink);

/* The next pair, by a, then b, with the sum of its weights; false at the end. */
extern bool sink_next(PairSink *sink, uint32 *a, uint32 *b, uint32 *weight);
extern void sink_close(PairSink *sink);

#endif
