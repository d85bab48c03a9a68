/*
 * How far a run of boilerplate reaches.
 *
 * A phrase opens a run that ends with the phrase itself, its sentence, a name, a
 * bracket, or a headline; only the headline is hard (see headline.c).
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/reach.h"

#include "core/byte.h"
#include "core/headline.h"
#include "core/utf8.h"

/* A name after "Editor:" has at most so many words. */
#define NAME_WORDS 6
#define NOTICE_BYTES 260
/* A short line that begins with "Oleh:" is a byline to its end. */
#define SHORT_LINE 120

/* The end of the sentence that p is in; a full stop inside an address ends none. */
static const char *
sentence_end(const char *p, const char *end)
{
	for (; p < end; p++)
		if ((*p == '.' || *p == '!' || *p == '?') &&
			(p + 1 == end || byte_upper(p[1]) || byte_blank(p + 1, end) || byte_quote(p + 1, end)))
			return p + 1;
	return end;
}

/* A notice ends with its sentence, with a word that is glued on, or with the line; it is short. */
static const char *
notice_end(const char *p, const char *end)
{
	const char *far = end - p > NOTICE_BYTES ? p + NOTICE_BYTES : end;

	for (const char *q = p; q < far; q++)
	{
		if (headline_glue(p, q, end) && !byte_quote_before(p, q))
			return q;
		if ((*q == '.' || *q == '!' || *q == '?') && (q + 1 == end || byte_upper(q[1]) || byte_blank(q + 1, end)))
			return q + 1;
		if (*q == ':' && q + 1 < end && byte_upper(q[1]))
			return q + 1;
	}
	return far == end ? end : p;
}

/* Does the run name a channel that sites promote? */
static bool
names_channel(const char *p, const char *end)
{
	static const char *const channel[] = {
		"google", "whatsapp", "telegram", "t.me/", "play store", "playstore", "app store", "breaking news",
		"channel", "kanal", "notifikasi", "newsletter", "breakingnews", "saluran", "rmol", "aplikasi"
	};

	for (; p < end; p++)
	{
		if (!byte_letter(*p))
			continue;
		for (size_t i = 0; i < sizeof(channel) / sizeof(channel[0]); i++)
		{
			Span		name = span_of(channel[i], strlen(channel[i]));

			if (byte_fold(*p) == name.at[0] && boilerplate_phrase(p, end, name) != NULL)
				return true;
		}
		while (p + 1 < end && byte_letter(p[1]))
			p++;
	}
	return false;
}

/* How many bytes the character at p has, if names are written with it. */
static uint32_t
name_letter(const char *p, const char *end)
{
	return p < end && (*p == '\'' || *p == '.' || *p == '-') ? 1 : utf8_word(p, end);
}

/* The end of a person's name: capitalised words up to a mark, a glued word or another phrase. */
static const char *
name_end(const char *p, const char *end)
{
	const char *start = p,
			   *last = p;
	Boiler		other;
	uint32_t	n;

	for (int words = 0; words < NAME_WORDS; words++)
	{
		const char *word = byte_skip_blanks(p, end);

		if (words > 0 && byte_skip_blanks(p, end) - p > 1)
			break;
		if (word == end || !utf8_word(word, end) || (words > 1 && byte_lower(*word)) || boilerplate_at(word, end, &other))
			break;
		for (p = word; (n = name_letter(p, end)) > 0; p += n)
			if (p > word && ((byte_upper(*p) && boilerplate_at(p, end, &other)) || headline_glue(start, p, end)))
				return p;
		last = p;
		if (p < end && *p == '/')
			p++;
	}
	return last;
}

/* "Laporan Wartawan X, Name" ends before the capitals of an outlet or the text. */
static const char *
report_end(const char *p, const char *end)
{
	const char *last = name_end(p, end);

	while (last < end && (*last == ',' || byte_blank(last, end)))
	{
		const char *next = byte_skip_blanks(last + (*last == ','), end);
		const char *word = next;

		while (word < end && (byte_upper(*word) || *word == '.'))
			word++;
		if (word - next > 3)
			return last;
		word = name_end(next, end);
		if (word == next)
			break;
		last = word;
	}
	return last;
}

