/*
 * Returning rows: the set-returning functions' common part.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_ROWS_H
#define BERITA_PG_ROWS_H

#include "access/htup_details.h"
#include "fmgr.h"
#include "funcapi.h"

#include "core/span.h"

/*
 * Opens the result of a set-returning function.  The declared row type decides
 * how many columns are filled: during an upgrade library and SQL may differ.
 */
extern ReturnSetInfo *rows_open(FunctionCallInfo fcinfo);

/* One row; values beyond the declared columns are left out, missing ones are NULL. */
extern void rows_put(ReturnSetInfo *result, Datum *values, bool *nulls, int n);

/*
 * The fast way for many rows: columns are given one after the other, in the
 * declared order, and row_end() stores the row.
 *
 *		RowWriter	w;
 *
 *		row_writer(&w, fcinfo, "ittb");		four columns: int, text, text, boolean
 *		row_int(&w, 1); row_text(&w, span); row_null(&w); row_bool(&w, true);
 *		row_end(&w);
 *
 * The letters are i int, t text, b boolean, r real.  The tuple is laid out by hand
 * where the declared row type is exactly that, else through values and nulls.
 */
typedef struct RowWriter
{
	ReturnSetInfo *result;
	const char *kinds;
	bool		by_hand;
	int			column;			/* the next one */
	int			nulls;			/* how many so far */
	Size		size;			/* of buffer */
	char	   *buffer;			/* room for the header, then the row's data */
	char	   *at;				/* where the next value goes */
	Datum	   *value;
	bool	   *null;
} RowWriter;

extern void row_writer(RowWriter *w, FunctionCallInfo fcinfo, const char *kinds);
extern void row_text_long(RowWriter *w, Span text);
extern void row_end(RowWriter *w);

/* The longest text with a header of one byte. */
#define ROW_SHORT (VARATT_SHORT_MAX - VARHDRSZ_SHORT)

/* Columns of fixed length and short texts need no test for room: there is this much. */
#define ROW_SPARE 1024

static inline void
row_int(RowWriter *w, int32 value)
{
	if (w->by_hand)
	{
		w->at = (char *) TYPEALIGN(4, w->at);
		memcpy(w->at, &value, 4);
		w->at += 4;
	}
	else
		w->value[w->column] = Int32GetDatum(value);
	w->null[w->column++] = false;
}

static inline void
row_real(RowWriter *w, float4 value)
{
	if (w->by_hand)
	{
		w->at = (char *) TYPEALIGN(4, w->at);
		memcpy(w->at, &value, 4);
		w->at += 4;
	}
	else
		w->value[w->column] = Float4GetDatum(value);
	w->null[w->column++] = false;
}

static inline void
row_bool(RowWriter *w, bool value)
{
	if (w->by_hand)
		*w->at++ = value;
	else
		w->value[w->column] = BoolGetDatum(value);
	w->null[w->column++] = false;
}

static inline void
row_text(RowWriter *w, Span text)
{
	if (!w->by_hand || text.len > ROW_SHORT)
	{
		row_text_long(w, text);
		return;
	}
	SET_VARSIZE_SHORT(w->at, text.len + VARHDRSZ_SHORT);
	memcpy(w->at + VARHDRSZ_SHORT, text.at, text.len);
	w->at += text.len + VARHDRSZ_SHORT;
	w->null[w->column++] = false;
}

static inline void
row_null(RowWriter *w)
{
	w->value[w->column] = (Datum) 0;
	w->null[w->column++] = true;
	w->nulls++;
}

#endif
