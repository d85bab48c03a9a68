/*
 * Everything that is known about one article, as rows for the side tables.
 *
 * The rows are those that the SQL functions return: each function is looked up
 * once a statement and called with the same text, which has been detoasted once.
 *
 * A text is analysed in a subtransaction that only reads, which costs no
 * transaction id: what goes wrong there becomes a warning and an error in the
 * article's row, and the user's statement goes on.  A cancel, a deadlock, a
 * lack of memory or of disk is not about the text: those go up.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "access/detoast.h"
#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "parser/parse_func.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/resowner.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"
#include "utils/typcache.h"

#include "core/hash.h"
#include "core/signature.h"
#include "core/utf8.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/harvest.h"
#include "pg/signature.h"
#include "pg/study.h"

/* The columns of the type berita.article, in its order. */
enum
{
	ARTICLE_TITLE, ARTICLE_OUTLET, ARTICLE_PUBLISHED, ARTICLE_BYTES, ARTICLE_CHARACTERS,
	ARTICLE_WORDS, ARTICLE_SENTENCES, ARTICLE_QUOTES, ARTICLE_SPEAKERS, ARTICLE_ANONYMOUS,
	ARTICLE_SOURCES, ARTICLE_REPEATED, ARTICLE_BOILERPLATE, ARTICLE_UNREADABLE,
	ARTICLE_DIGEST, ARTICLE_PAIRED, ARTICLE_ANALYSIS, ARTICLE_ANALYSED, ARTICLE_ERROR, ARTICLE_COLUMNS
};

/* Room for the columns of a newer berita.article, which stay NULL. */
#define ARTICLE_ROOM 64

/* The columns of berita.quote that are counted, by name: the type may grow. */
typedef struct QuoteColumns
{
	int			speaker;
	int			speaker_kind;
	int			repeat_of;
} QuoteColumns;

struct Analyser
{
	MemoryContext context;
	ExprContext *econtext;
	TupleDesc	desc[SIDES];
	FmgrInfo	rows[SIDES];	/* quotes, sources, people */
	QuoteColumns quote;
	Datum		options;		/* '{}' */
};

static TupleDesc
desc_of_type(const char *name)
{
	Oid			type = GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum(name),
									   ObjectIdGetDatum(get_namespace_oid("berita", false)));

	if (!OidIsValid(type))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("type berita.%s is missing", name)));
	return lookup_rowtype_tupdesc_copy(type, -1);
}

static void
find_function(Analyser *analyser, FmgrInfo *info, const char *name, int nargs, Oid second)
{
	Oid			types[3] = {TEXTOID, second, INT4OID};
	List	   *names = list_make2(makeString("berita"), makeString(pstrdup(name)));

	fmgr_info_cxt(LookupFuncName(names, nargs, types, false), info, analyser->context);
}

static int
column_of(TupleDesc desc, const char *name)
{
	for (int i = 0; i < desc->natts; i++)
		if (strcmp(NameStr(TupleDescAttr(desc, i)->attname), name) == 0)
			return i + 1;
	elog(ERROR, "row type has no column \"%s\"", name);
}

Analyser *
analyser_create(MemoryContext context)
{
	MemoryContext caller = MemoryContextSwitchTo(context);
	Analyser   *analyser = palloc0(sizeof(Analyser));

	analyser->context = context;
	analyser->econtext = CreateStandaloneExprContext();
	for (int i = 0; i < SIDES; i++)
		analyser->desc[i] = desc_of_type(side_type_name((Side) i));
	find_function(analyser, &analyser->rows[SIDE_QUOTES], "quotes", 2, JSONBOID);
	find_function(analyser, &analyser->rows[SIDE_SOURCES], "sources", 2, JSONBOID);
	find_function(analyser, &analyser->rows[SIDE_PEOPLE], "people", 1, InvalidOid);
	analyser->quote.speaker = column_of(analyser->desc[SIDE_QUOTES], "speaker");
	analyser->quote.speaker_kind = column_of(analyser->desc[SIDE_QUOTES], "speaker_kind");
	analyser->quote.repeat_of = column_of(analyser->desc[SIDE_QUOTES], "repeat_of");
	analyser->options = DirectFunctionCall1(jsonb_in, CStringGetDatum("{}"));
	MemoryContextSwitchTo(caller);
	return analyser;
}

static TupleDesc
analyser_desc(Analyser *analyser, Side side)
{
	return analyser->desc[side];
}

