/*
 * Reading the rows of a user's query: id, body or signature, published, outlet.
 *
 * The columns count by position, whatever their names; the query runs with the
 * rights of the caller.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_QUERY_H
#define BERITA_PG_QUERY_H

#include "executor/spi.h"
#include "utils/timestamp.h"

#define QUERY_COLUMNS 4			/* id, body, published, outlet */
#define QUERY_FETCH 256			/* rows at a time */

typedef struct QueryReader
{
	Portal		portal;
	MemoryContext row_context;	/* reset with each row */
	MemoryContext caller;
	uint64		row;			/* next row of SPI_tuptable */
	uint64		rows;			/* of SPI_tuptable */
	int			columns;
	Oid			type[QUERY_COLUMNS];
	FmgrInfo	output[QUERY_COLUMNS];
} QueryReader;

typedef struct QueryRow
{
	char	   *id;
	Datum		body;			/* of type QueryReader.type[1] */
	bool		has_body;
	bool		has_published;
	TimestampTz published;
	char	   *outlet;			/* NULL for none */
} QueryRow;

/*
 * Opens a query of min to max columns; an error tells what is missing.  The caller
 * is connected to SPI.
 */
extern void query_open(QueryReader *query, const char *sql, int min, int max);

/* The next row, valid until the one after it; false at the end. */
extern bool query_next(QueryReader *query, QueryRow *row);

/* Is column n (from 0) text, varchar or another type that reads as text? */
extern bool query_is_text(const QueryReader *query, int n);
extern void query_close(QueryReader *query);

#endif
