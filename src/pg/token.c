/*
 * berita.tokens(text): every token with class, norm, stem and place.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "core/sentence.h"
#include "core/stem.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_tokens);

/* norm and stem of a token; scratch has room for its norm. */
static void
put_norm_and_stem(RowWriter *w, const Body *body, const Token *token, char *scratch)
{
	char		stem[STEM_MAX];
	Span		norm = span_of(scratch, token_norm(body->text, token, scratch));

	row_text(w, body_span(body, norm));
	if (token->class >= TOKEN_PUNCTUATION)
		row_null(w);
	else if (token_has_root(token))
		row_text(w, body_span(body, span_of(stem, stem_word(norm, STEM_ROOT, stem))));
	else
		row_text(w, body_span(body, norm));
}

Datum
berita_tokens(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	TokenList	tokens;
	SentenceList sentences;
	RowWriter	w;
	uint32_t	s = 0;
	Size		room = 256;
	char	   *scratch = palloc(room);

	row_writer(&w, fcinfo, "ittttiiii");
	token_list(&tokens, body.text);
	sentence_list(&sentences, body.text, &tokens);
	for (uint32_t i = 0; i < tokens.n; i++)
	{
		const Token *t = &tokens.token[i];
		const char *class = token_class_name(t->class);

		if ((i & 1023) == 0)
			CHECK_FOR_INTERRUPTS();
		while (i >= sentences.sentence[s].first + sentences.sentence[s].tokens)
			s++;
		if (t->place.len + TOKEN_NORM_SPARE > room)
		{
			room = (Size) t->place.len + TOKEN_NORM_SPARE;
			scratch = repalloc_huge(scratch, room);
		}
		row_int(&w, (int32) i + 1);
		row_text(&w, body_span(&body, span_at(body.text, t->place)));
		row_text(&w, span_of(class, strlen(class)));
		put_norm_and_stem(&w, &body, t, scratch);
		row_int(&w, body_start(&body, t->place));
		row_int(&w, body_length(&body, t->place));
		row_int(&w, (int32) s + 1);
		row_int(&w, (int32) t->line);
		row_end(&w);
	}
	return (Datum) 0;
}
