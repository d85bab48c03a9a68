/*
 * The rows of a query by position: id, body, published, outlet, whatever their names.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_CORPUS_H
#define BERITA_PG_CORPUS_H

#include "executor/tuptable.h"

/* Columns of a row as the sink gets it; a missing one is NULL. */
enum
{
	CORPUS_ID,					/* text */
	CORPUS_BODY,				/* text, may be toasted */
	CORPUS_PUBLISHED,			/* timestamptz */
	CORPUS_OUTLET,				/* text */
	CORPUS_COLUMNS
};

/* Gets each row in a memory context that is emptied before the next. */
typedef void (*CorpusSink) (void *sink, const Datum *values, const bool *nulls);

/*
 * Runs the query with the rights and the search path of the caller, in the
 * caller's snapshot.  One column is the body; two to four are id, body, published
 * and outlet.  Columns of other types are an error that names the column.
 */
extern void corpus_read(const char *query, CorpusSink put, void *sink);

#endif