static void
row_add(RowList *list, HeapTuple row)
{
	if (list->n == list->room)
	{
		list->room = list->room ? list->room * 2 : 16;
		list->row = list->row ? repalloc(list->row, list->room * sizeof(HeapTuple)) : palloc(list->room * sizeof(HeapTuple));
	}
	list->row[list->n++] = row;
}

/* Calls a set-returning function and copies its rows. */
static void
call_rows(Analyser *analyser, FmgrInfo *function, TupleDesc desc, Datum body, Datum second, RowList *list)
{
	LOCAL_FCINFO(fcinfo, 2);
	ReturnSetInfo result = {.type = T_ReturnSetInfo};
	TupleTableSlot *slot;

	result.econtext = analyser->econtext;
	result.expectedDesc = desc;
	result.allowedModes = SFRM_Materialize;
	result.returnMode = SFRM_ValuePerCall;
	InitFunctionCallInfoData(*fcinfo, function, function->fn_nargs, InvalidOid, NULL, (fmNodePtr) &result);
	fcinfo->args[0].value = body;
	fcinfo->args[0].isnull = false;
	fcinfo->args[1].value = second;
	fcinfo->args[1].isnull = false;
	(void) FunctionCallInvoke(fcinfo);
	if (result.returnMode != SFRM_Materialize || result.setResult == NULL)
		return;
	slot = MakeSingleTupleTableSlot(result.setDesc, &TTSOpsMinimalTuple);
	while (tuplestore_gettupleslot(result.setResult, true, false, slot))
		row_add(list, ExecCopySlotHeapTuple(slot));
	ExecDropSingleTupleTableSlot(slot);
	tuplestore_end(result.setResult);
}

