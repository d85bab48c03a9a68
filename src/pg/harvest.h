/*
 * Everything that is known about one article, as rows for the side tables.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_HARVEST_H
#define BERITA_PG_HARVEST_H

#include "access/htup.h"
#include "access/tupdesc.h"

#include "pg/side.h"

/*
 * Raised when an analysis finds more or otherwise than the release before, so
 * that what is stored counts as stale.
 */
#define ANALYSIS_VERSION 1

/* An article as it stands in the source table. */
typedef struct SourceRow
{
	Datum		key;
	Datum		body;			/* a text; may be toasted */
	Datum		title;			/* a text */
	Datum		published;		/* a timestamptz */
	Datum		outlet;			/* a text */
	bool		no_body;
	bool		no_title;
	bool		no_published;
	bool		no_outlet;
	bool		paired;			/* will its near-duplicates be looked for at once? */
} SourceRow;

typedef struct RowList
{
	HeapTuple  *row;
	int			n;
	int			room;
} RowList;

typedef struct Analysis
{
	RowList		rows[SIDES];	/* those of SIDE_COPIES stay empty */
	char	   *error;			/* why there are none but the article's, or NULL */
	int64		bytes;
	bool		signed_text;	/* has it signatures? */
} Analysis;

/* The functions that find quotations, sources and so on, and their row types. */
typedef struct Analyser Analyser;

extern Analyser *analyser_create(MemoryContext context);

/*
 * Analyses a row, the result is in the current memory context.  A text that
 * cannot be analysed or is longer than max_bytes gives a warning that names
 * table and key, and the article's row alone, with the error.
 */
extern void analyse_safely(Analyser *analyser, const SourceRow *row, int64 max_bytes, const char *table, Oid key_type,
						   Analysis *result);

/* The article's row alone: for one that could not be, or shall later be, analysed. */
extern void analyse_nothing(Analyser *analyser, const SourceRow *source, const char *error, Analysis *result);

/* Writes the rows into the side tables. */
extern void analysis_write(SideTables *side, Analyser *analyser, Datum key, const Analysis *analysis);

#endif
