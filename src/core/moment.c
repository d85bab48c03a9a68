/*
 * Dates as news sites print them.
 *
 *		2024-02-09 17:19:00+07		23/02/2024, 10:42 WIB		Jum'at, 01 Mei 2020 - 22:01 WIB
 *		13+December+2018			March 23, 2021				Kompas.com- Diperbarui 02/07/2025, 09:53 WIB
 *
 * A date is three numbers joined by - / or a full stop, or a day and a year
 * round the name of a month.  With a year of four digits in front it is year,
 * month, day; else day, month, year as Indonesians write, unless only the
 * American order makes a date of it.  The first such place wins; the time is
 * the first hh:mm (or hh.mm) behind it, the zone what stands behind that.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/moment.h"

#define JAKARTA (7 * 60)

/* Longer texts are no dates. */
#define LONGEST 200

typedef struct Reader
{
	const char *at;
	const char *end;
} Reader;

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void
skip_blanks(Reader *r)
{
	while (r->at < r->end && (*r->at == ' ' || *r->at == ',' || *r->at == '+' || *r->at == '\t'))
		r->at++;
}

/* A number of at most most digits; *digits says how many, 0 if there is none. */
static int
number(Reader *r, int most, int *digits)
{
	int			value = 0;

	for (*digits = 0; r->at < r->end && is_digit(*r->at); r->at++)
	{
		if (++*digits > most)
			return -1;
		value = value * 10 + (*r->at - '0');
	}
	return *digits ? value : -1;
}

/* The month that a word names, by its first three letters; 0 if none. */
static int
month_of_word(Span word)
{
	static const char names[] = "jan01peb02feb02mar03apr04mei05may05jun06jul07"
		"agu08agt08ags08aug08sep09okt10oct10nov11nop11des12dec12";

	if (word.len < 3 || word.len > 9)
		return 0;
	for (const char *n = names; *n; n += 5)
	{
		if ((word.at[0] | 32) == n[0] && (word.at[1] | 32) == n[1] && (word.at[2] | 32) == n[2])
			return (n[3] - '0') * 10 + (n[4] - '0');
	}
	return 0;
}

static Span
word_here(Reader *r)
{
	const char *from = r->at;

	while (r->at < r->end && is_letter(*r->at))
		r->at++;
	return span_of(from, (size_t) (r->at - from));
}

static bool
date_holds(Moment *m)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool		leap;

	if (m->year < 1900 || m->year > 2100 || m->month < 1 || m->month > 12)
		return false;
	leap = m->month == 2 && m->year % 4 == 0 && (m->year % 100 != 0 || m->year % 400 == 0);
	return m->day >= 1 && m->day <= days[m->month - 1] + leap;
}

/* 2024-02-09, 09/02/2024, 9.2.2024; r stands on the first digit. */
static bool
date_of_numbers(Reader *r, Moment *m)
{
	int			part[3],
				digits[3];
	char		mark = 0;

	for (int i = 0; i < 3; i++)
	{
		part[i] = number(r, 4, &digits[i]);
		if (part[i] < 0)
			return false;
		if (i == 2)
			break;
		if (r->at == r->end || (*r->at != '-' && *r->at != '/' && *r->at != '.') || (mark && *r->at != mark))
			return false;
		mark = *r->at++;
	}
	if (digits[0] == 4)
		*m = (Moment) {.year = part[0],.month = part[1],.day = part[2],.zone = JAKARTA};
	else if (digits[2] == 4 && part[1] > 12)
		*m = (Moment) {.year = part[2],.month = part[0],.day = part[1],.zone = JAKARTA};
	else if (digits[2] == 4)
		*m = (Moment) {.year = part[2],.month = part[1],.day = part[0],.zone = JAKARTA};
	else
		return false;
	return date_holds(m);
}

