/*
 * The functions that count over the rows of a query.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "core/article.h"
#include "core/host.h"
#include "core/vocabulary.h"
#include "core/wording.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/options.h"
#include "pg/query.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_corpus_rows);
PG_FUNCTION_INFO_V1(berita_term_stats);
PG_FUNCTION_INFO_V1(berita_keyness);
PG_FUNCTION_INFO_V1(berita_wording);

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
	UserQuery	query;

	query_open(&query, text_to_cstring(PG_GETARG_TEXT_PP(0)), 1);
	query_run(&query, store_row, result);
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

	if (nulls[QUERY_BODY])
		return;
	body = body_of_datum(values[QUERY_BODY]);
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

/* Counts the terms of a query's rows. */
static void
count_terms(TermSink *t, const text *sql)
{
	UserQuery	query;

	query_open(&query, text_to_cstring(sql), 1);
	query_run(&query, count_row, t);
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
	count_terms(&t, PG_GETARG_TEXT_PP(0));
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
	count_terms(&t, PG_GETARG_TEXT_PP(0));
	t.side = 1;
	count_terms(&t, PG_GETARG_TEXT_PP(1));
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
