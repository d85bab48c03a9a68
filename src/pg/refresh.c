/*
 * The part of berita.refresh that acts with the owner's rights.
 *
 * A superuser may refresh anybody's table.  What stands in that table's view
 * of its columns, in an index or in a trigger of its side tables is the
 * owner's doing, so it runs as the owner, as under REINDEX or VACUUM.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "core/hash.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/harvest.h"
#include "pg/pair.h"
#include "pg/rows.h"
#include "pg/side.h"

PG_FUNCTION_INFO_V1(berita_refresh_batch);
PG_FUNCTION_INFO_V1(berita_run_as_owner);
PG_FUNCTION_INFO_V1(berita_side_prefix);
PG_FUNCTION_INFO_V1(berita_analysis_version);
PG_FUNCTION_INFO_V1(berita_digest);
PG_FUNCTION_INFO_V1(berita_pair_articles);

#define ROWS_AT_ONCE 50

/* Columns of the query that berita.refresh_batch runs. */
enum
{
	COLUMN_ID = 1, COLUMN_BODY, COLUMN_TITLE, COLUMN_PUBLISHED, COLUMN_OUTLET, COLUMN_KNOWN
};

/* What a batch has done. */
typedef struct Done
{
	int64		articles;
	int64		failed;
	int64		bytes;
} Done;

static Oid
owner_that_allows(Oid relid)
{
	Relation	rel = table_open(relid, AccessShareLock);
	Oid			owner = rel->rd_rel->relowner;

	if (!has_privs_of_role(GetUserId(), owner))
		aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_TABLE, RelationGetRelationName(rel));
	table_close(rel, AccessShareLock);
	return owner;
}

static void
read_query_row(HeapTuple tuple, TupleDesc desc, SourceRow *row, bool *known)
{
	bool		null;

	memset(row, 0, sizeof(*row));
	row->key = SPI_getbinval(tuple, desc, COLUMN_ID, &null);
	if (null)
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("an article has no key")));
	row->body = SPI_getbinval(tuple, desc, COLUMN_BODY, &row->no_body);
	row->title = SPI_getbinval(tuple, desc, COLUMN_TITLE, &row->no_title);
	row->published = SPI_getbinval(tuple, desc, COLUMN_PUBLISHED, &row->no_published);
	row->outlet = SPI_getbinval(tuple, desc, COLUMN_OUTLET, &row->no_outlet);
	*known = DatumGetBool(SPI_getbinval(tuple, desc, COLUMN_KNOWN, &null));
}

static void
refresh_rows(SideTables *side, const char *prefix, Portal portal, int64 max_bytes, Done *done)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "berita article", ALLOCSET_DEFAULT_SIZES);
	Analyser   *analyser = analyser_create(CurrentMemoryContext);

	for (;;)
	{
		SPITupleTable *rows;

		SPI_cursor_fetch(portal, true, ROWS_AT_ONCE);
		rows = SPI_tuptable;
		if (SPI_processed == 0)
			break;
		for (uint64 i = 0; i < rows->numvals; i++)
		{
			MemoryContext caller = MemoryContextSwitchTo(context);
			SourceRow	row;
			Analysis	analysis;
			bool		known;

			read_query_row(rows->vals[i], rows->tupdesc, &row, &known);
			if (known)
				side_forget(side, row.key);
			analyse_safely(analyser, &row, max_bytes, prefix, side->key_type, &analysis);
			analysis_write(side, analyser, row.key, &analysis);
			done->articles++;
			done->failed += analysis.error != NULL;
			done->bytes += analysis.bytes;
			MemoryContextSwitchTo(caller);
			MemoryContextReset(context);
		}
		SPI_freetuptable(rows);
	}
}

/* Opens an articles table and the side tables beside it; raises what is wrong. */
static Relation
open_articles(Oid articles, SideTables *side, char **prefix)
{
	Relation	rel = table_open(articles, RowExclusiveLock);

	memset(side, 0, sizeof(*side));
	*prefix = side_prefix_of(RelationGetRelationName(rel));
	if (*prefix == NULL || !side_open(side, RelationGetNamespace(rel), *prefix, rel->rd_rel->relowner, InvalidOid))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("\"%s\" cannot be refreshed: %s", RelationGetRelationName(rel),
						*prefix ? side->problem : "it is no articles table")));
	return rel;
}

