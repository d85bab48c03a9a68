/*
 * berita.sources(text, options): agencies, outlets and platforms that an article names.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"

#include "core/source.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/lexicon.h"
#include "pg/options.h"
#include "pg/rows.h"
#include "pg/study.h"

PG_FUNCTION_INFO_V1(berita_sources);

/* The name with its white space folded. */
static Span
folded(Span name)
{
	char	   *out = palloc(name.len + 1);
	Size		n = 0;

	for (Size i = 0; i < name.len; i++)
	{
		bool		blank = name.at[i] == ' ' || name.at[i] == '\t' || name.at[i] == '\n' || name.at[i] == '\r';
		bool		nbsp = name.at[i] == '\xC2' && i + 1 < name.len && name.at[i + 1] == '\xA0';

		i += nbsp;
		if (!blank && !nbsp)
			out[n++] = name.at[i];
		else if (n > 0 && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	return span_of(out, n);
}

static void
put_source(RowWriter *w, const Body *body, const Article *article, const Source *s, int32 n)
{
	const char *relation = source_relation_name((SourceRelation) s->relation);

	row_int(w, n);
	row_text(w, body_span(body, folded(s->name)));
	row_text(w, span_of(relation, strlen(relation)));
	if (s->cue_tokens)
		row_text(w, body_span(body, span_at(body->text, article->tokens.token[s->cue_first].place)));
	else
		row_null(w);
	row_int(w, body_start(body, s->place));
	row_int(w, body_length(body, s->place));
	row_int(w, (int32) article->tokens.token[s->first].line);
	row_bool(w, s->in_quote);
	if (s->repeat_of)
		row_int(w, (int32) s->repeat_of);
	else
		row_null(w);
	row_end(w);
}

Datum
berita_sources(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	bool		repeats = false;
	Option		accepted[] = {{"repeats", OPTION_BOOL, &repeats}};
	const Article *article = study_article(&body);
	SourceList	list;
	RowWriter	w;

	options_read(PG_GETARG_JSONB_P(1), accepted, lengthof(accepted));
	row_writer(&w, fcinfo, "itttiiibi");
	source_list(&list, article, lexicon_current());
	for (uint32_t i = 0; i < list.n; i++)
	{
		if ((i & 255) == 0)
			CHECK_FOR_INTERRUPTS();
		if (repeats || list.source[i].repeat_of == 0)
			put_source(&w, &body, article, &list.source[i], (int32) i + 1);
	}
	return (Datum) 0;
}
