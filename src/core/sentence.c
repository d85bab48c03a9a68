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

/* No line that was wrapped is longer. */
#define PAGE_WIDTH 120

/* Brackets around more tokens than this hold sentences of their own. */
#define BRACKET_MAX 40

typedef struct Walk
{
	Span		text;
	const TokenList *tokens;
	SentenceList *list;
	size_t		room;
	uint32_t	width;			/* of the lines of a wrapped block, else 0 */
	uint32_t	block_end;		/* last line of the block of lines we are in */
	uint32_t	bracket;		/* the token that closes the round bracket we are in, or 0 */
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

/* Characters from the first token of the line that ends with token i to its end. */
static uint32_t
line_length(const Walk *w, uint32_t i)
{
	const Token *t = w->tokens->token;
	uint32_t	begin = i;

	while (begin > 0 && i - begin < 200 && t[begin - 1].line == t[i].line)
		begin--;
	return t[i].place.chars_at + t[i].place.chars - t[begin].place.chars_at;
}

/* The last token of the line that token i stands in. */
static uint32_t
line_end(const TokenList *tokens, uint32_t i)
{
	const Token *t = tokens->token;

	while (i + 1 < tokens->n && t[i + 1].line == t[i].line)
		i++;
	return i;
}

/*
 * Measures the block of lines without a blank one between them that begins with
 * token first.  It is wrapped where it has four lines or more, is no wider than a
 * page, and the next word would not have fitted into most of the lines.
 */
static void
measure_block(Walk *w, uint32_t first)
{
	const Token *t = w->tokens->token;
	uint32_t	n = w->tokens->n;
	uint32_t	full = 0,
				lines = 0,
				end;

	w->width = 0;
	for (uint32_t i = first; i < n && (i == first || t[i].line <= t[i - 1].line + 1); i = end + 1)
	{
		uint32_t	length;

		end = line_end(w->tokens, i);
		length = t[end].place.chars_at + t[end].place.chars - t[i].place.chars_at;
		w->width = length > w->width ? length : w->width;
		w->block_end = t[end].line;
	}
	if (w->width < 40 || w->width > PAGE_WIDTH)
	{
		w->width = 0;
		return;
	}
	for (uint32_t i = first; t[i].line < w->block_end; i = end + 1)
	{
		end = line_end(w->tokens, i);
		full += t[end].place.chars_at + t[end].place.chars - t[i].place.chars_at + 1 + t[end + 1].place.chars > w->width;
		lines++;
	}
	if (lines < 3 || full * 3 < lines * 2)
		w->width = 0;
}

/*
 * Was the line that ends before token i broken for want of room only?  The next
 * one begins with a small letter, or the block is wrapped and the word at its
 * start would not have fitted.
 */
static bool
is_wrapped(Walk *w, uint32_t i)
{
	const Token *last = &w->tokens->token[i - 1];
	const Token *next = &w->tokens->token[i];
	uint32_t	length;
	Unit		u;

	if (last->line >= w->block_end)
		measure_block(w, i);
	if (next->line != last->line + 1 || (last->class == TOKEN_PUNCTUATION && token_unit(w, i - 1).c != ',') ||
		last->class == TOKEN_INITIALS)
		return false;
	length = line_length(w, i - 1);
	u = token_unit(w, i);
	if (u.class == CHAR_LOWER && next->class <= TOKEN_COMPOUND && next->place.chars > 1)
		return length >= 40 || last->class == TOKEN_PUNCTUATION;
	return w->width > 0 && length + 1 + next->place.chars > w->width && (last->flags & TOKEN_CAPITAL) == 0;
}

/* The token that closes the bracket opened by token i, near and on its line; or 0. */
static uint32_t
closing_bracket(const Walk *w, uint32_t i)
{
	uint32_t	line = w->tokens->token[i].line;
	uint32_t	depth = 0;

	for (uint32_t k = i; k < w->tokens->n && k < i + BRACKET_MAX && w->tokens->token[k].line == line; k++)
		if (is_mark(w, k))
		{
			uint32_t	c = token_unit(w, k).c;

			depth += c == '(';
			if (c == ')' && --depth == 0)
				return k;
		}
	return 0;
}

/* Is token i the dot of an item's number that begins the sentence at first: "1.", "a."? */
static bool
is_item(const Walk *w, uint32_t first, uint32_t i)
{
	const Token *t = &w->tokens->token[first];

	if (i != first + 1 || token_unit(w, i).c != '.' || t->place.chars > 2)
		return false;
	return t->class == TOKEN_INTEGER || (t->class == TOKEN_WORD && t->place.chars == 1);
}

/*
 * A sentence that begins with a small letter, as in careless writing: behind a
 * full stop or question mark and a blank, and a word too long for an abbreviation.
 */
static bool
begins_small(const Walk *w, uint32_t i)
{
	const Token *t = &w->tokens->token[i];
	const Token *word = i < 2 ? t : t - 2;
	Unit		mark = token_unit(w, i - 1);

	if (word == t || t->class > TOKEN_REDUPLICATION || (t->flags & TOKEN_GLUED) || t[-1].place.chars > 1)
		return false;
	if ((mark.c != '.' && mark.c != '?') || word->class > TOKEN_REDUPLICATION)
		return false;
	return word->place.chars >= (word->flags & TOKEN_CAPITAL ? 6 : 4);
}

/* Three digits behind a number's last dot and a blank: "2.904. 678". */
static bool
is_broken_number(const Walk *w, uint32_t i)
{
	const Token *t = &w->tokens->token[i];

	return i >= 2 && t->class == TOKEN_INTEGER && t->place.len == 3 && t[-2].class == TOKEN_NUMBER && token_unit(w, i - 1).c == '.';
}

/* Does a sentence end before token i (i > 0)? */
static bool
is_boundary(Walk *w, uint32_t i, uint32_t end_mark, uint32_t behind, bool open)
{
	const Token *last = &w->tokens->token[i - 1];
	const Token *next = &w->tokens->token[i];

	if (next->line != last->line && !is_wrapped(w, i))
		return true;
	if (end_mark != UINT32_MAX && i == behind)
		return !is_broken_number(w, i) && (can_begin(w, i, open) || begins_small(w, i));
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

/* Can the token, by its first byte, be a mark that sentence_list() asks about? */
static bool
matters(const Walk *w, const Token *t)
{
	unsigned char c = (unsigned char) w->text.at[t->place.at];

	if (t->class != TOKEN_PUNCTUATION)
		return t->class == TOKEN_ABBREVIATION;
	return (c == '"') | (c == '(') | (c == '.') | (c == '!') | (c == '?') | (c >= 0x80);
}

/* The first token at or behind i > 0 that may end a sentence or begin one: most words and commas do neither. */
static uint32_t
next_candidate(const Walk *w, uint32_t i, uint32_t behind)
{
	const Token *t = w->tokens->token;
	uint32_t	stop = i <= behind && behind < w->tokens->n ? behind : w->tokens->n;

	while (i < stop && t[i].line == t[i - 1].line && !matters(w, &t[i]))
		i++;
	return i;
}

void
sentence_list(SentenceList *list, Span text, const TokenList *tokens)
{
	Walk		w = {text, tokens, list, 16, 0, 0, 0, false};
	uint32_t	first = 0,
				end_mark = UINT32_MAX,
				behind = 0,
				breath = 0;
	bool		in_quote = false;

	if (tokens->n > 0)
		measure_block(&w, 0);
	list->n = 0;
	list->sentence = berita_alloc(w.room * sizeof(Sentence));
	for (uint32_t i = 0; i < tokens->n; i = next_candidate(&w, i + 1, behind))
	{
		if (i - breath >= 1024)
		{
			berita_breathe();
			breath = i;
		}
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
		if (i > first && i > w.bracket && is_mark(&w, i) && token_unit(&w, i).c == '(')
			w.bracket = closing_bracket(&w, i);
		if (is_end_mark(&w, i) && (i <= w.bracket || is_item(&w, first, i)))
			continue;
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