/* 09 Februari 2024; r stands on the first digit. */
static bool
date_with_month(Reader *r, Moment *m)
{
	int			digits;

	*m = (Moment) {.zone = JAKARTA};
	m->day = number(r, 2, &digits);
	if (m->day < 0)
		return false;
	if (r->at < r->end && *r->at == '-')
		r->at++;
	skip_blanks(r);
	m->month = month_of_word(word_here(r));
	if (r->at < r->end && (*r->at == '-' || *r->at == '.'))
		r->at++;
	skip_blanks(r);
	m->year = number(r, 4, &digits);
	return digits == 4 && date_holds(m);
}

/* February 9, 2024; r stands on the first letter. */
static bool
date_after_month(Reader *r, Moment *m)
{
	int			digits;

	*m = (Moment) {.zone = JAKARTA};
	m->month = month_of_word(word_here(r));
	if (m->month == 0)
		return false;
	skip_blanks(r);
	m->day = number(r, 2, &digits);
	skip_blanks(r);
	m->year = number(r, 4, &digits);
	return digits == 4 && date_holds(m);
}

/* WIB, WITA, WIT, Z, UTC, GMT, +07, +07:00, -0330; else the zone stays. */
static void
read_zone(Reader *r, Moment *m)
{
	Reader		from = *r;
	int			digits,
				zone,
				minutes = 0;
	Span		word;

	if (r->at < r->end && *r->at == '.')
	{
		r->at++;
		(void) number(r, 9, &digits);
	}
	while (r->at < r->end && *r->at == ' ')
		r->at++;
	from = *r;
	word = word_here(r);
	if (span_is(word, "WITA") || span_is(word, "Wita"))
		m->zone = 8 * 60;
	else if (span_is(word, "WIT"))
		m->zone = 9 * 60;
	else if (span_is(word, "Z") || span_is(word, "UTC") || span_is(word, "GMT"))
		m->zone = 0;
	if (word.len > 0 && m->zone != 0)
		return;
	if (r->at == r->end || (*r->at != '+' && *r->at != '-'))
		return;
	from = *r;
	r->at++;
	zone = number(r, 4, &digits);
	if (digits == 2)
	{
		if (r->at < r->end && *r->at == ':')
			r->at++;
		minutes = number(r, 2, &digits);
		zone = zone * 60 + (minutes > 0 ? minutes : 0);
	}
	else if (digits == 4)
		zone = zone / 100 * 60 + zone % 100;
	else
		return;
	if (zone >= 0 && zone <= 15 * 60)
		m->zone = *from.at == '-' ? -zone : zone;
}

/* The time behind a date, if there is one. */
static void
read_time(Reader *r, Moment *m)
{
	int			digits,
				hour,
				minute,
				second;

	while (r->at < r->end && !is_digit(*r->at))
		r->at++;
	hour = number(r, 2, &digits);
	if (hour < 0 || hour > 23 || r->at == r->end || (*r->at != ':' && *r->at != '.'))
		return;
	r->at++;
	minute = number(r, 2, &digits);
	if (digits != 2 || minute > 59)
		return;
	m->hour = hour;
	m->minute = minute;
	if (r->at < r->end && *r->at == ':')
	{
		r->at++;
		second = number(r, 2, &digits);
		m->second = digits == 2 && second < 60 ? second : 0;
	}
	read_zone(r, m);
}

bool
moment_read(Span text, Moment *moment)
{
	Reader		here = {text.at, text.at + text.len};
	bool		inside = false;	/* within a word or number */

	if (text.len > LONGEST)
		return false;
	for (; here.at < here.end; here.at++)
	{
		bool		begins = !inside;
		Reader		r = here;
		bool		found = false;

		inside = is_digit(*here.at) || is_letter(*here.at);
		if (!begins || !inside)
			continue;
		if (is_digit(*here.at))
		{
			found = date_of_numbers(&r, moment);
			if (!found)
			{
				r = here;
				found = date_with_month(&r, moment);
			}
		}
		else
			found = date_after_month(&r, moment);
		if (found)
		{
			read_time(&r, moment);
			return true;
		}
	}
	return false;
}
