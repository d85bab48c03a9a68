/*
 * berita.lines, berita.repeats, berita.clean: the lines of a news text.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "core/article.h"
#include "core/chars.h"
#include "core/utf8.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_lines);
PG_FUNCTION_INFO_V1(berita_repeats);
PG_FUNCTION_INFO_V1(berita_clean);

/* Characters of a repeat's excerpt. */
#define EXCERPT 60

/* The lines of a text[] argument, as UTF-8; NULL elements are left out. */
static ArticleJunk
junk_lines(Datum array)
{
	Datum	   *element;
	bool	   *null;
	int			n;
	Span	   *line;
	ArticleJunk junk = {NULL, 0};

	deconstruct_array(DatumGetArrayTypeP(array), TEXTOID, -1, false, TYPALIGN_INT, &element, &null, &n);
	if (n == 0)
		return junk;
	line = palloc_array(Span, n);
	junk.line = line;
	for (int i = 0; i < n; i++)
		if (!null[i])
			line[junk.n++] = body_of_datum(element[i]).text;
	return junk;
}

/* Is there nothing to read at all? */
static bool
only_blanks(const Layout *layout)
{
	for (uint32_t i = 0; i < layout->lines; i++)
		if (layout->line[i].class != LINE_BLANK)
			return false;
	return true;
}

Datum
berita_lines(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	ArticleJunk junk = junk_lines(PG_GETARG_DATUM(1));
	Layout		layout;
	RowWriter	w;
	Chars		chars;

	chars_open(&chars, body.text);
	row_writer(&w, fcinfo, "ittiiit");
	article_layout(&layout, body.text, &junk, ARTICLE_MIN_REPEAT);
	for (uint32_t i = 0, n = only_blanks(&layout) ? 0 : layout.lines; i < n; i++)
	{
		const LayoutLine *line = &layout.line[i];
		const char *class = line_class_name((LineClass) line->class);
		Place		place = chars_place(&chars, line->at, line->len);

		if ((i & 1023) == 0)
			CHECK_FOR_INTERRUPTS();
		row_int(&w, (int32) i + 1);
		row_text(&w, span_of(class, strlen(class)));
		row_text(&w, line->reason);
		if (line->repeat_of)
			row_int(&w, (int32) line->repeat_of);
		else
			row_null(&w);
		row_int(&w, body_start(&body, place));
		row_int(&w, body_length(&body, place));
		row_text(&w, body_span(&body, span_at(body.text, place)));
		row_end(&w);
	}
	layout_close(&layout);
	return (Datum) 0;
}

/* The first characters of a block, to recognise it by. */
static Span
excerpt(Span block)
{
	const char *p = block.at,
			   *end = block.at + block.len;
	uint32_t	len;

	for (int i = 0; i < EXCERPT && p < end && *p != '\n'; i++, p += len)
		(void) utf8_next(p, end, &len);
	return span_of(block.at, p - block.at);
}

Datum
berita_repeats(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	int32		min_length = PG_GETARG_INT32(1);
	Layout		layout;
	RowWriter	w;
	Chars		chars,
				firsts;
	uint32_t	total = utf8_length(body.text);

	if (min_length < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("min_length must be at least 1, not %d", min_length)));
	row_writer(&w, fcinfo, "iiiiirt");
	chars_open(&chars, body.text);
	chars_open(&firsts, body.text);
	article_layout(&layout, body.text, NULL, (uint32_t) min_length);
	for (uint32_t i = 0; i < layout.repeats; i++)
	{
		const LayoutRepeat *repeat = &layout.repeat[i];
		Place		at = chars_place(&chars, repeat->at, repeat->len);
		Place		first = chars_place(&firsts, repeat->first, repeat->len);

		row_int(&w, (int32) i + 1);
		row_int(&w, body_start(&body, first));
		row_int(&w, body_start(&body, at));
		row_int(&w, body_length(&body, at));
		row_int(&w, (int32) repeat->parts);
		row_real(&w, (float4) at.chars / (float4) total);
		row_text(&w, body_span(&body, excerpt(span_at(body.text, at))));
		row_end(&w);
	}
	layout_close(&layout);
	return (Datum) 0;
}

Datum
berita_clean(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	ArticleJunk junk = junk_lines(PG_GETARG_DATUM(1));
	text	   *out;
	size_t		n;

	out = (text *) palloc(body.text.len + 1 + VARHDRSZ);
	n = article_clean(body.text, &junk, VARDATA(out));
	if (body.converted)
		PG_RETURN_TEXT_P(body_text(&body, span_of(VARDATA(out), n)));
	SET_VARSIZE(out, n + VARHDRSZ);
	PG_RETURN_TEXT_P(out);
}
