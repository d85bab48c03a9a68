/*
 * Candidate pairs: sorted and merged in memory, by the server's sort beyond it.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "catalog/pg_operator.h"
#include "catalog/pg_type.h"
#include "utils/memutils.h"
#include "utils/tuplesort.h"

#include "core/sort64.h"
#include "pg/compat.h"
#include "pg/pairs_sink.h"

/* "<" of int8, which no header names. */
#define INT8_LESS_OPERATOR 412

#define PAIR_OF(entry) ((entry) >> 2)
#define WEIGHT_OF(entry) ((entry) & 3)

void
sink_open(PairSink *sink, int work_mem)
{
	memset(sink, 0, sizeof(*sink));
	sink->work_mem = work_mem;
	sink->room = Max((uint64) work_mem * 1024 / (2 * sizeof(uint64)), 8192);
	sink->pair = MemoryContextAllocHuge(CurrentMemoryContext, sink->room * sizeof(uint64));
	sink->scratch = MemoryContextAllocHuge(CurrentMemoryContext, sink->room * sizeof(uint64));
}

/* Adds the weight of the same pair. */
static inline uint64
heavier(uint64 entry, uint64 same)
{
	return PAIR_OF(entry) << 2 | Min(WEIGHT_OF(entry) + WEIGHT_OF(same), SINK_WEIGHT);
}

/* Sorts what is in memory and leaves each pair once. */
static void
merge(PairSink *sink)
{
	uint64		left = 0;

	sort64((uint64_t *) sink->pair, sink->n, (uint64_t *) sink->scratch);
	for (uint64 i = 0; i < sink->n; i++)
	{
		if (left > 0 && PAIR_OF(sink->pair[left - 1]) == PAIR_OF(sink->pair[i]))
			sink->pair[left - 1] = heavier(sink->pair[left - 1], sink->pair[i]);
		else
			sink->pair[left++] = sink->pair[i];
	}
	sink->n = left;
}

static void
to_sort(PairSink *sink)
{
	if (!sink->sort)
		sink->sort = tuplesort_begin_datum(INT8OID, INT8_LESS_OPERATOR, InvalidOid, false,
										   sink->work_mem, NULL, TUPLESORT_NONE);
	for (uint64 i = 0; i < sink->n; i++)
		tuplesort_putdatum(sink->sort, Int64GetDatum((int64) sink->pair[i]), false);
	sink->n = 0;
}

void
sink_put_full(PairSink *sink)
{
	merge(sink);
	if (sink->n > sink->room / 2)
		to_sort(sink);
}

void
sink_finish(PairSink *sink)
{
	merge(sink);
	if (!sink->sort)
		return;
	to_sort(sink);
	tuplesort_performsort(sink->sort);
}

/* The next entry of the sort, or 0. */
static uint64
from_sort(PairSink *sink)
{
	Datum		value;
	bool		null;

	if (!sorted_datum(sink->sort, &value, &null))
		return 0;
	return (uint64) DatumGetInt64(value);
}

bool
sink_next(PairSink *sink, uint32 *a, uint32 *b, uint32 *weight)
{
	uint64		entry;

	if (sink->sort)
	{
		uint64		next;

		entry = sink->held ? sink->held : from_sort(sink);
		while (entry && (next = from_sort(sink)) != 0 && PAIR_OF(next) == PAIR_OF(entry))
			entry = heavier(entry, next);
		sink->held = entry ? next : 0;
	}
	else
		entry = sink->next < sink->n ? sink->pair[sink->next++] : 0;
	if (!entry)
		return false;
	*a = (uint32) (entry >> 33);
	*b = (uint32) (entry >> 2 & 0x7FFFFFFF);
	*weight = (uint32) WEIGHT_OF(entry);
	return true;
}

void
sink_close(PairSink *sink)
{
	pfree(sink->pair);
	pfree(sink->scratch);
	if (sink->sort)
		tuplesort_end(sink->sort);
}
