/*
 * Bytes become tokens that tile the text.
 *
 * Most tokens are plain: ASCII letters or digits up to a blank or a mark, or such a
 * mark itself.  A window of 64 bytes becomes bit masks (token_window.h), and they
 * are read in three steps:
 *
 *		1. what the masks alone do not decide gets a second look (token_plain.h),
 *		   which mends the masks and notes what they cannot say;
 *		2. all tokens are written in one go, without a branch on what they are;
 *		3. the notes are carried into the tokens they belong to.
 *
 * Where the second look has no answer either, the window is read up to there and
 * token_part.c reads one token with care: it knows all rules, the plain reader
 * none that it has not.  In news one token in seventy goes there.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token.h"

#include "core/host.h"
#include "core/token_part.h"
#include "core/token_plain.h"
#include "core/token_window.h"

#define BREATH 4096

#define likely(x) __builtin_expect((x) != 0, 1)
#define unlikely(x) __builtin_expect((x) != 0, 0)

void
token_open(TokenScan *scan, Span text)
{
	scan->text = text;
	scan->at = scan->chars_at = 0;
	scan->line = 1;
	scan->breath = BREATH;
	scan->ready = scan->taken = 0;
	scan->last = UINT32_MAX;
}

/* Moves over blanks, newlines and hidden characters; is there anything behind? */
static bool
skip_blank(TokenScan *scan)
{
	const char *end = scan->text.at + scan->text.len;

	for (;;)
	{
		const char *p = scan->text.at + scan->at;
		uint32_t	len;
		CharClass	class;

		if (p >= end)
			return false;
		if (*p > ' ')
			return true;
		class = utf8_class(utf8_next(p, end, &len));
		if (class != CHAR_BLANK && class != CHAR_NEWLINE && class != CHAR_HIDDEN)
			return true;
		scan->line += class == CHAR_NEWLINE;
		scan->at += len;
		scan->chars_at++;
	}
}

bool
token_next_careful(TokenScan *scan, Token *token)
{
	Part		part;

	if (!skip_blank(scan))
		return false;
	part.start = scan->text.at;
	part.stop = scan->text.at + scan->text.len;
	part.at = part.start + scan->at;
	part_read(&part);
	if (part.end <= part.at)
		part_take(&part, part.at + 1, TOKEN_SYMBOL);	/* whatever happens, the text is read to its end */
	token->place.at = scan->at;
	token->place.len = (uint32_t) (part.end - part.at);
	token->place.chars_at = scan->chars_at;
	token->place.chars = part.chars;
	token->line = scan->line;
	token->class = part.class;
	token->flags = (uint8_t) (part.flags | (scan->at == scan->last ? TOKEN_GLUED : 0));
	scan->last = scan->at += token->place.len;
	scan->chars_at += part.chars;
	return true;
}

/* What the first byte tells of a token that needs no second look; all others are marks. */
typedef struct Lead
{
	uint8_t		class;
	uint8_t		flags;
} Lead;

#define M {TOKEN_PUNCTUATION, 0}
#define D {TOKEN_INTEGER, 0}
#define U {TOKEN_WORD, TOKEN_LETTERS | TOKEN_CAPITAL}
#define L {TOKEN_WORD, TOKEN_LETTERS}
static const Lead lead[128] = {
	M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M,
	M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, D, D, D, D, D, D, D, D, D, D, M, M, M, M, M, M,
	M, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, M, M, M, M, M,
	M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, M
};
#undef M
#undef D
#undef U
#undef L

/* What the second look found that the masks do not tell. */
typedef struct Patch
{
	uint64_t	end;			/* of the token */
	Plain		plain;
} Patch;

/*
 * Gives the tokens of the window that ask for it, whose bytes stand at p, a second
 * look; mends the masks and notes the rest in patch[], *n of them.  Returns where
 * a token stands that needs care, or WINDOW.
 */
