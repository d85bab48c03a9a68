/*
 * The near-duplicate pairs among the rows of a query.
 *
 * 1. Each text is read once (pairs_read.c): its word 3-shingles, the 32 band keys
 *    of their minhash, and its winnowed fingerprints.
 * 2. Candidates: rows that agree in a band are likely to resemble each other;
 *    rows that share fingerprints share a passage, however unlike they are as a
 *    whole.  Keys are gathered, sorted and read in runs, in as many passes over
 *    the keys as memory asks for.
 * 3. Every candidate is verified on the sets of shingles themselves (or, where the
 *    query gives signatures, on those), so no pair below the threshold is told.
 *
 * Rows are numbered in the order of their ids before step 2, so that neither the
 * result nor what a cap leaves out depends on the order of the query.
 *
 * Caps: of a band key that more than BAND_CAP rows have, each row is paired with
 * the first and the next only; a fingerprint in more than PRINT_CAP rows is a
 * stock phrase and pairs nothing.  A NOTICE counts the former.
 *
 * Memory: 100 bytes and the id of a row, and eight times maintenance_work_mem;
 * keys, sets and candidates beyond that go to temporary files.
 *
 * Sources: Broder 1997 (resemblance, containment), Li, Owen and Zhang 2012 (one
 * permutation), Schleimer, Wilkerson and Aiken 2003 (winnowing).
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "core/sort64.h"
#include "pg/compat.h"
#include "pg/pairs.h"
#include "pg/pairs_read.h"
#include "pg/pairs_sink.h"

#define BAND_CAP 1000
#define PRINT_CAP 200

/* Fewer fingerprints than this and one in common makes a candidate, else two. */
#define FEW_PRINTS 40

typedef struct Finder
{
	PairStore	store;
	const PairOptions *options;
	PairSink	sink;
	uint64		capped;			/* band keys over BAND_CAP */
	uint32	   *record;			/* scratch for one document's keys */
} Finder;

/* Decimal numbers by value, all else by its bytes. */
static int
compare_ids(const char *a, const char *b)
{
	size_t		a_len = strlen(a),
				b_len = strlen(b);
	bool		numbers = a_len > 0 && b_len > 0 && *a != '0' && *b != '0'
		&& strspn(a, "0123456789") == a_len && strspn(b, "0123456789") == b_len;

	if (numbers && a_len != b_len)
		return a_len < b_len ? -1 : 1;
	return strcmp(a, b);
}

static int
compare_docs(const void *x, const void *y)
{
	const PairDoc *a = x,
			   *b = y;
	int			order = compare_ids(a->id, b->id);

	if (order == 0)
		order = (int) a->second - (int) b->second;
	if (order == 0 && a->size != b->size)
		order = a->size < b->size ? -1 : 1;
	return order;
}

/* The keys of document d from the store. */
static const uint32 *
keys_of(Finder *f, const PairDoc *d)
{
	return spill_read(&f->store.keys, d->keys, (MINHASH_BANDS + d->prints) * sizeof(uint32), f->record);
}

static inline void
put(Finder *f, uint32 a, uint32 b, uint32 weight)
{
	if (a == b || (f->options->against && f->store.doc[a].second == f->store.doc[b].second))
		return;
	sink_put(&f->sink, Min(a, b), Max(a, b), weight);
}

/* The documents of one key; entry is key << 32 | document. */
static void
put_run(Finder *f, const uint64 *entry, uint64 n, bool bands)
{
	if (n > (bands ? BAND_CAP : PRINT_CAP))
	{
		f->capped += bands;
		for (uint64 i = 1; bands && i < n; i++)
		{
			put(f, (uint32) entry[0], (uint32) entry[i], SINK_WEIGHT);
			put(f, (uint32) entry[i - 1], (uint32) entry[i], SINK_WEIGHT);
		}
		return;
	}
	for (uint64 i = 0; i < n; i++)
		for (uint64 j = i + 1; j < n; j++)
			put(f, (uint32) entry[i], (uint32) entry[j], bands ? SINK_WEIGHT : 1);
}

/* Sorted entries are read key by key. */
static void
put_runs(Finder *f, uint64 *entry, uint64 n, uint64 *scratch, bool bands)
{
	uint64		first = 0;

	sort64((uint64_t *) entry, n, (uint64_t *) scratch);
	for (uint64 i = 1; i <= n; i++)
	{
		if (i < n && entry[i] >> 32 == entry[first] >> 32)
			continue;
		if (i - first > 1)
			put_run(f, entry + first, i - first, bands);
		first = i;
	}
	CHECK_FOR_INTERRUPTS();
}

