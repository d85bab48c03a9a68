/*
 * The second look of the plain reader: short cuts for what is frequent and not quite
 * plain.
 *
 * Each is decided by the few bytes around and answers what the careful reader would;
 * where it cannot be sure of that it gives no answer.  The test compares both on
 * any text.  Sure means: no name of the net, no abbreviation, no reference can
 * begin with these bytes.
 *
 *		kata.	kata."	ujarnya.Menurut		a word and a full stop
 *		anak-anak	pro-Rusia		one word with a hyphen
 *		barang/jasa	juga:	Jum'at		a word and a mark, or more to ask for
 *		Rp14	LQ45	ke-75			letters and digits
 *		2-3		2025.	(11/11/2023)	numbers that end there, dates
 *		1,5		14.981	51%				one number
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token_plain.h"

#include "core/key.h"
#include "core/token_part.h"

/* Looking ahead over letters and digits ends here. */
#define AHEAD 16

static inline bool
is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* White space, or a mark that joins nothing? */
static inline bool
is_end(char c)
{
	return is_white(c) || c == ')' || c == '"' || c == ';' || c == '!' || c == '?';
}

/* How many ASCII letters stand at p, up to AHEAD. */
static uint32_t
letters_at(const char *p)
{
	uint32_t	n = 0;

	while (n < AHEAD && is_ascii_letter(p[n]))
		n++;
	return n;
}

/* How many digits stand at p, up to AHEAD. */
static uint32_t
digits_at(const char *p)
{
	uint32_t	n = 0;

	while (n < AHEAD && is_digit(p[n]))
		n++;
	return n;
}

/* A curly quotation mark, dash or ellipsis: three bytes that are a token alone. */
static bool
is_curly(const char *p)
{
	const unsigned char *u = (const unsigned char *) p;

	return u[0] == 0xE2 && u[1] == 0x80 && (u[2] == 0x9C || u[2] == 0x9D || u[2] == 0x93 || u[2] == 0x94 || u[2] == 0xA6);
}

static bool
is_nbsp(const char *p)
{
	return (unsigned char) p[0] == 0xC2 && (unsigned char) p[1] == 0xA0;
}

/* Might a character that is more than one byte begin here? */
static bool
may_be_more(char c)
{
	return (unsigned char) c >= 0x80 || c == '&';
}

/* Behind a full stop: one capital and then at least three small letters that end at white space or a comma. */
static bool
is_glued_name(const char *p)
{
	uint32_t	m;

	if (*p < 'A' || *p > 'Z' || p[1] < 'a')
		return false;
	m = letters_at(p);
	if (m < 4 || m == AHEAD || !(is_white(p[m]) || p[m] == ','))
		return false;
	for (uint32_t i = 1; i < m; i++)
		if (p[i] < 'a')
			return false;
	return true;
}

/* Does a token of letters, digits and hyphens that is no abbreviation end where this follows? */
static bool
ends_token(const char *end)
{
	switch ((unsigned char) *end)
	{
		case ',':
			return !is_digit(end[1]);
		case '.':
			return is_end(end[1]) || end[1] == ',' || is_nbsp(end + 1) || is_curly(end + 1) || is_glued_name(end + 1);
		case 0xC2:
			return is_nbsp(end);
		case 0xE2:
			return is_curly(end);
	}
	return is_end(*end);
}

static bool
is_www(const char *p, uint32_t n)
{
	return n == 3 && (p[0] | 0x20) == 'w' && (p[1] | 0x20) == 'w';
}

/*
 * Is the dot behind n letters at p a mark alone?  Behind a known abbreviation it
 * may be not.  Before a word of four letters that begins with a capital
 * ("ujarnya.Menurut") it is, for there is no such host and no such degree.
 */
static bool
is_full_stop(const char *p, uint32_t n)
{
	return n > 1 && ends_token(p + n) && !is_www(p, n) && !part_may_abbreviate(p, n);
}

/* Is the slash behind n letters at p a mark between two words?  References have digits or single capitals. */
static bool
is_lone_slash(const char *p, uint32_t n)
{
	uint32_t	m = letters_at(p + n + 1);
	char		c = p[n + 1 + m];

	return m > 0 && m < AHEAD && (n > 1 || m > 1) && (is_end(c) || c == ',' || (c == '.' && is_white(p[n + m + 2])));
}

