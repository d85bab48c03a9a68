/*
 * berita.near_duplicates and berita.clusters: a whole corpus at once.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "core/star.h"
#include "pg/compat.h"
#include "pg/options.h"
#include "pg/pairs.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_near_duplicates);
PG_FUNCTION_INFO_V1(berita_clusters);

static void
check_threshold(double threshold)
{
	if (!(threshold > 0 && threshold <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("threshold must be above 0 and at most 1, not %g", threshold)));
}

/* "3 days" in microseconds, months counted as 30 days. */
static int64
window_of(const char *text)
{
	Interval   *i = DatumGetIntervalP(DirectFunctionCall3(interval_in, CStringGetDatum(text),
														  ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));
	int64		window = i->time + (i->day + i->month * INT64CONST(30)) * USECS_PER_DAY;

	if (window < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("option \"window\" must not be negative: \"%s\"", text)));
	return window;
}

static void
find(PairResult *result, FunctionCallInfo fcinfo, bool clusters)
{
	PairOptions options = {PG_GETARG_FLOAT8(1), true, false, clusters, -1, NULL};
	char	   *window = NULL;
	char	   *against = NULL;
	const Option accepted[] = {
		{"clean", OPTION_BOOL, &options.clean},
		{"series", OPTION_BOOL, &options.series},
		{"window", OPTION_TEXT, &window},
		{"against", OPTION_TEXT, &against},
	};

	check_threshold(options.threshold);
	options_read(PG_GETARG_JSONB_P(2), accepted, clusters ? 3 : 4);
	options.against = against;
	if (window)
		options.window = window_of(window);
	pairs_find(result, text_to_cstring(PG_GETARG_TEXT_PP(0)), &options);
}

static const char *
kind_of(const Pair *pair)
{
	if (pair->resemblance >= 1)
		return "identical";
	if (pair->resemblance >= 0.8)
		return "near-copy";
	if (pair->containment_a >= 0.8)
		return "excerpt";
	if (pair->containment_b >= 0.8)
		return "contains";
	if (pair->resemblance >= 0.5)
		return "rewrite";
	return "shared-passage";
}

/* With a second query the first one's row is a. */
static Pair
oriented(const PairResult *result, Pair pair)
{
	Pair		turned = {pair.b, pair.a, pair.resemblance, pair.containment_b, pair.containment_a};

	return result->doc[pair.a].second && !result->doc[pair.b].second ? turned : pair;
}

static void
put_pair(ReturnSetInfo *rows, const PairResult *result, Pair pair)
{
	const PairDoc *a,
			   *b;
	Datum		values[8];
	bool		nulls[8] = {false};

	pair = oriented(result, pair);
	a = &result->doc[pair.a];
	b = &result->doc[pair.b];
	values[0] = CStringGetTextDatum(a->id);
	values[1] = CStringGetTextDatum(b->id);
	values[2] = Float8GetDatum(pair.resemblance);
	values[3] = Float8GetDatum(pair.containment_a);
	values[4] = Float8GetDatum(pair.containment_b);
	values[5] = CStringGetTextDatum(kind_of(&pair));
	nulls[6] = nulls[7] = !a->has_published || !b->has_published
		|| TIMESTAMP_NOT_FINITE(a->published) || TIMESTAMP_NOT_FINITE(b->published);
	if (!nulls[6])
	{
		bool		a_first = a->published < b->published;

		nulls[6] = a->published == b->published;
		values[6] = CStringGetTextDatum(a_first ? "a" : "b");
		values[7] = DirectFunctionCall2(timestamp_mi, TimestampTzGetDatum(Max(a->published, b->published)),
										TimestampTzGetDatum(Min(a->published, b->published)));
	}
	rows_put(rows, values, nulls, 8);
}

Datum
berita_near_duplicates(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rows = rows_open(fcinfo);
	PairResult	result;

	find(&result, fcinfo, false);
	for (uint64 i = 0; i < result.pairs; i++)
		put_pair(rows, &result, result.pair[i]);
	return (Datum) 0;
}

