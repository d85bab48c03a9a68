/*
 * berita.words(text): syntactic words by the conventions of the Universal Dependencies.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"

#include "core/word.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_words);

Datum
berita_words(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	TokenList	tokens;
	WordList	words;
	RowWriter	w;

	row_writer(&w, fcinfo, "ittiiiii");
	token_list(&tokens, body.text);
	word_list(&words, body.text, &tokens);
	for (uint32_t i = 0; i < words.n; i++)
	{
		const Word *word = &words.word[i];
		const char *form = word_form_name(word->form);

		if ((i & 1023) == 0)
			CHECK_FOR_INTERRUPTS();
		row_int(&w, (int32) i + 1);
		row_text(&w, body_span(&body, span_at(body.text, word->place)));
		row_text(&w, span_of(form, strlen(form)));
		row_int(&w, body_start(&body, word->place));
		row_int(&w, body_length(&body, word->place));
		row_int(&w, (int32) word->surface_n + 1);
		row_int(&w, body_start(&body, word->surface));
		row_int(&w, body_length(&body, word->surface));
		row_end(&w);
	}
	return (Datum) 0;
}
