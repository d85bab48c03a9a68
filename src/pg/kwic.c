/*
 * berita.kwic(text, text, int): a keyword in its context.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"

#include "core/kwic.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_kwic);

/* The context as it is shown: line ends and tabs become blanks, one for one. */
static Span
flat(const Body *body, Span s)
{
	char	   *copy = palloc(s.len + 1);

	for (size_t i = 0; i < s.len; i++)
		copy[i] = s.at[i] == '\n' || s.at[i] == '\r' || s.at[i] == '\t' ? ' ' : s.at[i];
	return body_span(body, span_of(copy, s.len));
}

static void
put_hit(RowWriter *w, const Body *body, int32 n, Place place, uint32 line, int32 width)
{
	row_int(w, n);
	row_text(w, flat(body, kwic_before(body->text, place, (uint32) width)));
	row_text(w, body_span(body, span_at(body->text, place)));
	row_text(w, flat(body, kwic_behind(body->text, place, (uint32) width)));
	row_int(w, body_start(body, place));
	row_int(w, body_length(body, place));
	row_int(w, (int32) line);
	row_end(w);
}

Datum
berita_kwic(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	Body		pattern = BODY_GETARG(1);
	int32		width = PG_GETARG_INT32(2);
	RowWriter	w;
	Kwic		kwic;
	Place		place;
	uint32		line;

	if (width < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("width must not be negative: %d", width)));
	row_writer(&w, fcinfo, "itttiii");
	if (!kwic_open(&kwic, body.text, pattern.text))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("pattern has more than %d words", KWIC_WORDS)));
	for (int32 n = 1; kwic_next(&kwic, &place, &line); n++)
		put_hit(&w, &body, n, place, line, width);
	kwic_close(&kwic);
	return (Datum) 0;
}