static void
refresh_query(Oid articles, const char *query, Datum ids, int64 max_bytes, Done *done)
{
	SideTables	side;
	char	   *prefix;
	Relation	rel = open_articles(articles, &side, &prefix);
	Oid			type = TEXTARRAYOID;
	Portal		portal;

	SPI_connect();
	portal = SPI_cursor_open_with_args(NULL, query, 1, &type, &ids, NULL, false, 0);
	refresh_rows(&side, prefix, portal, max_bytes, done);
	SPI_cursor_close(portal);
	SPI_finish();
	side_close(&side);
	table_close(rel, NoLock);
}

/* Keys that came as texts, as an array of their type. */
static Datum
keys_of_texts(Datum texts, Oid type)
{
	ArrayType  *array = DatumGetArrayTypeP(texts);
	Datum	   *element;
	Datum	   *key;
	int			n;
	Oid			input,
				io_param;
	int16		len;
	bool		byval;
	char		align;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &element, NULL, &n);
	key = palloc_array(Datum, n);
	getTypeInputInfo(type, &input, &io_param);
	get_typlenbyvalalign(type, &len, &byval, &align);
	for (int i = 0; i < n; i++)
		key[i] = OidInputFunctionCall(input, TextDatumGetCString(element[i]), io_param, -1);
	return PointerGetDatum(construct_array(key, n, type, len, byval, align));
}

/* berita.refresh_batch(articles regclass, query text, ids text[], max_bytes bigint) returns record */
Datum
berita_refresh_batch(PG_FUNCTION_ARGS)
{
	Oid			articles = PG_GETARG_OID(0);
	Done		done = {0};
	SideRights	rights;
	TupleDesc	desc;
	Datum		values[3];
	bool		nulls[3] = {false};

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "berita.refresh_batch returns a row");
	side_rights_take(&rights, owner_that_allows(articles));
	refresh_query(articles, text_to_cstring(PG_GETARG_TEXT_PP(1)), PG_GETARG_DATUM(2), PG_GETARG_INT64(3), &done);
	side_rights_back(&rights);
	values[0] = Int64GetDatum(done.articles);
	values[1] = Int64GetDatum(done.failed);
	values[2] = Int64GetDatum(done.bytes);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

/* berita.run_as_owner(articles regclass, statement text, ids text[]) returns setof text */
Datum
berita_run_as_owner(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	Oid			type = TEXTARRAYOID;
	Datum		ids = PG_GETARG_DATUM(2);
	char		no_ids = PG_ARGISNULL(2) ? 'n' : ' ';
	SideRights	rights;
	int			code;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	side_rights_take(&rights, owner_that_allows(PG_GETARG_OID(0)));
	SPI_connect();
	code = SPI_execute_with_args(text_to_cstring(PG_GETARG_TEXT_PP(1)), 1, &type, &ids, &no_ids, false, 0);
	if (code < 0)
		elog(ERROR, "statement failed: %s", SPI_result_code_string(code));
	for (uint64 i = 0; SPI_tuptable && i < SPI_processed; i++)
	{
		bool		null = false;
		char	   *text = SPI_getvalue(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 1);
		Datum		value = text ? CStringGetTextDatum(text) : (Datum) 0;

		null = text == NULL;
		rows_put(result, &value, &null, 1);
	}
	SPI_finish();
	side_rights_back(&rights);
	return (Datum) 0;
}

/* berita.pair_articles(articles regclass, ids text[], threshold double precision) returns bigint */
Datum
berita_pair_articles(PG_FUNCTION_ARGS)
{
	Oid			articles = PG_GETARG_OID(0);
	SideTables	side;
	char	   *prefix;
	Relation	rel;
	SideRights	rights;
	uint64		found;

	side_rights_take(&rights, owner_that_allows(articles));
	rel = open_articles(articles, &side, &prefix);
	found = pair_articles(&side, keys_of_texts(PG_GETARG_DATUM(1), side.key_type), PG_GETARG_FLOAT8(2));
	side_close(&side);
	table_close(rel, NoLock);
	side_rights_back(&rights);
	PG_RETURN_INT64((int64) found);
}

/* berita.side_prefix(source name) returns text */
Datum
berita_side_prefix(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(side_prefix(NameStr(*PG_GETARG_NAME(0)))));
}

/* berita.digest(body text) returns bigint */
Datum
berita_digest(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);

	PG_RETURN_INT64((int64) hash_bytes(body.text.at, body.text.len));
}

/* berita.analysis_version() returns integer */
Datum
berita_analysis_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(ANALYSIS_VERSION);
}