static int
compare_text(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

/* Counts what the quotes say of an article: how many, by how many, unnamed ones. */
static void
count_quotes(Analyser *analyser, const RowList *list, Datum *values)
{
	TupleDesc	desc = analyser->desc[SIDE_QUOTES];
	char	  **speaker = palloc((list->n + 1) * sizeof(char *));
	int			quotes = 0,
				named = 0,
				speakers = 0,
				anonymous = 0;

	for (int i = 0; i < list->n; i++)
	{
		bool		null;
		Datum		value;

		(void) heap_getattr(list->row[i], analyser->quote.repeat_of, desc, &null);
		if (!null)
			continue;
		quotes++;
		value = heap_getattr(list->row[i], analyser->quote.speaker_kind, desc, &null);
		if (!null && strcmp(TextDatumGetCString(value), "anonymous") == 0)
			anonymous++;
		value = heap_getattr(list->row[i], analyser->quote.speaker, desc, &null);
		if (!null)
			speaker[named++] = TextDatumGetCString(value);
	}
	qsort(speaker, named, sizeof(char *), compare_text);
	for (int i = 0; i < named; i++)
		speakers += i == 0 || strcmp(speaker[i], speaker[i - 1]) != 0;
	values[ARTICLE_QUOTES] = Int32GetDatum(quotes);
	values[ARTICLE_SPEAKERS] = Int32GetDatum(speakers);
	values[ARTICLE_ANONYMOUS] = Int32GetDatum(anonymous);
}

/* Characters, and the share of them that no reader can read. */
static void
count_characters(Span text, Datum *values)
{
	uint32		characters = 0,
				unreadable = 0;

	for (const char *at = text.at, *end = text.at + text.len; at < end; characters++)
	{
		uint32		len;
		uint32		c = utf8_next(at, end, &len);

		if (c == UTF8_INVALID || c == 0xFFFD || (c >= 0x80 && c < 0xA0))
			unreadable++;
		at += len;
		if ((characters & 4095) == 0)
			CHECK_FOR_INTERRUPTS();
	}
	values[ARTICLE_CHARACTERS] = Int32GetDatum((int32) characters);
	values[ARTICLE_UNREADABLE] = Float4GetDatum(characters ? (float4) ((double) unreadable / characters) : 0);
}

/* Is the token a word, a number or the like, and no mark? */
static bool
counts_as_word(const Token *token)
{
	return token->class != TOKEN_PUNCTUATION && token->class != TOKEN_SYMBOL;
}

/* Words, sentences, and the shares of the text that are repeated or boilerplate. */
static void
count_parts(const Article *article, Datum *values)
{
	uint32		words = 0;
	double		repeated = 0,
				boilerplate = 0,
				all = Max(1, DatumGetInt32(values[ARTICLE_CHARACTERS]));

	for (uint32 i = 0; i < article->tokens.n; i++)
		words += counts_as_word(&article->tokens.token[i]);
	for (uint32 i = 0; i < article->repeats; i++)
		repeated += article->repeat[i].place.chars;
	for (uint32 i = 0; i < article->cuts; i++)
		boilerplate += article->cut[i].place.chars;
	for (uint32 i = 0; i < article->lines; i++)
	{
		const Line *line = &article->line[i];

		if (line->class != LINE_BODY && line->class != LINE_TITLE && line->class != LINE_DECK && line->class != LINE_SUBHEAD && !line->repeat_of)
			boilerplate += line->place.chars;
	}
	values[ARTICLE_WORDS] = Int32GetDatum((int32) words);
	values[ARTICLE_SENTENCES] = Int32GetDatum((int32) article->sentences.n);
	values[ARTICLE_REPEATED] = Float4GetDatum((float4) Min(1, repeated / all));
	values[ARTICLE_BOILERPLATE] = Float4GetDatum((float4) Min(1, boilerplate / all));
}

/* The three signatures of the clean text, from one reading. */
static void
signature_row(Analyser *analyser, Span text, Analysis *result)
{
	char	   *clean = MemoryContextAllocHuge(CurrentMemoryContext, text.len + 1);
	uint64		simhash;
	MinHash		minhash;
	Winnow		winnow;
	uint64		words = signature_read(span_of(clean, article_clean(text, NULL, clean)), &simhash, &minhash, &winnow);
	Datum		values[3];
	bool		nulls[3] = {false, false, false};

	pfree(clean);
	if (words == 0)
		return;
	values[0] = SimHashGetDatum(simhash);
	values[1] = minhash_datum(&minhash);
	values[2] = PointerGetDatum(fingerprints_make(winnow.print, winnow.n, (uint32) words, words < WINNOW_N ? SIGNATURE_SHORT : 0));
	winnow_free(&winnow);
	result->signed_text = true;
	row_add(&result->rows[SIDE_SIGNATURES], heap_form_tuple(analyser->desc[SIDE_SIGNATURES], values, nulls));
}

static void
analyse_body(Analyser *analyser, Datum body, Datum *values, Analysis *result)
{
	Body		text = body_of_datum(body);

	count_characters(text.text, values);
	values[ARTICLE_DIGEST] = Int64GetDatum((int64) hash_bytes(text.text.at, text.text.len));
	count_parts(study_article(&text), values);
	call_rows(analyser, &analyser->rows[SIDE_QUOTES], analyser->desc[SIDE_QUOTES], body, analyser->options, &result->rows[SIDE_QUOTES]);
	call_rows(analyser, &analyser->rows[SIDE_SOURCES], analyser->desc[SIDE_SOURCES], body, analyser->options, &result->rows[SIDE_SOURCES]);
	call_rows(analyser, &analyser->rows[SIDE_PEOPLE], analyser->desc[SIDE_PEOPLE], body, (Datum) 0, &result->rows[SIDE_PEOPLE]);
	count_quotes(analyser, &result->rows[SIDE_QUOTES], values);
	values[ARTICLE_SOURCES] = Int32GetDatum(result->rows[SIDE_SOURCES].n);
	signature_row(analyser, text.text, result);
}

static void
add_article(Analyser *analyser, const SourceRow *source, Datum *values, bool *nulls, const char *error, Analysis *result)
{
	values[ARTICLE_TITLE] = source->title;
	nulls[ARTICLE_TITLE] = source->no_title;
	values[ARTICLE_OUTLET] = source->outlet;
	nulls[ARTICLE_OUTLET] = source->no_outlet;
	values[ARTICLE_PUBLISHED] = source->published;
	nulls[ARTICLE_PUBLISHED] = source->no_published;
	values[ARTICLE_PAIRED] = Int16GetDatum(source->paired ? 1 : 0);
	values[ARTICLE_BYTES] = Int32GetDatum((int32) result->bytes);
	values[ARTICLE_ANALYSED] = TimestampTzGetDatum(GetCurrentTransactionStartTimestamp());
	nulls[ARTICLE_PAIRED] = nulls[ARTICLE_BYTES] = nulls[ARTICLE_ANALYSED] = nulls[ARTICLE_ANALYSIS] = false;
	nulls[ARTICLE_ERROR] = error == NULL;
	if (error)
		values[ARTICLE_ERROR] = CStringGetTextDatum(error);
	row_add(&result->rows[SIDE_ARTICLES], heap_form_tuple(analyser->desc[SIDE_ARTICLES], values, nulls));
}

static void
begin(const SourceRow *source, Analysis *result)
{
	memset(result, 0, sizeof(*result));
	if (!source->no_body)
		result->bytes = (int64) toast_raw_datum_size(source->body) - VARHDRSZ;
}

/* Analyses a row; the result is in the current memory context.  May raise. */
static void
analyse(Analyser *analyser, const SourceRow *source, Analysis *result)
{
	Datum		values[ARTICLE_ROOM] = {0};
	bool		nulls[ARTICLE_ROOM];

	for (int i = 0; i < ARTICLE_ROOM; i++)
		nulls[i] = i >= ARTICLE_COLUMNS;
	begin(source, result);
	values[ARTICLE_ANALYSIS] = Int32GetDatum(ANALYSIS_VERSION);
	if (!source->no_body)
		analyse_body(analyser, PointerGetDatum(PG_DETOAST_DATUM_PACKED(source->body)), values, result);
	add_article(analyser, source, values, nulls, NULL, result);
	if (analyser->econtext)
		ReScanExprContext(analyser->econtext);
}

void
analyse_nothing(Analyser *analyser, const SourceRow *source, const char *error, Analysis *result)
{
	Datum		values[ARTICLE_ROOM] = {0};
	bool		nulls[ARTICLE_ROOM];

	memset(nulls, true, sizeof(nulls));
	begin(source, result);
	values[ARTICLE_ANALYSIS] = Int32GetDatum(error ? ANALYSIS_VERSION : 0);
	add_article(analyser, source, values, nulls, error, result);
}

/* Is it the text's fault, and not the server's or the user's wish? */
static bool
error_of_text(int sqlerrcode)
{
	switch (ERRCODE_TO_CATEGORY(sqlerrcode))
	{
		case ERRCODE_TRANSACTION_ROLLBACK:
		case ERRCODE_INSUFFICIENT_RESOURCES:
		case ERRCODE_OPERATOR_INTERVENTION:
		case ERRCODE_SYSTEM_ERROR:
			return false;
	}
	return true;
}

/* Runs the analysis where an error of it can be caught; gives its words. */
static char *
analyse_caught(Analyser *analyser, const SourceRow *row, Analysis *result)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	char	   *volatile problem = NULL;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	study_begin();
	PG_TRY();
	{
		analyse(analyser, row, result);
		study_end();
		ReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(context);
		CurrentResourceOwner = owner;
	}
	PG_CATCH();
	{
		ErrorData  *error;

		study_end();
		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(context);
		CurrentResourceOwner = owner;
		if (!error_of_text(error->sqlerrcode))
			ReThrowError(error);
		problem = error->message;
	}
	PG_END_TRY();
	return problem;
}

