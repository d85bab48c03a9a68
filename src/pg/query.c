/*
 * The rows of a user's query by position: id, body, published, outlet.
 *
 * The query is prepared once for its columns and then run inside another one that
 * gives them their types, so that all readers see the same four columns.  Rows go
 * straight from the executor to their reader; parallel plans stay possible.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "executor/tuptable.h"
#include "lib/stringinfo.h"
#include "parser/parse_type.h"
#include "tcop/dest.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/plancache.h"

#include "pg/compat.h"
#include "pg/query.h"

typedef struct QueryReceiver
{
	DestReceiver receiver;
	QuerySink	put;
	void	   *sink;
	MemoryContext row;
} QueryReceiver;

static void
receiver_ignore(DestReceiver *self)
{
	(void) self;
}

static void
receiver_startup(DestReceiver *self, int operation, TupleDesc desc)
{
	(void) self;
	(void) operation;
	(void) desc;
}

static bool
receiver_take(TupleTableSlot *slot, DestReceiver *self)
{
	QueryReceiver *r = (QueryReceiver *) self;
	MemoryContext before;

	slot_getallattrs(slot);
	before = MemoryContextSwitchTo(r->row);
	r->put(r->sink, slot->tts_values, slot->tts_isnull);
	MemoryContextSwitchTo(before);
	MemoryContextReset(r->row);
	return true;
}

static const char *const column_name[QUERY_COLUMNS] = {"id", "body", "published", "outlet"};

static const char *
by_position(int least)
{
	return least > 1 ? "The columns are, by position, id, body, published, outlet." :
		"The columns are, by position, id, body, published, outlet; or the body alone.";
}

static bool
is_signature(Oid type)
{
	return strcmp(format_type_be_qualified(type), "berita.minhash128") == 0;
}

/* Checks the type of the user's column number at (from 0), which is ours named so. */
static void
check_column(UserQuery *query, TupleDesc desc, int at, int column, int least)
{
	Oid			type = getBaseType(TupleDescAttr(desc, at)->atttypid);
	const char *want = NULL;
	char		category;
	bool		preferred;

	get_type_category_preferred(type, &category, &preferred);
	if (column == QUERY_BODY && category != TYPCATEGORY_STRING)
	{
		query->signatures = least > 1 && is_signature(type);
		if (!query->signatures)
			want = least > 1 ? "a text or a berita.minhash128" : "a text";
	}
	if (column == QUERY_PUBLISHED && type != DATEOID && type != TIMESTAMPOID && type != TIMESTAMPTZOID)
		want = "a date or a timestamp";
	if (want)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column %d of the query, %s, must be %s, not %s", at + 1, column_name[column], want, format_type_be(type)),
				 errhint("%s", by_position(least))));
}

/* The query without the semicolons and blanks at its end, which no subquery may have. */
static char *
trimmed(const char *query)
{
	char	   *copy = pstrdup(query);
	size_t		n = strlen(copy);

	while (n > 0 && strchr("; \t\r\n", copy[n - 1]))
		copy[--n] = '\0';
	return copy;
}

static SPIPlanPtr
prepare(const char *sql)
{
	SPIPlanPtr	plan = SPI_prepare_cursor(sql, 0, NULL, CURSOR_OPT_PARALLEL_OK);

	if (plan == NULL)
		elog(ERROR, "cannot prepare the query: %s", SPI_result_code_string(SPI_result));
	return plan;
}

/* The columns of the one statement that was prepared. */
static TupleDesc
columns_of(SPIPlanPtr plan, int least)
{
	List	   *sources = SPI_plan_get_plan_sources(plan);
	TupleDesc	desc = list_length(sources) == 1 ? ((CachedPlanSource *) linitial(sources))->resultDesc : NULL;

	if (desc == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the query must be one statement that returns rows")));
	if (desc->natts < least || desc->natts > QUERY_COLUMNS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the query returns %d columns, and %d to %d have a meaning", desc->natts, least, QUERY_COLUMNS),
				 errhint("%s", by_position(least))));
	return desc;
}

void
query_open(UserQuery *query, const char *sql, int least)
{
	static const char *const type[QUERY_COLUMNS] = {"pg_catalog.text", "pg_catalog.text", "pg_catalog.timestamptz", "pg_catalog.text"};
	StringInfoData typed;
	TupleDesc	desc;
	char	   *inner = trimmed(sql);
	int			first;

	initStringInfo(&typed);
	SPI_connect();
	desc = columns_of(prepare(inner), least);
	query->columns = desc->natts;
	query->signatures = false;
	first = desc->natts == 1 ? QUERY_BODY : QUERY_ID;
	for (int column = 0; column < QUERY_COLUMNS; column++)
	{
		int			at = column - first;
		bool		given = at >= 0 && at < desc->natts;

		if (given)
			check_column(query, desc, at, column, least);
		appendStringInfoString(&typed, column == 0 ? "SELECT " : ", ");
		if (given)
			appendStringInfo(&typed, "q.c%d", at);
		else
			appendStringInfoString(&typed, "NULL");
		appendStringInfo(&typed, "::%s", column == QUERY_BODY && query->signatures ? "berita.minhash128" : type[column]);
	}
	appendStringInfo(&typed, " FROM (\n%s\n) AS q (", inner);
	for (int at = 0; at < desc->natts; at++)
		appendStringInfo(&typed, "%sc%d", at ? ", " : "", at);
	appendStringInfoChar(&typed, ')');
	SPI_finish();
	query->sql = typed.data;
}

void
query_run(const UserQuery *query, QuerySink put, void *sink)
{
	QueryReceiver r = {{receiver_take, receiver_startup, receiver_ignore, receiver_ignore, DestNone}, put, sink};
	SPIExecuteOptions options = {0};
	int			status;

	r.row = AllocSetContextCreate(CurrentMemoryContext, "berita query row", ALLOCSET_DEFAULT_SIZES);
	SPI_connect();
	options.read_only = true;
	options.dest = &r.receiver;
	status = SPI_execute_plan_extended(prepare(query->sql), &options);
	if (status < 0)
		elog(ERROR, "cannot run the query: %s", SPI_result_code_string(status));
	SPI_finish();
	MemoryContextDelete(r.row);
}
