/*
 * Reading a query by position, and the functions that count over its rows.
 *
 * The query is prepared once for its columns and then run inside another one that
 * gives them their types, so that all readers see the same four columns.  Rows go
 * straight from the executor to their reader; parallel plans stay possible.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "parser/parse_type.h"
#include "tcop/dest.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/plancache.h"

#include "core/article.h"
#include "core/host.h"
#include "core/vocabulary.h"
#include "core/wording.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/corpus.h"
#include "pg/options.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_corpus_rows);
PG_FUNCTION_INFO_V1(berita_term_stats);
PG_FUNCTION_INFO_V1(berita_keyness);
PG_FUNCTION_INFO_V1(berita_wording);

typedef struct CorpusReceiver
{
	DestReceiver receiver;
	CorpusSink	put;
	void	   *sink;
	MemoryContext row;
} CorpusReceiver;

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
	CorpusReceiver *r = (CorpusReceiver *) self;
	MemoryContext before;

	slot_getallattrs(slot);
	before = MemoryContextSwitchTo(r->row);
	r->put(r->sink, slot->tts_values, slot->tts_isnull);
	MemoryContextSwitchTo(before);
	MemoryContextReset(r->row);
	return true;
}

/* What a column must be, as its message says. */
static const char *const column_name[CORPUS_COLUMNS] = {"id", "body", "published", "outlet"};

static void
check_column(TupleDesc desc, int at, int column)
{
	Oid			type = getBaseType(TupleDescAttr(desc, at)->atttypid);
	char		category;
	bool		preferred;

	get_type_category_preferred(type, &category, &preferred);
	if (column == CORPUS_BODY && category != TYPCATEGORY_STRING)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column %d of the query, %s, must be a text, not %s", at + 1, column_name[column], format_type_be(type)),
				 errhint("The columns are, by position, id, body, published, outlet; or the body alone.")));
	if (column == CORPUS_PUBLISHED && type != DATEOID && type != TIMESTAMPOID && type != TIMESTAMPTZOID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column %d of the query, %s, must be a date or a timestamp, not %s", at + 1, column_name[column], format_type_be(type)),
				 errhint("The columns are, by position, id, body, published, outlet; or the body alone.")));
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

/* The statement that reads the query's columns as the four that a sink expects. */
static char *
typed_query(const char *query)
{
	static const char *const type[CORPUS_COLUMNS] = {"text", "text", "timestamptz", "text"};
	SPIPlanPtr	plan = SPI_prepare_cursor(query, 0, NULL, CURSOR_OPT_PARALLEL_OK);
	List	   *sources;
	TupleDesc	desc;
	StringInfoData sql;
	int			first;

	if (plan == NULL)
		elog(ERROR, "cannot prepare the query: %s", SPI_result_code_string(SPI_result));
	sources = SPI_plan_get_plan_sources(plan);
	if (list_length(sources) != 1 || (desc = ((CachedPlanSource *) linitial(sources))->resultDesc) == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the query must be one statement that returns rows")));
	if (desc->natts > CORPUS_COLUMNS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the query returns %d columns, and at most %d have a meaning", desc->natts, CORPUS_COLUMNS),
				 errhint("The columns are, by position, id, body, published, outlet; or the body alone.")));
	first = desc->natts == 1 ? CORPUS_BODY : CORPUS_ID;
	initStringInfo(&sql);
	for (int column = 0; column < CORPUS_COLUMNS; column++)
	{
		int			at = column - first;

		appendStringInfoString(&sql, column == 0 ? "SELECT " : ", ");
		if (at < 0 || at >= desc->natts)
			appendStringInfo(&sql, "NULL::pg_catalog.%s", type[column]);
		else
		{
			check_column(desc, at, column);
			appendStringInfo(&sql, "q.c%d::pg_catalog.%s", at, type[column]);
		}
	}
	appendStringInfo(&sql, " FROM (\n%s\n) AS q (", query);
	for (int at = 0; at < desc->natts; at++)
		appendStringInfo(&sql, "%sc%d", at ? ", " : "", at);
	appendStringInfoChar(&sql, ')');
	SPI_freeplan(plan);
	return sql.data;
}

void
corpus_read(const char *query, CorpusSink put, void *sink)
{
	CorpusReceiver r = {{receiver_take, receiver_startup, receiver_ignore, receiver_ignore, DestNone}, put, sink};
	SPIExecuteOptions options = {0};
	SPIPlanPtr	plan;
	int			status;

	r.row = AllocSetContextCreate(CurrentMemoryContext, "berita corpus row", ALLOCSET_DEFAULT_SIZES);
	SPI_connect();
	plan = SPI_prepare_cursor(typed_query(trimmed(query)), 0, NULL, CURSOR_OPT_PARALLEL_OK);
	if (plan == NULL)
		elog(ERROR, "cannot prepare the query: %s", SPI_result_code_string(SPI_result));
	options.read_only = true;
	options.dest = &r.receiver;
	status = SPI_execute_plan_extended(plan, &options);
	if (status < 0)
		elog(ERROR, "cannot run the query: %s", SPI_result_code_string(status));
	SPI_finish();
	MemoryContextDelete(r.row);
}

/* The row sink of berita.corpus_rows(): rows are stored as they come. */
static void
store_row(void *sink, const Datum *values, const bool *nulls)
{
	ReturnSetInfo *result = sink;

	tuplestore_putvalues(result->setResult, result->setDesc, (Datum *) values, (bool *) nulls);
}