/* Up to and with the closing mark, at most room bytes away; NULL: there is none. */
static const char *
mark_end(const char *p, const char *end, char mark, ptrdiff_t room)
{
	const char *found = memchr(p, mark, (size_t) (end - p < room ? end - p : room));

	return found ? found + 1 : NULL;
}

/* "... (@name) on May 1, 2020 at 3:49am PDT" */
static const char *
post_time_end(const char *p, const char *end)
{
	const char *far = end - p > 45 ? p + 45 : end;

	if (end - p < 5 || memcmp(p, " on ", 4) != 0)
		return p;
	for (const char *q = p; far - q >= 3; q++)
		if (memcmp(q, "PDT", 3) == 0 || memcmp(q, "PST", 3) == 0)
			return q + 3;
	return p;
}

/* The headlines after "Baca juga:"; the phrase alone where their end cannot be told. */
static const char *
titles_end(Span text, const char *p, const char *from, const char *end, bool lost)
{
	bool		more = false;
	const char *next = byte_skip_blanks(from, end);
	const char *until;

	if (p > text.at && p[-1] == '(' && (until = mark_end(from, end, ')', 300)) != NULL)
		return until;
	while (next < end && (*next == ':' || byte_dash(next, end)))
		next = byte_skip_blanks(next + (*next == ':' ? 1 : byte_dash(next, end)), end);
	if (lost && next == from && from < end && (byte_upper(*from) || byte_quote(from, end)))
		return from;			/* "Baca JugaNamun": the headline itself was lost */
	until = headline_end(text, next, end, &more);
	if (until == NULL)
		return next > from && next[-1] != ' ' ? next : from;
	for (int n = 0; n < 5 && more; n++)
	{
		const char *last = headline_end(text, until, end, &more);

		if (last == NULL || !more || !headline_like(until, last))
			break;
		until = last;
	}
	return until;
}

/* Does the phrase count at p, apart from what follows? */
static bool
counts_here(Span text, const char *p, const Boiler *found, bool line_start)
{
	if (line_start && (found->where & BOILER_LINE))
		return true;
	if (!(found->where & BOILER_INSIDE))
		return false;
	if ((found->where & BOILER_UPPER))
		for (uint32_t i = 0; i < found->phrase; i++)
			if (byte_lower(p[i]))
				return false;
	if (p > text.at && byte_upper(p[-1]) && p[found->phrase - 1] != ':')
		return false;
	return p == text.at || (p[-1] != '-' && p[-1] != '\'' && p[-1] != '/');
}

const char *
reach_end(Span text, const char *p, const char *end, const Boiler *found, bool line_start)
{
	const char *after = p + found->phrase;
	const char *until = after;

	if (!counts_here(text, p, found, line_start))
		return NULL;
	switch ((BoilerUntil) found->until)
	{
		case BOILER_TO_LINE:
			until = end;
			break;
		case BOILER_TO_SENTENCE:
			until = sentence_end(after, end);
			break;
		case BOILER_TO_TITLE:
			until = titles_end(text, p, after, end, (found->where & BOILER_LOST) != 0);
			break;
		case BOILER_TO_NAME:
			until = line_start && end - p < SHORT_LINE ? end : name_end(after, end);
			break;
		case BOILER_TO_REPORT:
			until = report_end(after, end);
			break;
		case BOILER_TO_BRACKET:
			until = mark_end(after, end, ']', 200);
			break;
		case BOILER_TO_HANDLE:
			until = mark_end(after, end, ')', 200);
			until = until ? post_time_end(until, end) : NULL;
			break;
		case BOILER_TO_NOTICE:
			until = notice_end(after, end);
			break;
		case BOILER_TO_PHRASE:
			until += after < end && *after == ':';
			break;
		case BOILER_TO_LIST:
		case BOILER_TO_NAMES:
			break;
	}
	if (until == NULL)
		return NULL;
	if ((found->where & BOILER_PROMOTION) && !names_channel(p, until))
		return NULL;
	if ((found->where & BOILER_YEAR))
	{
		const char *mark = byte_skip_blanks(after, end);

		if (mark == end || !(byte_digit(*mark) || *mark == '(' || *mark == '\xC2'))
			return NULL;
	}
	if ((found->where & BOILER_ALONE) && byte_skip_blanks(until, end) < end)
		return NULL;
	if ((found->where & BOILER_SHORT) && end - p > 100)
		return NULL;
	return until;
}
