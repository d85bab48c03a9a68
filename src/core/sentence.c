/*
 * Tokens become sentences.
 *
 * A boundary stands behind an end mark (. ! ? ...), the closing quotation marks
 * and brackets that follow it, where a capital, a digit or an opening mark comes
 * next; blanks are not asked for, for much news is glued: "ujarnya.Menurut".  The
 * tokenizer has already taken the dots of abbreviations, hosts and numbers into
 * their tokens.  A newline is a boundary unless the text is hard-wrapped there.
 *
 * Whether a straight quotation mark opens or closes is told by the white space
 * beside it, else by whether one is open in the line.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/sentence.h"

#include "core/host.h"
#include "core/utf8_unit.h"

typedef struct Walk
{
	Span		text;
	const TokenList *tokens;
	SentenceList *list;
	size_t		room;
	uint32_t	width;			/* of hard-wrapped lines, 0 where the text is not wrapped */
	bool		open;			/* is a double quotation mark open? */
} Walk;

static Unit
token_unit(const Walk *w, uint32_t i)
{
	const Token *t = &w->tokens->token[i];

	return unit_at(w->text.at + t->place.at, w->text.at + t->place.at + t->place.len);
}

static bool
is_mark(const Walk *w, uint32_t i)
{
	return i < w->tokens->n && w->tokens->token[i].class == TOKEN_PUNCTUATION;
}

static bool
is_end_mark(const Walk *w, uint32_t i)
{
	Unit		u;

	if (!is_mark(w, i))
		return false;
	u = token_unit(w, i);
	return u.c == '.' || u.c == '!' || u.c == '?' || u.c == 0x2026;
}

static bool
glued(const Walk *w, uint32_t i)
{
	return i < w->tokens->n && (w->tokens->token[i].flags & TOKEN_GLUED) != 0;
}

/* Does the double quotation mark at i open, where open tells of one before it? */
static bool
opens(const Walk *w, uint32_t i, bool open)
{
	Unit		u = token_unit(w, i);

	if (u.c == 0x201C || u.c == 0xAB || u.c == 0x201E)
		return !(open && glued(w, i) && !glued(w, i + 1));
	if (u.c == 0x201D || u.c == 0xBB)
		return !open && !glued(w, i) && glued(w, i + 1);
	if (glued(w, i) != glued(w, i + 1))
		return !glued(w, i);
	return !open;
}

static bool
is_quote(const Walk *w, uint32_t i)
{
	return is_mark(w, i) && token_unit(w, i).class == CHAR_QUOTE;
}

/* The first token behind the end mark at i and what closes with it. */
static uint32_t
behind_closers(const Walk *w, uint32_t i, bool open)
{
	for (i++; is_mark(w, i) && w->tokens->token[i].line == w->tokens->token[i - 1].line; i++)
	{
		Unit		u = token_unit(w, i);

		if (u.class == CHAR_QUOTE)
		{
			if (opens(w, i, open))
				break;
			open = false;
		}
		else if (u.class == CHAR_APOSTROPHE)
		{
			if (!glued(w, i))
				break;
		}
		else if (u.c != ')' && u.c != ']' && u.c != '.' && u.c != '!' && u.c != '?' && u.c != 0x2026)
			break;
	}
	return i;
}

/* May a sentence begin with token i? */
static bool
can_begin(const Walk *w, uint32_t i, bool open)
{
	const Token *t = &w->tokens->token[i];
	Unit		u = token_unit(w, i);

	if (t->flags & TOKEN_LETTERS)
		return u.class == CHAR_UPPER || u.class == CHAR_LETTER || u.class == CHAR_DIGIT || t->class == TOKEN_HASHTAG || t->class == TOKEN_HANDLE;
	if (u.class == CHAR_DIGIT)
		return true;
	if (u.class == CHAR_QUOTE || u.class == CHAR_APOSTROPHE)
		return (u.class == CHAR_APOSTROPHE || opens(w, i, open)) && i + 1 < w->tokens->n &&
			token_unit(w, i + 1).class != CHAR_LOWER;
	return u.c == '(' || u.c == '[' || t->class == TOKEN_CURRENCY;
}

