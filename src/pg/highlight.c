/*
 * berita.highlight(text, format): a text with its quotations and speakers marked.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "core/byte.h"
#include "core/highlight.h"
#include "core/quote.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/lexicon.h"

PG_FUNCTION_INFO_V1(berita_highlight);

static HighlightFormat
get_format(text *name)
{
	static const char *const known[] = {"html", "markdown", "ansi"};
	char	   *given = text_to_cstring(name);

	for (int i = 0; i < lengthof(known); i++)
		if (strcmp(given, known[i]) == 0)
			return (HighlightFormat) i;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown format \"%.64s\"", given),
			 errhint("Formats are html, markdown and ansi.")));
}

/* The full name of person number n, or nothing. */
static Span
name_of(const QuoteList *list, uint32_t n)
{
	Run			name;
	char	   *out;

	if (n == NOWHERE || run_empty(list->persons.person[n].name))
		return span_of("", 0);
	name = list->persons.person[n].name;
	out = palloc(reading_place(&list->reading, name.from, name.to).len + 1);
	return lexicon_shown(span_of(out, reading_text(&list->reading, name.from, name.to, out)));
}

/* The quotation with its marks, where it has some. */
static Place
with_marks(Span text, Place place)
{
	const char *from = text.at + place.at,
			   *until = from + place.len;
	uint32_t	opening = byte_quote_before(text.at, from),
				closing = byte_quote(until, text.at + text.len);

	if (opening && closing)
	{
		place.at -= opening;
		place.len += opening + closing;
	}
	return place;
}

static void
add_mark(HighlightMark *mark, uint32_t *n, Place place, HighlightKind kind, Span label, Span class)
{
	if (place.len == 0)
		return;
	mark[*n] = (HighlightMark)
	{
		place.at, place.len, kind, label, class
	};
	(*n)++;
}

Datum
berita_highlight(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	HighlightFormat format = get_format(PG_GETARG_TEXT_PP(1));
	QuoteOptions options = {false, lexicon_current()};
	Article		article;
	QuoteList	list;
	HighlightMark *mark;
	uint32_t	n = 0;
	HighlightOut out;

	article_read(&article, body.text, NULL);
	quote_list(&list, &article, &options);
	mark = MemoryContextAllocHuge(CurrentMemoryContext, (3 * (Size) list.n + 1) * sizeof(HighlightMark));
	for (uint32_t i = 0; i < list.n; i++)
	{
		const Quote *q = &list.quote[i];
		const char *class = quote_kind_name((QuoteKind) q->kind);
		Span		name = name_of(&list, q->speaker);

		CHECK_FOR_INTERRUPTS();
		add_mark(mark, &n, with_marks(body.text, q->place), HIGHLIGHT_QUOTE, name, span_of(class, strlen(class)));
		add_mark(mark, &n, q->mention, HIGHLIGHT_MENTION, name, span_of("", 0));
		add_mark(mark, &n, q->cue, HIGHLIGHT_CUE, span_of("", 0), span_of("", 0));
	}
	highlight_text(&out, body.text, mark, n, format);
	if (out.len > MaxAllocSize - VARHDRSZ)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("highlighted text is too long: %zu bytes", out.len)));
	PG_RETURN_TEXT_P(body_text(&body, span_of(out.at, out.len)));
}
