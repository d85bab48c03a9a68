/*
 * Any bytes tokenize: tokens in order, inside the text, and each character counted;
 * the plain and the careful reader agree; sentences and words cover the tokens.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/kwic.h"
#include "core/sentence.h"
#include "core/token_part.h"
#include "core/utf8.h"
#include "core/word.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
need(bool truth)
{
	if (!truth)
		abort();
}

/* Does the place begin and end with characters, counted as the text has them? */
static void
check_place(Span text, Place p)
{
	need(p.at <= text.len && p.len <= text.len - p.at);
	need(p.chars_at == utf8_length(span_of(text.at, p.at)) && p.chars == utf8_length(span_at(text, p)));
}

static void
check_tokens(Span text)
{
	TokenScan	scan,
				careful;
	Token		t,
				c;
	uint32_t	at = 0,
				chars_at = 0,
				line = 1;
	char	   *norm = malloc(text.len + TOKEN_NORM_SPARE);

	token_open(&scan, text);
	token_open(&careful, text);
	while (token_next(&scan, &t))
	{
		Span		between = span_of(text.at + at, t.place.at - at);

		need(t.place.len > 0 && t.place.at >= at && t.place.at + t.place.len <= text.len && t.line >= line);
		need(t.place.chars_at == chars_at + utf8_length(between) && t.place.chars == utf8_length(span_at(text, t.place)));
		need(token_next_careful(&careful, &c) && c.place.at == t.place.at && c.place.len == t.place.len);
		need(c.class == t.class && c.flags == t.flags && c.line == t.line);
		need(token_norm(text, &t, norm) <= t.place.len + TOKEN_NORM_SPARE);
		at = t.place.at + t.place.len;
		chars_at = t.place.chars_at + t.place.chars;
		line = t.line;
	}
	need(!token_next_careful(&careful, &c));
	free(norm);
}

static void
check_lists(Span text)
{
	TokenList	tokens;
	SentenceList sentences;
	WordList	words;
	uint32_t	next = 0;
	uint64_t	bytes = 0;

	token_list(&tokens, text);
	sentence_list(&sentences, text, &tokens);
	word_list(&words, text, &tokens);
	for (uint32_t i = 0; i < sentences.n; i++)
	{
		need(sentences.sentence[i].first == next && sentences.sentence[i].tokens > 0);
		next += sentences.sentence[i].tokens;
	}
	need(next == tokens.n);
	for (uint32_t i = 0; i < tokens.n; i++)
		bytes += tokens.token[i].place.len;
	for (uint32_t i = 0; i < words.n; i++)
	{
		check_place(text, words.word[i].place);
		check_place(text, words.word[i].surface);
		bytes -= words.word[i].place.len;
	}
	need(bytes == 0);
	word_list_free(&words);
	sentence_list_free(&sentences);
	token_list_free(&tokens);
}

/* The text's first bytes are sought in all of it. */
static void
check_kwic(Span text)
{
	Kwic		kwic;
	Place		place;
	uint32_t	line,
				behind = 0;

	if (!kwic_open(&kwic, text, span_of(text.at, text.len < 40 ? text.len : 40)))
		return;
	while (kwic_next(&kwic, &place, &line))
	{
		Span		before = kwic_before(text, place, 7),
					after = kwic_behind(text, place, 7);

		check_place(text, place);
		need(place.at >= behind && before.len <= place.at && after.len <= text.len - place.at - place.len);
		need(utf8_length(span_of(text.at, place.at)) == utf8_length(span_of(text.at, place.at - before.len)) + utf8_length(before));
		need(utf8_length(before) <= 7 && utf8_length(after) <= 7);
		need(utf8_length(span_of(text.at, place.at + place.len + after.len)) == place.chars_at + place.chars + utf8_length(after));
		behind = place.at + place.len;
	}
	kwic_close(&kwic);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Span		text = span_of((const char *) data, size);

	check_tokens(text);
	check_lists(text);
	check_kwic(text);
	return 0;
}
