/*
 * Tokens that begin with a digit: numbers, dates, times, ordinals, 4G, 1960-an.
 *
 * "1.234.567,89" is one number, "60-70" three tokens, "17/8/1945" one date,
 * "19.00 WIB" a time and a word.  All of it is ASCII.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token_part.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The number of digits at p. */
static uint32_t
digits_at(const char *p, const char *stop)
{
	const char *q = p;

	while (q < stop && is_digit(*q))
		q++;
	return (uint32_t) (q - p);
}

/* The value of n digits, at most four. */
static uint32_t
value(const char *p, uint32_t n)
{
	uint32_t	v = 0;

	while (n-- > 0 && v < 100000)
		v = v * 10 + (uint32_t) (*p++ - '0');
	return v;
}

static bool
is_day_and_month(uint32_t a, uint32_t b)
{
	return (a >= 1 && a <= 31 && b >= 1 && b <= 12) || (a >= 1 && a <= 12 && b >= 1 && b <= 31);
}

const char *
part_date_end(const char *p, const char *stop, char sign)
{
	const char *q = p;
	uint32_t	n[3],
				v[3];

	for (int i = 0; i < 3; i++)
	{
		if (i > 0 && (q >= stop || *q++ != sign))
			return NULL;
		n[i] = digits_at(q, stop);
		if (n[i] == 0 || n[i] > 4)
			return NULL;
		v[i] = value(q, n[i]);
		q += n[i];
	}
	if (q + 1 < stop && *q == sign && is_digit(q[1]))
		return NULL;
	if (n[0] == 4 ? n[1] <= 2 && n[2] <= 2 && is_day_and_month(v[2], v[1]) :
		n[0] <= 2 && n[1] <= 2 && (n[2] == 4 || (n[2] == 2 && sign == '/')) && is_day_and_month(v[0], v[1]))
		return q;
	return NULL;
}

/* Is the word before or in brackets such that d/d is a date? */
static bool
date_context(const Part *part)
{
	static const char *const days[] = {
		"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad", "tanggal", "tgl", "hari", "malam"
	};
	Span		before;
	char		low[24];
	size_t		n;

	if (part->at > part->start && part->at[-1] == '(')
		return true;
	if (!part_word_before(part, &before))
		return false;
	n = utf8_fold_span(before, low, sizeof(low));
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		if (span_is(span_of(low, n), days[i]))
			return true;
	return false;
}

/* Do the blanks and letters at p begin with a time zone? */
static bool
zone_at(const char *p, const char *stop)
{
	Run			run;

	while (p < stop && *p == ' ')
		p++;
	run = run_read(p, stop);
	return (run.chars == 3 && (memcmp(p, "WIB", 3) == 0 || memcmp(p, "WIT", 3) == 0 || memcmp(p, "Wib", 3) == 0)) ||
		(run.chars == 4 && memcmp(p, "WITA", 4) == 0);
}

/* Behind a hyphen or dash at p and another clock time; p where there is none. */
static const char *
range_end(const char *p, const char *stop)
{
	const char *q = p;

	while (q < stop && q - p < 6 && (*q == ' ' || *q == '-' || (unsigned char) *q == 0xE2 || (unsigned char) *q == 0x80 ||
									 (unsigned char) *q == 0x93))
		q++;
	if (q == p || stop - q < 5 || !is_digit(q[0]) || !is_digit(q[1]) || (q[2] != '.' && q[2] != ':') || !is_digit(q[3]) || !is_digit(q[4]))
		return p;
	return q + 5;
}

/* hh.mm or hh:mm (:ss) from p to end. */
static bool
is_clock(const char *p, const char *end)
{
	uint32_t	n = digits_at(p, end);
	uint32_t	m;

	if (n == 0 || n > 2 || value(p, n) > 24 || p + n == end)
		return false;
	m = digits_at(p + n + 1, end);
	return m == 2 && value(p + n + 1, 2) < 60 && (p + n + 3 == end || (p[n + 3] == p[n] && end - p - n == 6));
}

/* The class of the digits with dots, commas and colons up to end. */
static TokenClass
number_class(const Part *part, const char *end, bool colon, bool joined)
{
	Span		before;
	char		low[24];
	size_t		n;

	if (is_clock(part->at, end))
	{
		if (colon || zone_at(end, part->stop) || zone_at(range_end(end, part->stop), part->stop))
			return TOKEN_TIME;
		if (memchr(part->at, '.', (size_t) (end - part->at)) && part_word_before(part, &before))
		{
			n = utf8_fold_span(before, low, sizeof(low));
			if (span_is(span_of(low, n), "pukul") || span_is(span_of(low, n), "jam") || span_is(span_of(low, n), "pkl"))
				return TOKEN_TIME;
		}
	}
	return joined ? TOKEN_NUMBER : TOKEN_INTEGER;
}

