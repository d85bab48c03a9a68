/*
 * Reading the rows of a user's query through a cursor.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "pg/compat.h"
#include "pg/query.h"

static const char *const column_name[QUERY_COLUMNS] = {"id", "body", "published", "outlet"};

static void
fetch(QueryReader *query)
{
	MemoryContext old;

	if (query->rows)
		SPI_freetuptable(SPI_tuptable);
	old = MemoryContextSwitchTo(query->caller);
	SPI_cursor_fetch(query->portal, true, QUERY_FETCH);
	MemoryContextSwitchTo(old);
	query->rows = SPI_processed;
	query->row = 0;
}

static void
check_published(Oid type)
{
	if (type != TIMESTAMPTZOID && type != TIMESTAMPOID && type != DATEOID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("third column of the query, published, is of type %s", format_type_be(type)),
				 errhint("Cast it to timestamptz, timestamp or date.")));
}

void
query_open(QueryReader *query, const char *sql, int min, int max)
{
	SPIPlanPtr	plan = SPI_prepare(sql, 0, NULL);
	TupleDesc	desc;

	if (plan == NULL)
		elog(ERROR, "SPI_prepare(\"%s\") failed: %s", sql, SPI_result_code_string(SPI_result));
	memset(query, 0, sizeof(*query));
	query->caller = CurrentMemoryContext;
	query->row_context = AllocSetContextCreate(CurrentMemoryContext, "berita row", ALLOCSET_DEFAULT_SIZES);
	query->portal = SPI_cursor_open(NULL, plan, NULL, NULL, true);
	fetch(query);
	desc = SPI_tuptable->tupdesc;
	query->columns = desc->natts;
	if (desc->natts < min || desc->natts > max)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("query returns %d columns, want %d to %d", desc->natts, min, max),
				 errdetail("Columns count by position: id, body, published, outlet.")));
	for (int i = 0; i < desc->natts; i++)
	{
		Oid			out;
		bool		varlena;

		query->type[i] = getBaseType(TupleDescAttr(desc, i)->atttypid);
		getTypeOutputInfo(query->type[i], &out, &varlena);
		fmgr_info(out, &query->output[i]);
	}
	if (desc->natts > 2)
		check_published(query->type[2]);
}

bool
query_is_text(const QueryReader *query, int n)
{
	return query->type[n] == TEXTOID || query->type[n] == VARCHAROID || query->type[n] == BPCHAROID;
}

static TimestampTz
to_timestamptz(Datum value, Oid type)
{
	if (type == TIMESTAMPOID)
		value = DirectFunctionCall1(timestamp_timestamptz, value);
	else if (type == DATEOID)
		value = DirectFunctionCall1(date_timestamptz, value);
	return DatumGetTimestampTz(value);
}

bool
query_next(QueryReader *query, QueryRow *row)
{
	HeapTuple	tuple;
	TupleDesc	desc;
	Datum		value[QUERY_COLUMNS];
	bool		null[QUERY_COLUMNS];
	MemoryContext old;

	if (query->row == query->rows)
		fetch(query);
	if (query->rows == 0)
		return false;
	MemoryContextReset(query->row_context);
	old = MemoryContextSwitchTo(query->row_context);
	tuple = SPI_tuptable->vals[query->row++];
	desc = SPI_tuptable->tupdesc;
	memset(row, 0, sizeof(*row));
	for (int i = 0; i < query->columns; i++)
		value[i] = SPI_getbinval(tuple, desc, i + 1, &null[i]);
	if (null[0])
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("first column of the query, %s, is null in a row", column_name[0])));
	row->id = OutputFunctionCall(&query->output[0], value[0]);
	row->has_body = query->columns > 1 && !null[1];
	row->body = row->has_body ? value[1] : (Datum) 0;
	row->has_published = query->columns > 2 && !null[2];
	if (row->has_published)
		row->published = to_timestamptz(value[2], query->type[2]);
	if (query->columns > 3 && !null[3])
		row->outlet = OutputFunctionCall(&query->output[3], value[3]);
	MemoryContextSwitchTo(old);
	return true;
}

void
query_close(QueryReader *query)
{
	if (query->rows)
		SPI_freetuptable(SPI_tuptable);
	SPI_cursor_close(query->portal);
	MemoryContextDelete(query->row_context);
}
