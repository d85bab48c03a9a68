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
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "pg/compat.h"
#include "pg/pair.h"

/* How much less the estimate may say; passages are spread unevenly over a text. */
#define SLACK 0.25
#define LEAST 0.1

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
static bool
source_view_fits(const SideTables *side, const char *name)
{
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(get_relname_relid(name, side->namespace)));
	bool		fits;

	if (!HeapTupleIsValid(tuple))
		return false;
	fits = ((Form_pg_class) GETSTRUCT(tuple))->relkind == RELKIND_VIEW && ((Form_pg_class) GETSTRUCT(tuple))->relowner == side->owner;
	ReleaseSysCache(tuple);
	return fits;
}

static char *
pair_sql(const SideTables *side)
{
	const char *schema = get_namespace_name(side->namespace);

	return psprintf(pattern,
					quote_qualified_identifier(schema, RelationGetRelationName(side->rel[SIDE_SIGNATURES])),
					quote_qualified_identifier(schema, psprintf("%s_berita_source", side->prefix)),
					quote_qualified_identifier(schema, RelationGetRelationName(side->rel[SIDE_COPIES])));
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
pair_articles(const SideTables *side, Datum ids, double threshold)
{
	Oid			types[] = {get_array_type(side->key_type), FLOAT8OID, FLOAT8OID};
	Datum		values[] = {ids, Float8GetDatum(Max(threshold - SLACK, LEAST)), Float8GetDatum(threshold)};

	if (!source_view_fits(side, psprintf("%s_berita_source", side->prefix)))
		return 0;
	return side_execute(side, pair_sql, lengthof(types), types, values);
}