/* Earliest first, then the longest, then by id; docs is the PairDoc array. */
static int
compare_rank(const void *x, const void *y, void *docs)
{
	const PairDoc *ranked = docs;
	uint32		i = *(const uint32 *) x,
				j = *(const uint32 *) y;
	const PairDoc *a = &ranked[i],
			   *b = &ranked[j];

	if (a->has_published != b->has_published)
		return a->has_published ? -1 : 1;
	if (a->has_published && a->published != b->published)
		return a->published < b->published ? -1 : 1;
	if (a->different != b->different)
		return a->different > b->different ? -1 : 1;
	return i < j ? -1 : 1;
}

/* A member of a cluster, by the numbers of star_groups: 1 is the first by rank. */
typedef struct Member
{
	uint32		centre;
	uint32		number;
	double		similarity;		/* to the centre */
} Member;

static int
compare_members(const void *x, const void *y)
{
	const Member *a = x,
			   *b = y;

	if (a->centre != b->centre)
		return a->centre < b->centre ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

static void
put_member(ReturnSetInfo *rows, const PairResult *result, const uint32 *order, const Member *m, uint32 size, uint32 rank)
{
	Datum		values[6];
	bool		nulls[6] = {false};

	values[0] = CStringGetTextDatum(result->doc[order[m->number - 1]].id);
	values[1] = CStringGetTextDatum(result->doc[order[m->centre - 1]].id);
	values[2] = Int32GetDatum((int32) size);
	values[3] = Int32GetDatum((int32) rank);
	values[4] = BoolGetDatum(m->number == m->centre);
	values[5] = Float8GetDatum(m->similarity);
	rows_put(rows, values, nulls, 6);
}

/* The members of all clusters, in order; returns how many. */
static uint64
members_of(const PairResult *result, const uint32 *order, Member **members)
{
	uint32		docs = result->docs;
	uint32	   *number = MemoryContextAllocHuge(CurrentMemoryContext, (Size) (docs + 1) * sizeof(uint32));
	uint32	   *centre = MemoryContextAllocHuge(CurrentMemoryContext, (Size) (docs + 1) * sizeof(uint32));
	uint32	   *a = MemoryContextAllocHuge(CurrentMemoryContext, (result->pairs + 1) * sizeof(uint32));
	uint32	   *b = MemoryContextAllocHuge(CurrentMemoryContext, (result->pairs + 1) * sizeof(uint32));
	uint64		n = 0;

	for (uint32 i = 0; i < docs; i++)
		number[order[i]] = i + 1;
	for (uint64 i = 0; i < result->pairs; i++)
	{
		a[i] = number[result->pair[i].a];
		b[i] = number[result->pair[i].b];
	}
	star_groups(docs, a, b, result->pairs, centre);
	*members = MemoryContextAllocHuge(CurrentMemoryContext, ((Size) docs + 1) * sizeof(Member));
	for (uint32 i = 1; i <= docs; i++)
		if (centre[i] == i)
			(*members)[n++] = (Member) {i, i, 1};
	for (uint64 i = 0; i < result->pairs; i++)
	{
		if (centre[b[i]] == a[i] && a[i] != b[i])
			(*members)[n++] = (Member) {a[i], b[i], result->pair[i].resemblance};
		else if (centre[a[i]] == b[i] && a[i] != b[i])
			(*members)[n++] = (Member) {b[i], a[i], result->pair[i].resemblance};
	}
	qsort(*members, n, sizeof(Member), compare_members);
	return n;
}

Datum
berita_clusters(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rows = rows_open(fcinfo);
	PairResult	result;
	Member	   *member;
	uint32	   *order;
	uint64		members;

	find(&result, fcinfo, true);
	order = MemoryContextAllocHuge(CurrentMemoryContext, ((Size) result.docs + 1) * sizeof(uint32));
	for (uint32 i = 0; i < result.docs; i++)
		order[i] = i;
	qsort_arg(order, result.docs, sizeof(uint32), compare_rank, result.doc);
	members = members_of(&result, order, &member);
	for (uint64 first = 0, next; first < members; first = next)
	{
		for (next = first; next < members && member[next].centre == member[first].centre; next++)
			;
		for (uint64 i = first; i < next; i++)
			put_member(rows, &result, order, &member[i], (uint32) (next - first), (uint32) (i - first + 1));
	}
	return (Datum) 0;
}