/* Do the n letters at p end there, though neither white space, a plain mark, a dot nor a hyphen follows? */
static bool
ends_word(const char *p, uint32_t n)
{
	switch ((unsigned char) p[n])
	{
		case ':':
			return is_white(p[n + 1]) || (*p | 0x20) != 'h';	/* http: */
		case '/':
			return is_lone_slash(p, n);
		case '\'':
			return !is_ascii_letter(p[n + 1]) && !may_be_more(p[n + 1]);
		case '!':
		case ';':
		case '(':
		case '[':
		case ']':
		case '*':
		case '>':
		case '<':
		case '=':
			return true;
		case 0xC2:
			return is_nbsp(p + n);
		case 0xE2:
			return is_curly(p + n);
	}
	return false;
}

/* The flags of n letters at p and m behind a sign; shout: the first are all in capitals, or one letter. */
static uint8_t
letter_flags(const char *p, uint32_t n, uint32_t m, bool shout)
{
	bool		upper = *p < 'a' && (shout || n == 1) && n + m > 1;

	for (uint32_t i = n + 1; upper && i < n + 1 + m; i++)
		upper = p[i] < 'a';
	return (uint8_t) (TOKEN_LETTERS | (*p < 'a' ? TOKEN_CAPITAL : 0) | (upper ? TOKEN_UPPER : 0));
}

/* One word with a hyphen behind n letters, and letters or digits behind it: pro-Rusia, ke-75; or no answer. */
static Plain
hyphen_word(const char *p, uint32_t n, bool shout)
{
	Plain		no = {0, 0, 0, 0};
	Plain		a = {0, 0, TOKEN_REDUPLICATION, 0};
	const char *second = p + n + 1;
	uint32_t	m = letters_at(second);
	uint32_t	digits = m ? 0 : digits_at(second);
	const char *end = second + m + digits;

	if (m + digits == 0 || m + digits == AHEAD || !ends_token(end))
		return no;
	a.len = (uint32_t) (end - p);
	a.flags = letter_flags(p, n, m, shout);
	if (digits)
		a.class = n == 2 && (p[0] | 0x20) == 'k' && (p[1] | 0x20) == 'e' ? TOKEN_ORDINAL : TOKEN_ALPHANUMERIC;
	else if (n != m || n == 1 || !key_same(p, second, n))
		a.class = (uint8_t) part_letters_class(span_of(p, n), span_of(second, m));
	return a;
}

/* Might the n digits at p, a sign and two more be a time of the day? */
static bool
may_be_clock(const char *p, uint32_t n, uint32_t m)
{
	return n <= 2 && m == 2 && p[n + 1] < '6' && (n == 1 || *p < '3');
}

/* Might a time zone or another time follow a time that ends at end? */
static bool
may_be_zoned(const char *end)
{
	return *end == ' ' && (end[1] < 'a' || end[1] > 'z');
}

/*
 * The end of the n digits at p with dots, a comma or both between them: 14.981  1,5
 * 1.234,56; or NULL, where it might also be a date, a time or a list.
 */
static const char *
figure_end(const char *p, uint32_t n)
{
	const char *q = p + n;
	bool		clock = may_be_clock(p, n, digits_at(q + 1));

	if (clock && *q == '.')
		return NULL;
	for (int groups = 0; (*q == '.' || *q == ',') && is_digit(q[1]); groups++)
	{
		uint32_t	m = digits_at(q + 1);
		const char *next = q + 1 + m;

		if (m == AHEAD || groups == 3)
			return NULL;
		/* nothing behind a comma's digits, and a dot only behind three */
		if (is_digit(next[1]) && (*next == '.' ? m != 3 || *q == ',' : *next == ',' && *q == ','))
			return NULL;
		q = next;
	}
	return clock && may_be_zoned(q) ? NULL : q;
}

