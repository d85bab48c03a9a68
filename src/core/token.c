/*
 * Bytes become tokens that tile the text.
 *
 * Nineteen tokens in twenty are plain: ASCII letters up to a blank or a mark that
 * joins nothing, or such a mark itself.  They are read here by the masks of
 * token_window.h.  Whatever else a token may be is read by part.c
 * with care, and the plain reader leaves everything to it that could be more
 * than it seems: "detik" before ".com", "Rp" before "1,5".
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token.h"

#include "core/host.h"
#include "core/token_part.h"

#include "core/token_window.h"

#define BREATH 4096

#define unlikely(x) __builtin_expect((x) != 0, 0)

/* The plain reader keeps this far from the end: a window and what it peeks at behind. */
#define PLAIN_REACH (WINDOW + 32)

/* The longest word that abbreviation.tsv knows without a dot inside is shorter. */
#define ABBREVIATION_SPAN 8

void
token_open(TokenScan *scan, Span text)
{
	scan->text = text;
	scan->at = scan->chars_at = 0;
	scan->line = 1;
	scan->breath = BREATH;
	scan->ready = scan->taken = 0;
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
	uint32_t	before = scan->at;

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
	token->flags = (uint8_t) (part.flags | (before == scan->at && before > 0 ? TOKEN_GLUED : 0));
	scan->at += token->place.len;
	scan->chars_at += part.chars;
	return true;
}

/* A curly quotation mark, dash or ellipsis: three bytes that are a token alone. */
static inline bool
is_curly(const char *p)
{
	const unsigned char *u = (const unsigned char *) p;

	return u[0] == 0xE2 && u[1] == 0x80 && (u[2] == 0x9C || u[2] == 0x9D || u[2] == 0x93 || u[2] == 0x94 || u[2] == 0xA6);
}

static inline bool
is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* How many ASCII letters stand at p, up to 16. */
static uint32_t
letters_at(const char *p)
{
	uint32_t	n = 0;

	while (n < 16 && is_ascii_letter(p[n]))
		n++;
	return n;
}

/*
 * Is the dot behind n letters at p a mark alone?  Before white space it is unless
 * the word is a known abbreviation; before a word of four letters or more that
 * begins with a capital ("ujarnya.Menurut") it is behind five letters or more,
 * for there is no such host and no such degree.
 */
static bool
is_full_stop(const char *p, uint32_t n)
{
	uint32_t	m;

	if (n > 1 && is_white(p[n + 1]))
		return n >= ABBREVIATION_SPAN || !part_may_abbreviate(span_of(p, n));
	if (n < 5 || p[n + 1] < 'A' || p[n + 1] > 'Z' || p[n + 2] < 'a')
		return false;
	m = letters_at(p + n + 1);
	if (m < 4 || m == 16 || !(is_white(p[n + 1 + m]) || p[n + 1 + m] == ','))
		return false;
	for (uint32_t i = 1; i < m; i++)
		if (p[n + 1 + i] < 'a')
			return false;
	return true;
}

/* Do the n letters at p end there, though neither white space nor a plain mark follows? */
static bool
ends_word(const char *p, uint32_t n)
{
	switch ((unsigned char) p[n])
	{
		case '.':
			return is_full_stop(p, n);
		case ':':
			return is_white(p[n + 1]);
		case 0xC2:
			return (unsigned char) p[n + 1] == 0xA0;
		case 0xE2:
			return is_curly(p + n);
	}
	return false;
}

/* May the n letters at p, behind a bracket, be the initials of a writer? */
static bool
may_be_initials(const char *p, uint32_t n)
{
	const char *q = p + n + 1;

	return n > 0 && n <= 5 && p[n] == ')' && (is_white(*q) || *q == '.') && (*q != ' ' || is_white(q[1]) || q[1] == '.');
}

static inline bool
is_rupiah(const char *p, uint32_t n)
{
	return n == 2 && p[0] == 'R' && p[1] == 'p';
}

/* The class of n letters in capitals, or of Rp. */
static unsigned
capital_class(const char *p, uint32_t n, bool capitals)
{
	if (n <= 3 && part_is_currency(span_of(p, n)))
		return TOKEN_CURRENCY;
	return capitals && n > 1 && n <= 6 ? TOKEN_ACRONYM : TOKEN_WORD;
}

/* The bytes of the mark that is a token alone at p, or 0. */
static uint32_t
lone_mark(const char *p)
{
	if (*p == '.' || *p == '-' || *p == ':' || *p == '/')
		return p[1] != *p;
	if (*p == '(' || *p == '[' || *p == ']' || *p == '*' || *p == '{' || *p == '}')
		return 1;
	return is_curly(p) ? 3 : 0;
}

/* Do the digits at p, len of them, end there? */
static bool
ends_number(const char *p, uint32_t len)
{
	char		c = p[len];

	if (c == '.' || c == ',')
		return is_white(p[len + 1]);
	return is_white(c) || c == ')' || c == ';' || c == '"' || c == '!' || c == '?';
}

/* What a token that asks for attention turns out to be. */
typedef struct Answer
{
	uint32_t	len;			/* its bytes; 0: it needs more care than this */
	unsigned	class;
	unsigned	flags;
} Answer;

