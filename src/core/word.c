/*
 * Tokens become syntactic words, by the conventions of the Universal Dependencies.
 *
 * Two steps: a token is parted into surface tokens by its class, and a surface
 * token into words by word_clitic.c, which asks the lexicon what stands before
 * a clitic.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/word.h"

#include "core/host.h"
#include "core/utf8_unit.h"
#include "core/word_clitic.h"

typedef struct Builder
{
	Span		text;
	WordList   *list;
	size_t		room;
	uint32_t	surface_n;
} Builder;

/* The part of p that is its bytes from at, len of them; chars_at follows p's. */
static Place
part_of(Span text, Place p, uint32_t at, uint32_t len)
{
	Place		part;

	part.at = p.at + at;
	part.len = len;
	if (p.len == p.chars)
	{
		part.chars_at = p.chars_at + at;
		part.chars = len;
	}
	else
	{
		part.chars_at = p.chars_at + utf8_length(span_of(text.at + p.at, at));
		part.chars = utf8_length(span_of(text.at + part.at, len));
	}
	return part;
}

static void
add(Builder *b, Place surface, uint32_t at, uint32_t len, WordForm form)
{
	Word	   *w;

	if (b->list->n == b->room)
	{
		b->room += b->room / 2;
		b->list->word = berita_grow(b->list->word, b->room * sizeof(Word));
	}
	w = &b->list->word[b->list->n++];
	w->surface = surface;
	w->surface_n = b->surface_n;
	w->place = len == surface.len ? surface : part_of(b->text, surface, at, len);
	w->form = (uint8_t) form;
}

/* One surface token: its words. */
static void
add_surface(Builder *b, Place surface, const Token *token, bool begins)
{
	Clitics		c = {0, 0, 0};
	uint32_t	host;

	if (token->class == TOKEN_PUNCTUATION || (surface.at > token->place.at && span_is(span_at(b->text, surface), "nya")))
	{
		add(b, surface, 0, surface.len, token->class == TOKEN_PUNCTUATION ? WORD_PUNCTUATION : WORD_ENCLITIC);
		b->surface_n++;
		return;
	}
	if (token->class <= TOKEN_COMPOUND || token->class == TOKEN_ACRONYM)
		c = word_clitics(span_at(b->text, surface), begins);
	host = surface.len - c.proclitic - c.possessive - c.particle;
	if (c.proclitic)
		add(b, surface, 0, c.proclitic, WORD_PROCLITIC);
	add(b, surface, c.proclitic, host, WORD_HOST);
	if (c.possessive)
		add(b, surface, c.proclitic + host, c.possessive, WORD_ENCLITIC);
	if (c.particle)
		add(b, surface, surface.len - c.particle, c.particle, WORD_PARTICLE);
	b->surface_n++;
}

/* The token's bytes parted before and behind each of the signs. */
static void
add_parted(Builder *b, const Token *token, const char *signs, bool begins)
{
	const char *s = b->text.at + token->place.at;
	uint32_t	from = 0;

	for (uint32_t i = 0; i <= token->place.len; i++)
		if (i == token->place.len || (s[i] && strchr(signs, s[i])))
		{
			if (i > from)
				add_surface(b, part_of(b->text, token->place, from, i - from), token, begins);
			if (i < token->place.len)
			{
				add(b, part_of(b->text, token->place, i, 1), 0, 1, WORD_PUNCTUATION);
				b->surface_n++;
			}
			from = i + 1;
		}
}

static void
add_token(Builder *b, const Token *token, bool begins)
{
	switch ((TokenClass) token->class)
	{
		case TOKEN_PERCENT:
			add_parted(b, token, "%", begins);
			break;
		case TOKEN_DATE:
		case TOKEN_INITIALS:
			add_parted(b, token, "/", begins);
			break;
		case TOKEN_HASHTAG:
			add_parted(b, token, "#", begins);
			break;
		case TOKEN_CURRENCY:
			add_parted(b, token, token->place.len > 1 ? "$" : "", begins);
			break;
		case TOKEN_COMPOUND:
			if (word_is_pair(span_at(b->text, token->place)))
			{
				add_parted(b, token, "-", begins);
				break;
			}
			add_surface(b, token->place, token, begins);
			break;
		default:
			add_surface(b, token->place, token, begins);
	}
}

void
word_list(WordList *list, Span text, const TokenList *tokens)
{
	Builder		b = {text, list, (size_t) tokens->n + tokens->n / 8 + 16, 0};
	bool		begins = true;

	list->n = 0;
	list->word = berita_alloc(b.room * sizeof(Word));
	for (uint32_t i = 0; i < tokens->n; i++)
	{
		const Token *t = &tokens->token[i];

		if ((i & 1023) == 0)
			berita_breathe();
		if (i > 0 && t->line != tokens->token[i - 1].line)
			begins = true;
		add_token(&b, t, begins);
		begins = t->class == TOKEN_PUNCTUATION && (begins || !strchr(",;)", text.at[t->place.at]));
	}
}

void
word_list_free(WordList *list)
{
	berita_free(list->word);
	list->word = NULL;
	list->n = 0;
}

const char *
word_form_name(WordForm form)
{
	static const char *const names[] = {"host", "proclitic", "enclitic", "particle", "punctuation"};

	return names[form];
}
