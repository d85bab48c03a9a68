/*
 * The rows of a query become keys and shingle sets, each text read once.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "core/article.h"
#include "core/shingle.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/pairs_read.h"
#include "pg/query.h"
#include "pg/signature.h"

/* Rows between two notices. */
#define NOTICE_ROWS 100000

/* The shingles of the document in hand. */
typedef struct Shingles
{
	uint64	   *hash;
	uint64		n;
	uint64		room;
} Shingles;

static void
shingles_add(Shingles *s, const uint64_t *hash, uint32 n)
{
	if (s->n + n > s->room)
	{
		s->room = Max(s->room * 2, s->n + n);
		s->hash = repalloc_huge(s->hash, s->room * sizeof(uint64));
	}
	memcpy(s->hash + s->n, hash, n * sizeof(uint64));
	s->n += n;
}

/* One reading of the text: its 3-shingles, their minhash, its fingerprints. */
static void
read_text(Span text, Shingles *s, MinHash *minhash, Winnow *winnow)
{
	ShingleBatch batch;
	uint64_t	hash[SHINGLE_BATCH];
	bool		more;

	s->n = 0;
	minhash_start(minhash, SHINGLE_PROFILE);
	winnow_start(winnow, text.len);
	shingle_batch_open(&batch, text);
	do
	{
		uint32		n;

		more = shingle_batch_next(&batch);
		n = more ? shingle_batch_hashes(&batch, MINHASH_N, hash) : shingle_batch_short(&batch, MINHASH_N, hash);
		minhash_add(minhash, hash, n);
		shingles_add(s, hash, n);
		n = more ? shingle_batch_hashes(&batch, WINNOW_N, hash) : shingle_batch_short(&batch, WINNOW_N, hash);
		winnow_add(winnow, hash, n);
	} while (more);
	winnow_finish(winnow);
}

/* The text that is compared; its memory is the current context's. */
static Span
text_of(Datum body, bool clean)
{
	Body		b = body_of_datum(body);
	char	   *out;

	if (!clean)
		return b.text;
	out = MemoryContextAllocHuge(CurrentMemoryContext, b.text.len + 1);
	return span_of(out, article_clean(b.text, NULL, out));
}

static void
store_keys(PairStore *store, PairDoc *doc, const MinHash *minhash, const uint32 *print, uint32 prints)
{
	uint32_t	key[MINHASH_BANDS];

	minhash_keys(minhash, MINHASH_KEY_BITS_MAX, key);
	doc->prints = prints;
	doc->keys = spill_append(&store->keys, key, sizeof(key));
	if (prints)
		spill_append(&store->keys, print, prints * sizeof(uint32));
}

/* Stores a text; false where it has no words. */
static bool
store_text(PairStore *store, PairDoc *doc, Datum body, const PairOptions *options, Shingles *s)
{
	MinHash		minhash;
	Winnow		winnow;

	read_text(text_of(body, options->clean), s, &minhash, &winnow);
	if (s->n == 0)
		return false;
	if (s->n > PG_UINT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("text of row \"%s\" has too many words", doc->id)));
	doc->size = (uint32) s->n;
	doc->set = spill_append(&store->sets, s->hash, s->n * sizeof(uint64));
	store_keys(store, doc, &minhash, winnow.print, options->resemblance_only ? 0 : (uint32) winnow.n);
	return true;
}

static bool
store_signature(PairStore *store, PairDoc *doc, Datum body)
{
	MinHash		minhash = *DatumGetMinHash(body);

	if (minhash.format != MINHASH_FORMAT || minhash.profile != SHINGLE_PROFILE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("signature of row \"%s\" has format %d and profile %d, want %d and %d", doc->id,
						minhash.format, minhash.profile, MINHASH_FORMAT, SHINGLE_PROFILE)));
	doc->size = doc->different = minhash.size;
	doc->set = spill_append(&store->sets, &minhash, sizeof(minhash));
	store_keys(store, doc, &minhash, NULL, 0);
	return true;
}

/* What the sink of a query's rows works on. */
typedef struct Reader
{
	PairStore  *store;
	const PairOptions *options;
	bool		second;			/* of the second query */
	MemoryContext keep;			/* of what is stored */
	Shingles	shingles;
	uint64		rows;
} Reader;

static PairDoc *
new_doc(PairStore *store)
{
	if (store->docs == store->room)
	{
		if (store->docs >= PG_INT32_MAX / 2)
			ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("query returns too many rows")));
		store->room *= 2;
		store->doc = repalloc_huge(store->doc, store->room * sizeof(PairDoc));
	}
	return memset(&store->doc[store->docs], 0, sizeof(PairDoc));
}

static void
store_row(void *sink, const Datum *values, const bool *nulls)
{
	Reader	   *r = sink;
	PairStore  *store = r->store;
	PairDoc    *doc;

	CHECK_FOR_INTERRUPTS();
	if (++r->rows % NOTICE_ROWS == 0)
		ereport(NOTICE, (errmsg("read %llu rows", (unsigned long long) r->rows)));
	if (nulls[QUERY_ID])
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("column 1 of the query, id, is null in a row")));
	if (nulls[QUERY_BODY])
		return;
	doc = new_doc(store);
	doc->id = TextDatumGetCString(values[QUERY_ID]);
	if (!(store->signatures ? store_signature(store, doc, values[QUERY_BODY]) : store_text(store, doc, values[QUERY_BODY], r->options, &r->shingles)))
		return;
	doc->id = MemoryContextStrdup(r->keep, doc->id);
	if (!nulls[QUERY_OUTLET])
		doc->outlet = MemoryContextStrdup(r->keep, TextDatumGetCString(values[QUERY_OUTLET]));
	doc->has_published = !nulls[QUERY_PUBLISHED];
	if (doc->has_published)
		doc->published = DatumGetTimestampTz(values[QUERY_PUBLISHED]);
	doc->second = r->second;
	store->docs++;
}

void
pairs_read(PairStore *store, const char *sql, const PairOptions *options, bool second)
{
	Reader		r = {store, options, second, CurrentMemoryContext, {palloc(1024 * sizeof(uint64)), 0, 1024}, 0};
	UserQuery	query;

	query_open(&query, sql, 2);
	if (second && query.signatures != store->signatures)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("one query returns texts and the other signatures")));
	store->signatures = query.signatures;
	store->published |= query.columns > 2;
	if ((options->series && query.columns < 4) || (options->window >= 0 && query.columns < 3))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("option \"%s\" needs a query with %s", options->series && query.columns < 4 ? "series" : "window",
						options->series && query.columns < 4 ? "four columns: id, body, published, outlet" : "a third column, published")));
	query_run(&query, store_row, &r);
	pfree(r.shingles.hash);
}
