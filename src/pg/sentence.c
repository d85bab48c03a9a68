/*
 * berita.sentences(text): the sentences of a text.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"

#include "core/sentence.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_sentences);

Datum
berita_sentences(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	TokenList	tokens;
	SentenceList sentences;
	RowWriter	w;

	row_writer(&w, fcinfo, "itiiib");
	token_list(&tokens, body.text);
	sentence_list(&sentences, body.text, &tokens);
	for (uint32_t i = 0; i < sentences.n; i++)
	{
		const Sentence *s = &sentences.sentence[i];

		row_int(&w, (int32) i + 1);
		row_text(&w, body_span(&body, span_at(body.text, s->place)));
		row_int(&w, body_start(&body, s->place));
		row_int(&w, body_length(&body, s->place));
		row_int(&w, (int32) s->line);
		row_bool(&w, s->in_quote);
		row_end(&w);
	}
	return (Datum) 0;
}