static inline uint32_t
look_twice(Window *w, const char *p, Patch *patch, uint32_t *n)
{
	for (uint64_t stops = w->stops; stops; stops &= stops - 1)
	{
		uint64_t	end = stops & (~stops + 1);
		uint32_t	at = window_last(w->starts & (end - 1));
		uint32_t	len = (uint32_t) __builtin_ctzll(end) - at;

		if (len == 1 || part_may_abbreviate(p + at, len))
		{
			w->attend |= end;
			w->rough |= end;
		}
	}
	while (w->attend)
	{
		uint64_t	end = w->attend & (~w->attend + 1);
		uint32_t	at = window_last(w->starts & (end - 1));
		uint32_t	len = (uint32_t) __builtin_ctzll(end) - at;
		Lead		k = lead[p[at] & 0x7F];
		Plain		a;

		w->attend &= w->attend - 1;
		if (p[at] == '(')
		{
			if (!plain_may_be_initials(p + at + 1))
				continue;
			return at + 1;
		}
		a = plain_look(p + at, len, (w->rough & end) != 0, (w->shouts & end) != 0);
		if (a.len == 0 || at + a.len >= WINDOW)
			return at;
		if (a.len != len)
			window_join(w, at, a.len, a.class == 0);
		if (a.class != k.class || a.flags != k.flags || a.more)
		{
			patch[*n].end = (uint64_t) 1 << (at + a.len);
			patch[*n].plain = a;
			++*n;
		}
	}
	return WINDOW;
}

/*
 * Writes the tokens of the window, whose bytes stand at p and whose first byte is
 * base in the text, as the masks show them; returns how many.  Nothing is branched
 * on but whether there is one more: no processor guesses the rest.
 */
static inline __attribute__((always_inline)) uint32_t
put_tokens(const TokenScan *scan, const Window *w, const char *p, uint32_t base, uint64_t newlines, Token *token)
{
	uint64_t	starts = w->starts;
	uint32_t	last = scan->last;
	uint32_t	more = scan->at - scan->chars_at;
	Token	   *t = token;

	for (uint64_t ends = w->ends; ends; ends &= ends - 1, starts &= starts - 1, t++)
	{
		uint32_t	at = (uint32_t) __builtin_ctzll(starts);
		uint32_t	len = (uint32_t) __builtin_ctzll(ends) - at;
		Lead		k = lead[p[at] & 0x7F];

		t->line = scan->line + (newlines ? window_rank(newlines, starts) : 0);
		at += base;
		t->place.at = at;
		t->place.len = len;
		t->place.chars_at = at - more;
		t->place.chars = len;
		t->class = k.class;
		t->flags = (uint8_t) (k.flags | (at == last) * TOKEN_GLUED);
		last = at + len;
	}
	return (uint32_t) (t - token);
}

/* The word at p is in capitals: KPK, USD, a headline's; or it is a pair of letters like Di and Rp. */
static inline void
put_capitals(Token *t, const char *p)
{
	bool		shout = p[1] < 'a';

	t->flags |= shout ? TOKEN_UPPER : 0;
	t->class = shout && t->place.len <= 6 ? TOKEN_ACRONYM : TOKEN_WORD;
	if (unlikely(t->place.len <= 3 && part_may_be_currency(p)) && part_is_currency(span_of(p, t->place.len)))
		t->class = TOKEN_CURRENCY;
}

/* Mends one of the n tokens, or what follows a gap. */
static void
put_patch(TokenScan *scan, const Window *w, const Patch *patch, Token *token, uint32_t n)
{
	uint32_t	i = window_rank(w->ends, patch->end);

	if (patch->plain.class)
	{
		token[i].class = patch->plain.class;
		token[i].flags = (uint8_t) (patch->plain.flags | (token[i].flags & TOKEN_GLUED));
		token[i].place.chars -= patch->plain.more;
		i++;
	}
	if (patch->plain.more)
		for (; i < n; i++)
			token[i].place.chars_at -= patch->plain.more;
	scan->chars_at -= patch->plain.more;
}

/*
 * Writes the plain tokens of the window from scan's place on; returns how many.  They
 * end where the window ends, or, and then *care is set, before one that needs care.
 */
static inline uint32_t
plain_tokens(TokenScan *scan, Window *w, const char *p, uint32_t base, Token *token, bool *care)
{
	Patch		patch[WINDOW];
	uint32_t	patches = 0;
	uint32_t	to = look_twice(w, p, patch, &patches);
	uint32_t	n;

	*care = to < WINDOW;
	if (*care)
		window_until(w, to);
	else
		to = window_rest(w);
	if (unlikely(w->controls))
	{
		uint64_t	newlines = window_newlines(p) & w->controls;

		n = put_tokens(scan, w, p, base, newlines, token);
		scan->line += window_count(newlines & window_first(to));
	}
	else
		n = put_tokens(scan, w, p, base, 0, token);
	if (n > 0)
		scan->last = token[n - 1].place.at + token[n - 1].place.len;
	if (base + to > scan->text.len)
		to = (uint32_t) scan->text.len - base;
	scan->chars_at += base + to - scan->at;
	scan->at = base + to;
	for (uint32_t i = 0; i < patches; i++)
		put_patch(scan, w, &patch[i], token, n);
	for (uint64_t ends = w->shouts | w->pairs; ends; ends &= ends - 1)
	{
		Token	   *t = &token[window_rank(w->ends, ends)];

		put_capitals(t, p + (t->place.at - base));
	}
	return n;
}