/*
 * All band keys, or all fingerprints, in passes: pass p takes the keys whose high
 * bits put them into the p-th part of the key space.
 */
static void
gather(Finder *f, bool bands)
{
	uint64		total = 0,
				room,
				passes,
			   *entry,
			   *scratch;

	for (uint32 d = 0; d < f->store.docs; d++)
		total += bands ? MINHASH_BANDS : f->store.doc[d].prints;
	if (total == 0)
		return;
	passes = 1 + total / Max((uint64) maintenance_work_mem * 1024 / 16, 65536);
	room = total / passes + total / passes / 4 + 65536;
	entry = MemoryContextAllocHuge(CurrentMemoryContext, room * sizeof(uint64));
	scratch = MemoryContextAllocHuge(CurrentMemoryContext, room * sizeof(uint64));
	for (uint64 pass = 0; pass < passes; pass++)
	{
		uint64		n = 0;

		for (uint32 d = 0; d < f->store.docs; d++)
		{
			const PairDoc *doc = &f->store.doc[d];
			const uint32 *key = keys_of(f, doc);
			uint32		keys = bands ? MINHASH_BANDS : doc->prints;

			key += bands ? 0 : MINHASH_BANDS;
			for (uint32 k = 0; k < keys; k++)
			{
				if (passes > 1 && (uint64) key[k] * passes >> 32 != pass)
					continue;
				if (n == room)
				{
					room *= 2;
					entry = repalloc_huge(entry, room * sizeof(uint64));
					pfree(scratch);
					scratch = MemoryContextAllocHuge(CurrentMemoryContext, room * sizeof(uint64));
				}
				entry[n++] = (uint64) key[k] << 32 | d;
			}
			if (d % 1024 == 0)
				CHECK_FOR_INTERRUPTS();
		}
		put_runs(f, entry, n, scratch, bands);
	}
	pfree(entry);
	pfree(scratch);
}

/* A set of shingles on its way from the store to a comparison. */
typedef struct SetReader
{
	uint64	   *buffer;
	uint64	   *scratch;
	ShingleSet	set;
	uint32		doc;			/* whose it is; PG_UINT32_MAX for nobody's */
} SetReader;

static void
set_read(Finder *f, SetReader *reader, uint32 d)
{
	PairDoc    *doc = &f->store.doc[d];

	if (reader->doc == d)
		return;
	reader->doc = d;
	reader->set.shingle = spill_read(&f->store.sets, doc->set, doc->size * sizeof(uint64), reader->buffer);
	reader->set.n = doc->size;
	if (doc->sorted)
		return;
	sort64(reader->set.shingle, reader->set.n, (uint64_t *) reader->scratch);
	reader->set.n = sort64_unique(reader->set.shingle, reader->set.n);
	doc->different = (uint32) reader->set.n;
	if (f->store.sets.file)
		return;
	doc->sorted = true;
	doc->size = (uint32) reader->set.n;
}

/* Fills in the measures of a pair from its sets. */
static void
measure_sets(Pair *pair, const ShingleSet *a, const ShingleSet *b)
{
	double		shared = (double) shingle_set_shared(a, b);

	pair->resemblance = shared / ((double) a->n + (double) b->n - shared);
	pair->containment_a = shared / (double) a->n;
	pair->containment_b = shared / (double) b->n;
}

/* The same from two signatures: the resemblance is an estimate, and so is the rest. */
static void
measure_signatures(Finder *f, Pair *pair, MinHash scratch[2])
{
	const PairDoc *a = &f->store.doc[pair->a],
			   *b = &f->store.doc[pair->b];
	const MinHash *x = spill_read(&f->store.sets, a->set, sizeof(MinHash), &scratch[0]);
	const MinHash *y = spill_read(&f->store.sets, b->set, sizeof(MinHash), &scratch[1]);
	double		shared;

	pair->resemblance = minhash_similarity(x, y);
	shared = pair->resemblance / (1 + pair->resemblance) * ((double) a->size + (double) b->size);
	pair->containment_a = a->size ? Min(1.0, shared / a->size) : 0;
	pair->containment_b = b->size ? Min(1.0, shared / b->size) : 0;
}

