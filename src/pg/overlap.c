/*
 * berita.resemblance, berita.containment, berita.overlaps: two texts side by side.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "core/overlap.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_resemblance);
PG_FUNCTION_INFO_V1(berita_text_containment);
PG_FUNCTION_INFO_V1(berita_overlaps);

/* The sets of both arguments; false where one has no words. */
static bool
get_sets(FunctionCallInfo fcinfo, ShingleSet *a, ShingleSet *b)
{
	Body		left = BODY_GETARG(0),
				right = BODY_GETARG(1);

	shingle_set(a, left.text);
	shingle_set(b, right.text);
	return a->n > 0 && b->n > 0;
}

Datum
berita_resemblance(PG_FUNCTION_ARGS)
{
	ShingleSet	a,
				b;

	if (!get_sets(fcinfo, &a, &b))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(overlap_resemblance(&a, &b));
}

Datum
berita_text_containment(PG_FUNCTION_ARGS)
{
	ShingleSet	a,
				b;

	if (!get_sets(fcinfo, &a, &b))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(overlap_containment(&a, &b));
}

Datum
berita_overlaps(PG_FUNCTION_ARGS)
{
	Body		a = BODY_GETARG(0),
				b = BODY_GETARG(1);
	int32		min_words = PG_GETARG_INT32(2);
	OverlapList list;
	RowWriter	w;

	if (min_words < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("min_words must be at least 1, not %d", min_words)));
	row_writer(&w, fcinfo, "iiiiit");
	overlap_list(&list, a.text, b.text, (uint32_t) min_words);
	for (size_t i = 0; i < list.n; i++)
	{
		const Overlap *o = &list.overlap[i];

		CHECK_FOR_INTERRUPTS();
		row_int(&w, body_start(&a, o->a));
		row_int(&w, body_length(&a, o->a));
		row_int(&w, body_start(&b, o->b));
		row_int(&w, body_length(&b, o->b));
		row_int(&w, (int32) o->words);
		row_text(&w, body_span(&a, span_at(a.text, o->a)));
		row_end(&w);
	}
	overlap_list_free(&list);
	return (Datum) 0;
}