/* A number: n digits at p with something behind that may join; or no answer. */
static Plain
plain_number(const char *p, uint32_t n)
{
	Plain		a = {n, 0, TOKEN_INTEGER, 0};
	Plain		no = {0, 0, 0, 0};
	const char *end = p + n;

	if (n >= AHEAD)
		return no;
	if (*end == '-')
	{
		/* "2-3", but no date and no "60-an" */
		uint32_t	m = digits_at(end + 1);

		return is_white(end[1]) || (m > 0 && m < AHEAD && ends_token(end + 1 + m)) ? a : no;
	}
	if (*end == '/')
	{
		end = part_date_end(p, p + AHEAD, '/');
		a.class = TOKEN_DATE;
	}
	else if ((*end == '.' || *end == ',') && is_digit(end[1]))
	{
		end = figure_end(p, n);
		a.class = TOKEN_NUMBER;
	}
	if (!end)
		return no;
	a.len = (uint32_t) (end - p);
	if (*end == '%' && a.class != TOKEN_DATE)
	{
		a.len++;
		a.class = TOKEN_PERCENT;
		return a;
	}
	return ends_token(end) ? a : no;
}

/* n letters at p and digits behind them: Rp14, km2, LQ45; or no answer. */
static Plain
lettered_number(const char *p, uint32_t n, bool shout)
{
	Plain		a = {n, 0, TOKEN_CURRENCY, letter_flags(p, n, 0, shout)};
	uint32_t	m = digits_at(p + n);

	if (part_is_currency(span_of(p, n)))	/* but not where "RP8/9/2025" is a reference */
		a.len = p[n + m] != '/' && plain_number(p + n, m).len ? n : 0;
	else
	{
		a.len = m < AHEAD && ends_token(p + n + m) ? n + m : 0;
		a.class = TOKEN_ALPHANUMERIC;
	}
	return a;
}

/* A word: n letters at p with something behind that may join; or no answer. */
static Plain
plain_word(const char *p, uint32_t n, bool rough, bool shout)
{
	Plain		a = {n, 0, TOKEN_WORD, (uint8_t) (TOKEN_LETTERS | (*p < 'a' ? TOKEN_CAPITAL : 0))};

	if (!rough)
		return a;
	/* the frequent ones first */
	if (p[n] == '-' && !is_white(p[n + 1]))
		return hyphen_word(p, n, shout);
	if (is_digit(p[n]))
		return lettered_number(p, n, shout);
	if (p[n] == '.' ? !is_full_stop(p, n) : p[n] != '-' && !ends_word(p, n))
		a.len = 0;
	return a;
}

/* A mark, a sign or a character of several bytes; or no answer. */
static Plain
plain_mark(const char *p)
{
	Plain		a = {1, 0, TOKEN_PUNCTUATION, 0};
	Plain		no = {0, 0, 0, 0};

	if (is_curly(p))
	{
		a.len = 3;
		a.more = 2;
		a.flags = TOKEN_FOREIGN;
		return a;
	}
	if (is_nbsp(p))
	{
		a.len = 2;
		a.more = 1;
		a.class = 0;
		return a;
	}
	switch (*p)
	{
		case '.':
		case '-':
			return p[1] == *p ? no : a;
		case '\'':
			return p[1] == *p || may_be_more(p[1]) ? no : a;
		case '(':
		case '!':
		case ';':
		case ':':
		case '/':
		case '[':
		case ']':
		case '{':
		case '}':
		case '*':
		case '%':
			return a;
		case '+':
		case '=':
		case '<':
		case '>':
		case '|':
		case '~':
			a.class = TOKEN_SYMBOL;
			return a;
	}
	return no;
}

Plain
plain_look(const char *p, uint32_t len, bool rough, bool shout)
{
	if (is_ascii_letter(*p))
		return plain_word(p, len, rough, shout);
	return is_digit(*p) ? plain_number(p, len) : plain_mark(p);
}

bool
plain_may_be_initials(const char *p)
{
	uint32_t	n = letters_at(p);
	const char *q = p + n + 1;

	if (n == 0 || n > 5)
		return false;
	if (p[n] == '/' || p[n] == '-')
		return true;
	return n > 1 && p[n] == ')' && p[n - 1] >= 'a' && (is_white(*q) || *q == '.') && (*q != ' ' || is_white(q[1]) || q[1] == '.');
}