/* Was the line that ends before token i broken for want of room only? */
static bool
is_wrapped(const Walk *w, uint32_t i)
{
	const Token *last = &w->tokens->token[i - 1];
	const Token *next = &w->tokens->token[i];
	uint32_t	begin = i - 1;
	uint32_t	length;

	if (w->width == 0 || next->line != last->line + 1)
		return false;
	while (begin > 0 && i - begin < 200 && w->tokens->token[begin - 1].line == last->line)
		begin--;
	length = last->place.chars_at + last->place.chars - w->tokens->token[begin].place.chars_at;
	return length <= w->width && length + 1 + next->place.chars > w->width - 4 && !is_end_mark(w, i - 1);
}

/*
 * The width at which the lines are wrapped, or 0: most lines that another one
 * follows are nearly as long as the longest, and none is longer than a page is wide.
 */
static uint32_t
wrap_width(const TokenList *tokens)
{
	uint32_t	longest = 0,
				full = 0,
				lines = 0;

	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0, begin = 0; i < tokens->n; i++)
			if (i + 1 == tokens->n || tokens->token[i + 1].line != tokens->token[i].line)
			{
				const Token *a = &tokens->token[begin];
				const Token *b = &tokens->token[i];
				uint32_t	length = b->place.chars_at + b->place.chars - a->place.chars_at;

				if (pass == 0)
					longest = length > longest ? length : longest;
				else if (i + 1 < tokens->n && tokens->token[i + 1].line == b->line + 1)
				{
					lines++;
					full += length + 16 > longest;
				}
				begin = i + 1;
			}
	return longest >= 40 && longest <= 120 && lines >= 3 && full * 4 >= lines * 3 ? longest : 0;
}

/* Does a sentence end before token i (i > 0)? */
static bool
is_boundary(const Walk *w, uint32_t i, uint32_t end_mark, uint32_t behind, bool open)
{
	const Token *last = &w->tokens->token[i - 1];
	const Token *next = &w->tokens->token[i];

	if (next->line != last->line && !is_wrapped(w, i))
		return true;
	if (end_mark != UINT32_MAX && i == behind)
		return can_begin(w, i, open);
	return false;
}

static void
add(Walk *w, uint32_t first, uint32_t behind, bool in_quote)
{
	Sentence   *s;
	const Token *t = w->tokens->token;

	if (w->list->n == w->room)
	{
		w->room *= 2;
		w->list->sentence = berita_grow(w->list->sentence, w->room * sizeof(Sentence));
	}
	s = &w->list->sentence[w->list->n++];
	s->place = place_join(t[first].place, t[behind - 1].place);
	s->line = t[first].line;
	s->first = first;
	s->tokens = behind - first;
	s->in_quote = in_quote;
}

void
sentence_list(SentenceList *list, Span text, const TokenList *tokens)
{
	Walk		w = {text, tokens, list, 16, wrap_width(tokens), false};
	uint32_t	first = 0,
				end_mark = UINT32_MAX,
				behind = 0;
	bool		in_quote = false;

	list->n = 0;
	list->sentence = berita_alloc(w.room * sizeof(Sentence));
	for (uint32_t i = 0; i < tokens->n; i++)
	{
		if ((i & 1023) == 0)
			berita_breathe();
		if (i > 0 && tokens->token[i].line != tokens->token[i - 1].line && !is_wrapped(&w, i))
			w.open = false;
		if (i > first && is_boundary(&w, i, end_mark, behind, w.open))
		{
			add(&w, first, i, in_quote);
			first = i;
			in_quote = w.open;
		}
		if (is_quote(&w, i))
			w.open = opens(&w, i, w.open);
		if (is_end_mark(&w, i) && (end_mark == UINT32_MAX || i >= behind))
		{
			end_mark = i;
			behind = behind_closers(&w, i, w.open);
		}
		else if (tokens->token[i].class == TOKEN_ABBREVIATION)
		{
			end_mark = UINT32_MAX;
			behind = 0;
		}
	}
	if (first < tokens->n)
		add(&w, first, tokens->n, in_quote);
}

void
sentence_list_free(SentenceList *list)
{
	berita_free(list->sentence);
	list->sentence = NULL;
	list->n = 0;
}