/* May this pair be told at all? */
static bool
is_wanted(const Finder *f, const PairDoc *a, const PairDoc *b)
{
	if (f->options->series && a->outlet && b->outlet && strcmp(a->outlet, b->outlet) == 0)
		return false;
	if (f->options->window >= 0 && a->has_published && b->has_published
		&& (TIMESTAMP_NOT_FINITE(a->published) || TIMESTAMP_NOT_FINITE(b->published)
			|| (a->published > b->published ? a->published - b->published : b->published - a->published) > f->options->window))
		return false;
	return true;
}

static bool
is_near(const Finder *f, const Pair *pair)
{
	double		t = f->options->threshold;

	if (pair->resemblance >= t)
		return true;
	return !f->options->resemblance_only && !f->store.signatures
		&& (pair->containment_a >= t || pair->containment_b >= t);
}

/* Are so many shared fingerprints, or a shared band, worth a comparison? */
static bool
is_candidate(const PairDoc *a, const PairDoc *b, uint32 weight)
{
	return weight >= 2 || Min(a->prints, b->prints) < FEW_PRINTS;
}

static void
keep_pair(PairResult *result, uint64 *room, const Pair *pair)
{
	if (result->pairs == *room)
	{
		*room *= 2;
		result->pair = repalloc_huge(result->pair, *room * sizeof(Pair));
	}
	result->pair[result->pairs++] = *pair;
}

static void
reader_open(SetReader *reader, uint64 most)
{
	reader->doc = PG_UINT32_MAX;
	reader->buffer = MemoryContextAllocHuge(CurrentMemoryContext, (most + 1) * sizeof(uint64));
	reader->scratch = MemoryContextAllocHuge(CurrentMemoryContext, (most + 1) * sizeof(uint64));
}

/* Compares the candidates and keeps those that reach the threshold. */
static void
verify(Finder *f, PairResult *result)
{
	SetReader	a,
				b;
	MinHash		scratch[2];
	uint64		room = 1024,
				most = 0,
				seen = 0;
	uint32		weight;
	Pair		pair;

	for (uint32 d = 0; d < f->store.docs && !f->store.signatures; d++)
		most = Max(most, f->store.doc[d].size);
	reader_open(&a, most);
	reader_open(&b, most);
	result->pair = palloc(room * sizeof(Pair));
	while (sink_next(&f->sink, &pair.a, &pair.b, &weight))
	{
		if (seen++ % 64 == 0)
			CHECK_FOR_INTERRUPTS();
		if (!is_candidate(&f->store.doc[pair.a], &f->store.doc[pair.b], weight)
			|| !is_wanted(f, &f->store.doc[pair.a], &f->store.doc[pair.b]))
			continue;
		if (f->store.signatures)
			measure_signatures(f, &pair, scratch);
		else
		{
			set_read(f, &a, pair.a);
			set_read(f, &b, pair.b);
			measure_sets(&pair, &a.set, &b.set);
		}
		if (is_near(f, &pair))
			keep_pair(result, &room, &pair);
	}
}

void
pairs_find(PairResult *result, const char *sql, const PairOptions *options)
{
	Finder		f;
	uint32		prints = 0;

	memset(&f, 0, sizeof(f));
	memset(result, 0, sizeof(*result));
	f.options = options;
	f.store.room = 1024;
	f.store.doc = palloc(f.store.room * sizeof(PairDoc));
	spill_open(&f.store.keys, (uint64) maintenance_work_mem * 1024);
	spill_open(&f.store.sets, (uint64) maintenance_work_mem * 4096);
	pairs_read(&f.store, sql, options, false);
	if (options->against)
		pairs_read(&f.store, options->against, options, true);
	qsort(f.store.doc, f.store.docs, sizeof(PairDoc), compare_docs);
	for (uint32 d = 0; d < f.store.docs; d++)
		prints = Max(prints, f.store.doc[d].prints);
	f.record = MemoryContextAllocHuge(CurrentMemoryContext, (MINHASH_BANDS + (Size) prints) * sizeof(uint32));
	sink_open(&f.sink, maintenance_work_mem);
	gather(&f, true);
	gather(&f, false);
	sink_finish(&f.sink);
	if (f.capped)
		ereport(NOTICE,
				(errmsg("%llu bands hold more than %d rows each and were not paired in full",
						(unsigned long long) f.capped, BAND_CAP),
				 errhint("Rows of one template do that; leave them out of the query.")));
	verify(&f, result);
	sink_close(&f.sink);
	spill_close(&f.store.keys);
	spill_close(&f.store.sets);
	result->doc = f.store.doc;
	result->docs = f.store.docs;
	result->published = f.store.published;
}