/* The token of len bytes at bit at of the window, whose text begins at p. */
static __attribute__((noinline)) Answer
plain_attention(Window *w, const char *p, uint32_t at, uint32_t len)
{
	Answer		a = {len, TOKEN_PUNCTUATION, 0};

	if (w->letters >> at & 1)
	{
		bool		capitals = (~w->small >> at & (((uint64_t) 1 << len) - 1)) == ((uint64_t) 1 << len) - 1;

		if (w->rough >> (at + len) & 1 && (w->bracket || !ends_word(p + at, len)))
			a.len = 0;
		a.class = TOKEN_WORD;
		a.flags = (p[at] < 'a' ? TOKEN_CAPITAL : 0u) | TOKEN_LETTERS | (capitals && len > 1 ? TOKEN_UPPER : 0u);
		if (capitals || is_rupiah(p + at, len))
			a.class = capital_class(p + at, len, capitals);
	}
	else if (w->digits >> at & 1)
	{
		a.class = TOKEN_INTEGER;
		if (!ends_number(p + at, len))
			a.len = 0;
	}
	else
	{
		a.len = lone_mark(p + at);
		a.flags = a.len > 1 ? TOKEN_FOREIGN : 0;
		if (p[at] == '(' && may_be_initials(p + at + 1, letters_at(p + at + 1)))
			window_is_rough(w);
	}
	return a;
}

/* Writes one token of ASCII; more: bytes before it that begin no character. */
static inline void
put(Token *t, uint32_t at, uint32_t len, uint32_t more, uint32_t line, unsigned class, unsigned flags)
{
	t->place.at = at;
	t->place.len = len;
	t->place.chars_at = at - more;
	t->place.chars = len;
	t->line = line;
	t->class = (uint8_t) class;
	t->flags = (uint8_t) flags;
}

/*
 * Reads the plain tokens of the window, whose bytes stand at p and which begins at
 * scan's place, into token[], which has room for WINDOW of them; scan then stands
 * behind the last one.  Returns how many; none where the first one needs care or
 * does not end in the window.
 *
 * Whether a token is a word or a mark, and has a capital, is computed and not
 * branched on: no processor guesses it.
 */
static inline size_t
plain_tokens(TokenScan *scan, Window *w, const char *p, Token *token)
{
	uint32_t	base = scan->at;
	uint32_t	more = scan->at - scan->chars_at;
	uint32_t	line = scan->line;
	uint32_t	done = 0;
	Token	   *t = token;
	uint64_t	starts;

	for (starts = w->starts; starts; starts &= starts - 1)
	{
		uint64_t	bit = starts & (~starts + 1);
		uint64_t	end = w->ends & ~(bit | (bit - 1));
		uint32_t	at = (uint32_t) __builtin_ctzll(starts);
		uint32_t	len;
		unsigned	letter = (w->letters & bit) != 0;
		unsigned	class = TOKEN_PUNCTUATION - (TOKEN_PUNCTUATION - TOKEN_WORD) * letter;
		unsigned	flags = letter * TOKEN_LETTERS | ((unsigned) ((w->small & bit) == 0) & letter) * TOKEN_CAPITAL;
		unsigned	glued = (w->loose & bit) == 0;

		if (unlikely(end == 0))
			break;
		len = (uint32_t) __builtin_ctzll(end) - at;
		end &= ~end + 1;
		if (unlikely(((w->attend_start & bit) | (w->attend_end & end)) != 0))
		{
			Answer		a = plain_attention(w, p, at, len);

			if (a.len == 0)
				break;
			len = a.len;
			class = a.class;
			flags = a.flags;
		}
		put(t, base + at, len, more, line, class, flags | glued * TOKEN_GLUED);
		if (unlikely(w->newlines))
			t->line += window_count(w->newlines & (bit - 1));
		if (unlikely(flags & TOKEN_FOREIGN))
		{
			/* one character of three bytes */
			t->place.chars = 1;
			more += 2;
			starts &= ~(bit << 1 | bit << 2);
		}
		done = at + len;
		t++;
	}
	if (t > token)
		scan->line = t[-1].line;
	scan->at = base + done;
	scan->chars_at = scan->at - more;
	return (size_t) (t - token);
}

/* The next tokens into token[], which has room for WINDOW of them; 0 at the text's end. */
static inline size_t
refill(TokenScan *scan, Token *token)
{
	const char *p = scan->text.at + scan->at;
	size_t		left = scan->text.len - scan->at;
	char		tail[PLAIN_REACH];
	Window		w;
	size_t		count;

	if (scan->at >= scan->breath)
	{
		berita_breathe();
		scan->breath = scan->at + BREATH;
	}
	if (left < PLAIN_REACH)
	{
		/* a copy of the text's end, for the window looks farther */
		memcpy(tail, p, left);
		memset(tail + left, '\n', PLAIN_REACH - left);
		p = tail;
	}
	window_read(&w, p);
	w.loose |= scan->at == 0;
	if (scan->at > 0 && scan->text.at[scan->at - 1] == '(' && may_be_initials(p, letters_at(p)))
		window_is_rough(&w);
	count = plain_tokens(scan, &w, p, token);
	return count > 0 ? count : token_next_careful(scan, token);
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
