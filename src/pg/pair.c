/*
 * Near-duplicates of single articles, found through the index of the fingerprints.
 *
 * Articles that resemble each other contain each other, so containment finds
 * both.  The index proposes: fingerprints only estimate, so it is asked for less
 * than the threshold.  The texts themselves decide, word for word; they
 * are few.  What another transaction adds at the same moment is seen by neither:
 * so berita.refresh looks once more at what the triggers have paired.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"

#include "pg/compat.h"
#include "pg/pair.h"

/* How much less the estimate may say; passages are spread unevenly over a text. */
#define SLACK 0.25
#define LEAST 0.1

typedef struct PairPlan
{
	Oid			articles;
	SPIPlanPtr	plan;
} PairPlan;

static HTAB *pair_plans = NULL;

static const char pattern[] =
"INSERT INTO %3$s SELECT p.a, p.b, m.r, m.ca, m.cb FROM ("
" SELECT least(n.id, o.id) AS a, greatest(n.id, o.id) AS b FROM %1$s n JOIN %1$s o ON berita.near(n.fingerprints, o.fingerprints, $2)"
" WHERE n.id = ANY ($1) AND o.id <> n.id UNION"
" SELECT least(n.id, o.id), greatest(n.id, o.id) FROM %1$s n JOIN %1$s o ON berita.near(o.fingerprints, n.fingerprints, $2)"
" WHERE n.id = ANY ($1) AND o.id <> n.id) p"
" JOIN %2$s x ON x.id = p.a JOIN %2$s y ON y.id = p.b"
" CROSS JOIN LATERAL (SELECT berita.clean(x.body) AS x, berita.clean(y.body) AS y OFFSET 0) t"
" CROSS JOIN LATERAL (SELECT berita.resemblance(t.x, t.y) AS r, berita.containment(t.x, t.y) AS ca,"
" berita.containment(t.y, t.x) AS cb OFFSET 0) m"
" WHERE greatest(m.r, m.ca, m.cb) >= $3 ON CONFLICT DO NOTHING";

/* The view of the source's columns must be the owner's, as the tables must. */
static char *
source_view(const SideTables *side, const char *prefix)
{
	char	   *name = psprintf("%s_berita_source", prefix);
	Oid			relid = get_relname_relid(name, side->namespace);
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relid));
	bool		fits = false;

	if (HeapTupleIsValid(tuple))
	{
		Form_pg_class class = (Form_pg_class) GETSTRUCT(tuple);

		fits = class->relkind == RELKIND_VIEW && class->relowner == side->owner;
		ReleaseSysCache(tuple);
	}
	return fits ? quote_qualified_identifier(get_namespace_name(side->namespace), name) : NULL;
}

static SPIPlanPtr
pair_prepare(const SideTables *side, const char *view)
{
	Oid			types[] = {get_array_type(side->key_type), FLOAT8OID, FLOAT8OID};
	const char *schema = get_namespace_name(side->namespace);
	char	   *sql = psprintf(pattern,
							   quote_qualified_identifier(schema, RelationGetRelationName(side->rel[SIDE_SIGNATURES])), view,
							   quote_qualified_identifier(schema, RelationGetRelationName(side->rel[SIDE_COPIES])));
	SPIPlanPtr	plan = SPI_prepare(sql, lengthof(types), types);

	if (plan == NULL)
		elog(ERROR, "cannot prepare \"%s\": %s", sql, SPI_result_code_string(SPI_result));
	SPI_keepplan(plan);
	return plan;
}

static SPIPlanPtr
pair_plan(const SideTables *side, const char *view)
{
	Oid			articles = RelationGetRelid(side->rel[SIDE_ARTICLES]);
	PairPlan   *kept;
	bool		found;

	if (pair_plans == NULL)
	{
		HASHCTL		control = {.keysize = sizeof(Oid),.entrysize = sizeof(PairPlan)};

		pair_plans = hash_create("berita pairs", 16, &control, HASH_ELEM | HASH_BLOBS);
	}
	kept = hash_search(pair_plans, &articles, HASH_ENTER, &found);
	if (!found)
		kept->plan = NULL;
	if (kept->plan && !SPI_plan_is_valid(kept->plan))
	{
		SPI_freeplan(kept->plan);
		kept->plan = NULL;
	}
	if (kept->plan == NULL)
		kept->plan = pair_prepare(side, view);
	return kept->plan;
}

bool
pair_indexed(const SideTables *side)
{
	List	   *indexes = RelationGetIndexList(side->rel[SIDE_SIGNATURES]);
	ListCell   *cell;
	bool		found = false;

	foreach(cell, indexes)
	{
		HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(lfirst_oid(cell)));

		if (!HeapTupleIsValid(tuple))
			continue;
		found = found || ((Form_pg_class) GETSTRUCT(tuple))->relam == GIN_AM_OID;
		ReleaseSysCache(tuple);
	}
	list_free(indexes);
	return found;
}

uint64
pair_articles(SideTables *side, const char *prefix, Datum ids, double threshold)
{
	char	   *view = source_view(side, prefix);
	Datum		values[] = {ids, Float8GetDatum(Max(threshold - SLACK, LEAST)), Float8GetDatum(threshold)};
	int			code;

	if (view == NULL)
		return 0;
	SPI_connect();
	code = SPI_execute_snapshot(pair_plan(side, view), values, NULL, GetLatestSnapshot(), InvalidSnapshot, false, true, 0);
	if (code < 0)
		elog(ERROR, "cannot look for near-duplicates: %s", SPI_result_code_string(code));
	SPI_finish();
	return SPI_processed;
}
