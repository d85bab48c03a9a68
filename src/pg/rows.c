/*
 * Returning rows: materialised results, filled by the declared row type.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "pg/compat.h"
#include "pg/rows.h"

/* More columns than any row type of ours will ever have. */
#define ROWS_MAX_COLUMNS 64

/* Where data begins behind a header with, and without, a null bitmap. */
#define HEADER_NULLS MAXALIGN(SizeofHeapTupleHeader + BITMAPLEN(ROWS_MAX_COLUMNS))
#define HEADER_PLAIN MAXALIGN(SizeofHeapTupleHeader)

ReturnSetInfo *
rows_open(FunctionCallInfo fcinfo)
{
	InitMaterializedSRF(fcinfo, 0);
	return (ReturnSetInfo *) fcinfo->resultinfo;
}

void
rows_put(ReturnSetInfo *result, Datum *values, bool *nulls, int n)
{
	int			declared = result->setDesc->natts;
	Datum		all_values[ROWS_MAX_COLUMNS];
	bool		all_nulls[ROWS_MAX_COLUMNS];

	if (declared > n)
	{
		if (declared > ROWS_MAX_COLUMNS)
			elog(ERROR, "row type has too many columns: %d", declared);
		memcpy(all_values, values, n * sizeof(Datum));
		memcpy(all_nulls, nulls, n * sizeof(bool));
		memset(all_values + n, 0, (declared - n) * sizeof(Datum));
		memset(all_nulls + n, true, (declared - n) * sizeof(bool));
		values = all_values;
		nulls = all_nulls;
	}
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Is the declared row type exactly what the kinds say? */
static bool
descriptor_is(TupleDesc desc, const char *kinds)
{
	if (desc->natts != (int) strlen(kinds))
		return false;
	for (int i = 0; i < desc->natts; i++)
	{
		Oid			type = TupleDescAttr(desc, i)->atttypid;

		if (TupleDescAttr(desc, i)->attisdropped ||
			type != (kinds[i] == 'i' ? INT4OID : kinds[i] == 't' ? TEXTOID : kinds[i] == 'b' ? BOOLOID : FLOAT4OID))
			return false;
	}
	return true;
}

void
row_writer(RowWriter *w, FunctionCallInfo fcinfo, const char *kinds)
{
	int			n = (int) strlen(kinds);

	w->result = rows_open(fcinfo);
	w->kinds = kinds;
	w->by_hand = descriptor_is(w->result->setDesc, kinds);
	w->column = w->nulls = 0;
	w->size = HEADER_NULLS + (n + 1) * ROW_SPARE;
	w->buffer = palloc(w->size);
	w->at = w->buffer + HEADER_NULLS;
	w->value = palloc0(n * sizeof(Datum));
	w->null = palloc0(n * sizeof(bool));
}

/* A text of any length, or of any way of writing the row. */
void
row_text_long(RowWriter *w, Span text)
{
	if (!w->by_hand)
		w->value[w->column] = PointerGetDatum(cstring_to_text_with_len(text.at, (int) text.len));
	else if (text.len <= ROW_SHORT)
	{
		row_text(w, text);
		return;
	}
	else
	{
		Size		used = w->at - w->buffer;
		Size		spare = (strlen(w->kinds) + 1) * ROW_SPARE;

		if (used + text.len + VARHDRSZ + spare > w->size)
		{
			w->size = used + text.len + VARHDRSZ + spare;
			w->buffer = repalloc_huge(w->buffer, w->size);
			w->at = w->buffer + used;
		}
		while (w->at != (char *) TYPEALIGN(4, w->at))
			*w->at++ = 0;
		SET_VARSIZE(w->at, text.len + VARHDRSZ);
		memcpy(w->at + VARHDRSZ, text.at, text.len);
		w->at += text.len + VARHDRSZ;
	}
	w->null[w->column++] = false;
}

/* Puts the header in front of the data and stores the tuple. */
static void
store_by_hand(RowWriter *w)
{
	int			n = w->column;
	Size		hoff = w->nulls ? MAXALIGN(SizeofHeapTupleHeader + BITMAPLEN(n)) : HEADER_PLAIN;
	HeapTupleHeader header = (HeapTupleHeader) (w->buffer + HEADER_NULLS - hoff);
	HeapTupleData tuple;

	memset(header, 0, hoff);
	tuple.t_len = (uint32) (w->at - (char *) header);
	tuple.t_tableOid = InvalidOid;
	ItemPointerSetInvalid(&tuple.t_self);
	tuple.t_data = header;
	HeapTupleHeaderSetDatumLength(header, tuple.t_len);
	HeapTupleHeaderSetTypeId(header, RECORDOID);
	HeapTupleHeaderSetTypMod(header, -1);
	ItemPointerSetInvalid(&header->t_ctid);
	HeapTupleHeaderSetNatts(header, n);
	header->t_hoff = (uint8) hoff;
	header->t_infomask = HEAP_HASVARWIDTH | (w->nulls ? HEAP_HASNULL : 0);
	if (w->nulls)
		for (int i = 0; i < n; i++)
			if (!w->null[i])
				header->t_bits[i >> 3] |= 1 << (i & 7);
	tuplestore_puttuple(w->result->setResult, &tuple);
}

void
row_end(RowWriter *w)
{
	CHECK_FOR_INTERRUPTS();
	if (w->by_hand)
		store_by_hand(w);
	else
	{
		rows_put(w->result, w->value, w->null, w->column);
		for (int i = 0; i < w->column; i++)
			if (!w->null[i] && w->kinds[i] == 't')
				pfree(DatumGetPointer(w->value[i]));
	}
	w->column = w->nulls = 0;
	w->at = w->buffer + HEADER_NULLS;
}