/* The tokens that begin in the 64 bytes at p, which stand at scan's place; returns how many. */
static inline uint32_t
window_tokens(TokenScan *scan, const char *p, Token *token)
{
	uint32_t	base = scan->at;
	uint32_t	n = 0;
	Window		window;
	bool		care;

	window_read(&window, p);
	do
	{
		uint32_t	from = scan->at - base;
		Window		w = window;

		care = true;
		if (from > 0)
			window_from(&w, from);
		if (scan->at == 0 || likely(scan->text.at[scan->at - 1] != '(') || !plain_may_be_initials(p + from))
			n += plain_tokens(scan, &w, p, base, token + n, &care);
		if (care)
			n += token_next_careful(scan, token + n);
	} while (care && scan->at - base < WINDOW);
	return n;
}

/* The next tokens into token[], which has room for WINDOW of them; 0 at the text's end. */
static inline size_t
refill(TokenScan *scan, Token *token)
{
	char		tail[WINDOW + PLAIN_REACH];
	uint32_t	n = 0;

	while (n == 0 && scan->at < scan->text.len)
	{
		const char *p = scan->text.at + scan->at;
		size_t		left = scan->text.len - scan->at;
		uint32_t	before = scan->at;

		if (scan->at >= scan->breath)
		{
			berita_breathe();
			scan->breath = scan->at + BREATH;
		}
		if (left < sizeof(tail))
		{
			/* a copy of the text's end, for the window looks farther */
			memcpy(tail, p, left);
			memset(tail + left, '\n', sizeof(tail) - left);
			p = tail;
		}
		n = window_tokens(scan, p, token);
		if (n == 0 && scan->at == before && !token_next_careful(scan, token + n++))
			return 0;
	}
	return n;
}

bool
token_next(TokenScan *scan, Token *token)
{
	if (scan->taken == scan->ready)
	{
		scan->taken = 0;
		scan->ready = (uint32_t) refill(scan, scan->token);
		if (scan->ready == 0)
			return false;
	}
	*token = scan->token[scan->taken++];
	return true;
}

Span
token_class_name(TokenClass class)
{
#define NAME(class, name) [class] = {name, sizeof(name) - 1}
	static const Span names[] = {
		NAME(TOKEN_WORD, "word"), NAME(TOKEN_REDUPLICATION, "reduplication"), NAME(TOKEN_COMPOUND, "compound"),
		NAME(TOKEN_EMAIL, "email"), NAME(TOKEN_HOST, "host"), NAME(TOKEN_PERCENT, "percent"), NAME(TOKEN_TIME, "time"),
		NAME(TOKEN_DATE, "date"), NAME(TOKEN_ABBREVIATION, "abbreviation"), NAME(TOKEN_ACRONYM, "acronym"),
		NAME(TOKEN_HASHTAG, "hashtag"), NAME(TOKEN_HANDLE, "handle"), NAME(TOKEN_NUMBER, "number"),
		NAME(TOKEN_ORDINAL, "ordinal"), NAME(TOKEN_INTEGER, "integer"), NAME(TOKEN_CURRENCY, "currency"),
		NAME(TOKEN_ALPHANUMERIC, "alphanumeric"), NAME(TOKEN_URL, "url"), NAME(TOKEN_INITIALS, "initials"),
		NAME(TOKEN_PUNCTUATION, "punctuation"), NAME(TOKEN_SYMBOL, "symbol")
	};
#undef NAME

	return names[class];
}

void
token_list(TokenList *list, Span text)
{
	TokenScan	scan;
	size_t		room = text.len / 5 + 2 * WINDOW;
	size_t		n = 0;
	size_t		count;

	list->token = berita_alloc(room * sizeof(Token));
	token_open(&scan, text);
	while ((count = refill(&scan, list->token + n)) > 0)
	{
		n += count;
		if (n + WINDOW >= room)
		{
			room += room / 2;
			list->token = berita_grow(list->token, room * sizeof(Token));
		}
	}
	list->n = (uint32_t) n;
}

void
token_list_free(TokenList *list)
{
	berita_free(list->token);
	list->token = NULL;
	list->n = 0;
}