Datum
berita_corpus_rows(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = rows_open(fcinfo);

	corpus_read(text_to_cstring(PG_GETARG_TEXT_PP(0)), store_row, result);
	return (Datum) 0;
}

typedef struct TermSink
{
	Vocabulary	vocabulary;
	int			side;
	bool		clean;
	MemoryContext context;		/* of the vocabulary */
} TermSink;

static void
count_row(void *sink, const Datum *values, const bool *nulls)
{
	TermSink   *t = sink;
	Body		body;
	Span		text;
	MemoryContext row;

	if (nulls[CORPUS_BODY])
		return;
	body = body_of_datum(values[CORPUS_BODY]);
	text = body.text;
	if (t->clean)
	{
		char	   *out = berita_alloc(text.len + 1);

		text = span_of(out, article_clean(text, NULL, out));
	}
	row = MemoryContextSwitchTo(t->context);
	vocabulary_read(&t->vocabulary, t->side, text);
	MemoryContextSwitchTo(row);
}

/* Opens the vocabulary by the options: level, stop_words, clean. */
static void
term_sink_open(TermSink *t, Jsonb *jsonb)
{
	char	   *name = NULL;
	bool		stop_words = false;
	VocabularyLevel level = VOCABULARY_ROOT;
	const Option accepted[] = {
		{"level", OPTION_TEXT, &name},
		{"stop_words", OPTION_BOOL, &stop_words},
		{"clean", OPTION_BOOL, &t->clean},
	};

	t->side = 0;
	t->clean = true;
	t->context = CurrentMemoryContext;
	options_read(jsonb, accepted, lengthof(accepted));
	if (name && !vocabulary_level(span_of(name, strlen(name)), &level))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unknown value \"%s\" of option \"level\"", name),
				 errhint("Use \"root\", \"light\" or \"word\".")));
	vocabulary_open(&t->vocabulary, level, stop_words);
}

static Datum
term_datum(const Vocabulary *v, uint32 term)
{
	Body		body = {{NULL, 0}, GetDatabaseEncoding() != PG_UTF8 && GetDatabaseEncoding() != PG_SQL_ASCII, false};

	return PointerGetDatum(body_text(&body, vocabulary_term(v, term)));
}

Datum
berita_term_stats(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = rows_open(fcinfo);
	TermSink	t;
	Vocabulary *v = &t.vocabulary;

	term_sink_open(&t, PG_GETARG_JSONB_P(1));
	corpus_read(text_to_cstring(PG_GETARG_TEXT_PP(0)), count_row, &t);
	for (uint32 i = 0; i < v->term.n; i++)
	{
		const TermCount *c = &v->count[i];
		bool		nulls[4] = {false};
		Datum		values[4] = {
			term_datum(v, i),
			Int64GetDatum((int64) c->articles[0]),
			Int64GetDatum((int64) c->occurrences[0]),
			Float8GetDatum(natural_log((double) v->articles[0] / (double) c->articles[0])),
		};

		rows_put(result, values, nulls, lengthof(values));
		pfree(DatumGetPointer(values[0]));
		if (i % 1024 == 0)
			berita_breathe();
	}
	return (Datum) 0;
}

/* Occurrences for each million words. */
static double
per_million(uint64 occurrences, uint64 words)
{
	return words > 0 ? 1e6 * (double) occurrences / (double) words : 0;
}

Datum
berita_keyness(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = rows_open(fcinfo);
	TermSink	t;
	Vocabulary *v = &t.vocabulary;

	term_sink_open(&t, PG_GETARG_JSONB_P(2));
	corpus_read(text_to_cstring(PG_GETARG_TEXT_PP(0)), count_row, &t);
	t.side = 1;
	corpus_read(text_to_cstring(PG_GETARG_TEXT_PP(1)), count_row, &t);
	for (uint32 i = 0; i < v->term.n; i++)
	{
		const TermCount *c = &v->count[i];
		Keyness		k = keyness_of(c->occurrences[0], c->occurrences[1], v->words[0], v->words[1]);
		bool		nulls[9] = {false};
		Datum		values[9] = {
			term_datum(v, i),
			Int64GetDatum((int64) c->occurrences[0]),
			Int64GetDatum((int64) c->occurrences[1]),
			Int64GetDatum((int64) c->articles[0]),
			Int64GetDatum((int64) c->articles[1]),
			Float8GetDatum(per_million(c->occurrences[0], v->words[0])),
			Float8GetDatum(per_million(c->occurrences[1], v->words[1])),
			Float8GetDatum(k.log_likelihood),
			Float8GetDatum(k.log_ratio),
		};

		nulls[8] = v->words[0] == 0 || v->words[1] == 0;
		nulls[7] = nulls[8];
		rows_put(result, values, nulls, lengthof(values));
		pfree(DatumGetPointer(values[0]));
		if (i % 1024 == 0)
			berita_breathe();
	}
	return (Datum) 0;
}

/* berita.wording(part text, whole text): share of part's word pairs found in whole */
Datum
berita_wording(PG_FUNCTION_ARGS)
{
	Body		part = BODY_GETARG(0),
				whole = BODY_GETARG(1);
	double		share = wording_share(part.text, whole.text);

	if (share < 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(share);
}