/* Analyses a row, or says in its place why not. */
void
analyse_safely(Analyser *analyser, const SourceRow *row, int64 max_bytes, const char *table, Oid key_type,
			   Analysis *result)
{
	char	   *problem;

	memset(result, 0, sizeof(*result));
	if (!row->no_body && (int64) toast_raw_datum_size(row->body) - VARHDRSZ > max_bytes)
		problem = psprintf("text of %lld bytes is longer than max_bytes, %lld",
						   (long long) toast_raw_datum_size(row->body) - VARHDRSZ, (long long) max_bytes);
	else
		problem = analyse_caught(analyser, row, result);
	if (problem)
	{
		Oid			output;
		bool		varlena;

		analyse_nothing(analyser, row, problem, result);
		result->error = problem;
		getTypeOutputInfo(key_type, &output, &varlena);
		ereport(WARNING,
				(errcode(ERRCODE_WARNING),
				 errmsg("article %s of \"%s\" could not be analysed", OidOutputFunctionCall(output, row->key), table),
				 errdetail("%s", problem)));
	}
}

void
analysis_write(SideTables *side, Analyser *analyser, Datum key, const Analysis *analysis)
{
	for (int i = 0; i < SIDES; i++)
		for (int r = 0; r < analysis->rows[i].n; r++)
			side_insert(side, (Side) i, key, analysis->rows[i].row[r], analyser_desc(analyser, (Side) i));
}