/* The end of digits joined by dots, commas and colons. */
static const char *
figure_end(const Part *part, bool *colon, bool *joined)
{
	const char *p = part->at + digits_at(part->at, part->stop);
	uint32_t	commas = 0;
	bool		list = false;

	*colon = *joined = false;
	while (p + 1 < part->stop && (*p == '.' || *p == ',' || *p == ':') && is_digit(p[1]))
	{
		uint32_t	n = digits_at(p + 1, part->stop);

		commas += *p == ',';
		list |= *p == ',' && n != 3;
		if (commas > 1 && list)
		{
			*joined = false;	/* 1,2,3 is a list */
			return part->at + digits_at(part->at, part->stop);
		}
		*colon |= *p == ':';
		*joined = true;
		p += n + 1;
	}
	return p;
}

/* A date from the token's first byte on; its end or NULL. */
static const char *
any_date_end(const Part *part)
{
	const char *end;
	uint32_t	n = digits_at(part->at, part->stop);
	uint32_t	m;

	if (n > 4 || part->at + n >= part->stop)
		return NULL;
	if (strchr("/-.", part->at[n]) && part->at[n] && (end = part_date_end(part->at, part->stop, part->at[n])) != NULL)
		return end;
	if (n > 2 || part->at[n] != '/')
		return NULL;
	m = digits_at(part->at + n + 1, part->stop);
	end = part->at + n + 1 + m;
	if (m == 0 || m > 2 || (end < part->stop && *end == '/') || !is_day_and_month(value(part->at, n), value(part->at + n + 1, m)))
		return NULL;
	return date_context(part) ? end : NULL;
}

/*
 * Does a word that lost its blank follow at end: "2023Setelah"?  Behind a year or a
 * number with a sign a capital and three small letters are no unit and no model.
 */
static bool
is_glued_sentence(const Part *part, const char *end, bool joined)
{
	Run			run = run_read(end, part->stop);

	return (joined || end - part->at == 4) && run.capital && run.letters >= 4 && run.uppers == 1 && run.digits == 0;
}

/* Letters behind the digits, at end or behind a hyphen there. */
static void
number_tail(Part *part, const char *end)
{
	bool		hyphen = *end == '-';
	Run			run = run_read(hyphen ? end + 1 : end - 1, part->stop);

	if (run.end - end == 2 + hyphen && memcmp(run.end - 2, "an", 2) == 0)
		part_take(part, run.end, TOKEN_ORDINAL);
	else
		part_take(part, run.end, TOKEN_ALPHANUMERIC);
}

/* A Roman number at p; its end or NULL. */
static const char *
roman_end(const char *p, const char *stop)
{
	const char *q = p;

	while (q < stop && *q && strchr("IVXLC", *q))
		q++;
	return q > p ? q : NULL;
}

/*
 * A number of a law, letter or issue from the token's first byte on: parts of
 * letters, digits, dots and hyphens between slashes that end in a year or number,
 * at least three of them and one in capitals ("34/PMK.011/2007"), or a Roman
 * number and a year ("II/2007"); or two capitals ("S/A").
 */
bool
part_reference(Part *part)
{
	const char *p = part->at;
	const char *last = p;
	uint32_t	slashes = 0;
	bool		capital = false;

	for (; p < part->stop && p - part->at < 48; p++)
	{
		if (*p == '/')
		{
			if (p == last)
				return false;
			slashes++;
			last = p + 1;
			capital |= last < part->stop && *last >= 'A' && *last <= 'Z';
		}
		else if (!is_digit(*p) && !is_ascii_letter(*p) && ((*p != '.' && *p != '-') || p + 1 >= part->stop ||
														   !(is_digit(p[1]) || is_ascii_letter(p[1]))))
			break;
	}
	if (slashes == 0)
		return false;
	if (slashes == 1 && p - last == 1 && last - part->at == 2 && capital && *part->at >= 'A' && *part->at <= 'Z')
	{
		part_take(part, p, TOKEN_ABBREVIATION);
		return true;
	}
	if ((ptrdiff_t) digits_at(last, part->stop) != p - last || p == last)
		return false;
	if (slashes == 1 ? p - last != 4 || roman_end(part->at, part->stop) != last - 1 : !capital && !is_ascii_letter(*part->at))
		return false;
	part_take(part, p, TOKEN_ALPHANUMERIC);
	return true;
}

void
part_number(Part *part)
{
	bool		colon,
				joined;
	const char *end;
	Unit		u;

	if (part_is_marked(part) && part_reference(part))
		return;
	end = any_date_end(part);
	if (end)
	{
		part_take(part, end, TOKEN_DATE);
		return;
	}
	end = figure_end(part, &colon, &joined);
	u = unit_at(end, part->stop);
	if (u.c == '%' && u.len == 1)
		part_take(part, end + 1, TOKEN_PERCENT);
	else if (u.class == CHAR_LOWER || u.class == CHAR_UPPER || u.class == CHAR_LETTER || u.class == CHAR_MARK)
	{
		if (zone_at(end, part->stop) || is_glued_sentence(part, end, joined))
			part_take(part, end, number_class(part, end, colon, joined));
		else
			number_tail(part, end);
	}
	else if (u.c == '-' && u.len == 1 && !is_digit(end + 1 < part->stop ? end[1] : '0') && run_read(end + 1, part->stop).letters)
		number_tail(part, end);
	else
		part_take(part, end, number_class(part, end, colon, joined));
}
