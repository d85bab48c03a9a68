/*
 * berita.tokens(text): every token with class, norm, stem and place.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "core/common.h"
#include "core/sentence.h"
#include "core/stem.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_tokens);

/* Tokens whose norms are made, and whose stems are looked for, together. */
#define BATCH 32

typedef struct Norms
{
	Size		at[BATCH + 1];	/* where each begins in room; the last ends */
	Size		size;
	char	   *room;
} Norms;

static Span
norm_at(const Norms *norms, uint32_t i)
{
	return span_of(norms->room + norms->at[i], norms->at[i + 1] - norms->at[i]);
}

/*
 * The norms of n tokens.  The stemmer's table is larger than the nearest caches:
 * it is asked for all of them before the first answer is used.
 */
static void
make_norms(Norms *norms, Span text, const Token *token, uint32_t n)
{
	Size		need = 0;

	for (uint32_t i = 0; i < n; i++)
		need += (Size) token[i].place.len + TOKEN_NORM_SPARE;
	if (need > norms->size)
	{
		norms->size = need;
		norms->room = repalloc_huge(norms->room, need);
	}
	norms->at[0] = 0;
	for (uint32_t i = 0; i < n; i++)
	{
		norms->at[i + 1] = norms->at[i] + token_norm(text, &token[i], norms->room + norms->at[i]);
		if (token_has_root(&token[i]))
			common_prefetch(norm_at(norms, i));
	}
	for (uint32_t i = 0; i < n; i++)
		if (token_has_root(&token[i]))
			common_prefetch_form(norm_at(norms, i));
}

/* One row. */
static void
put_token(RowWriter *w, const Body *body, const Token *token, Span norm, uint32_t n, uint32_t sentence)
{
	char		stem[STEM_MAX];

	row_int(w, (int32) n);
	row_text(w, body_span(body, span_at(body->text, token->place)));
	row_text(w, token_class_name(token->class));
	row_text(w, body_span(body, norm));
	if (token->class >= TOKEN_PUNCTUATION)
		row_null(w);
	else if (token_has_root(token))
		row_text(w, body_span(body, span_of(stem, stem_word(norm, STEM_ROOT, stem))));
	else
		row_text(w, body_span(body, norm));
	row_int(w, body_start(body, token->place));
	row_int(w, body_length(body, token->place));
	row_int(w, (int32) sentence);
	row_int(w, (int32) token->line);
	row_end(w);
}

Datum
berita_tokens(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	TokenList	tokens;
	SentenceList sentences;
	RowWriter	w;
	Norms		norms = {.size = 1024, .room = palloc(1024)};
	uint32_t	s = 0;

	row_writer(&w, fcinfo, "ittttiiii");
	token_list(&tokens, body.text);
	sentence_list(&sentences, body.text, &tokens);
	for (uint32_t i = 0; i < tokens.n; i++)
	{
		if (i % BATCH == 0)
		{
			CHECK_FOR_INTERRUPTS();
			make_norms(&norms, body.text, tokens.token + i, Min(BATCH, tokens.n - i));
		}
		while (i >= sentences.sentence[s].first + sentences.sentence[s].tokens)
			s++;
		put_token(&w, &body, &tokens.token[i], norm_at(&norms, i % BATCH), i + 1, s + 1);
	}
	return (Datum) 0;
}
