/*
 * The dateline that opens a news text.
 *
 * A dateline is places and an outlet in any order, with commas and brackets
 * between them, up to a dash:
 *
 *		JAKARTA, KOMPAS.com -          Bisnis.com, SOLO —
 *		Jakarta (ANTARA) -             KONTAN.CO.ID - JAKARTA.
 *		Jakarta, CNN Indonesia --      Metrotvnews.com, Makkah:
 *		WASHINGTON -                   Liputan6.com, Jakarta Presiden ...
 *
 * Without an outlet only a few capitalised words before a dash between blanks
 * count.  A dash alone is what is left of a dateline that was cut off.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/dateline.h"

#include "core/byte.h"
#include "core/outlet.h"

#define MOST_BYTES 100
#define MOST_WORDS 8

typedef struct Dateline
{
	const char *end;			/* of the text that may belong to it */
	int			words;			/* of places */
	int			words_after;	/* ... behind the outlet */
	bool		outlet;
	bool		address;		/* the outlet is an address of the web */
	bool		comma;			/* a comma stands behind the outlet */
} Dateline;

/* White space, line ends included. */
static const char *
skip_space(const char *p, const char *end)
{
	for (;;)
	{
		p = byte_skip_blanks(p, end);
		if (p == end || *p != '\n')
			return p;
		p++;
	}
}

static const char *
word_end(const char *p, const char *end)
{
	for (; p < end; p++)
	{
		if (byte_letter(*p) || byte_digit(*p) || *p == '\'')
			continue;
		if ((*p == '.' || *p == '-') && p + 1 < end && byte_letter(p[1]) && (*p == '.' || byte_lower(p[1])))
			continue;
		break;
	}
	return p;
}

/* Reads an outlet's name at p: one to four words. */
static const char *
outlet_end(const char *p, const char *end, bool *address)
{
	const char *stop = word_end(p, end),
			   *last = NULL;
	Outlet		found;

	*address = outlet_address(span_of(p, (size_t) (stop - p)));
	if (*address)
		last = stop;
	for (int words = 1; words <= 4 && stop > p; words++)
	{
		if ((byte_upper(*p) || byte_lower(*p)) && outlet_find(span_of(p, (size_t) (stop - p)), &found) && (found.use == OUTLET_ALONE || byte_upper(stop[-1])))
			last = stop;
		if (stop == end || *stop != ' ')
			break;
		stop = word_end(stop + 1, end);
	}
	if (last == NULL && stop - p > 5 && byte_upper(*p) && memcmp(stop - 4, "news", 4) == 0)
		last = stop;
	return last;
}

/* Does running text begin at p: a capital, a digit or a quotation mark? */
static bool
text_begins(const char *p, const char *end)
{
	p = skip_space(p, end);
	return p < end && (byte_upper(*p) || byte_digit(*p) || byte_quote(p, end) || *p == '\'' || (unsigned char) *p >= 0xC3 || *p == ',' || *p == '(');
}

/* "KONTAN.CO.ID - JAKARTA." goes on behind its dash. */
static const char *
place_behind(const char *p, const char *end)
{
	const char *from = byte_skip_blanks(p, end),
			   *stop = from;

	while (stop < end && (byte_upper(*stop) || *stop == ' ' || *stop == '/'))
		stop++;
	if (stop - from >= 4 && stop - from < 40 && stop < end && *stop == '.' && byte_upper(stop[-1]) && text_begins(stop + 1, end))
		return stop + 1;
	/* "jpnn.com - JAKARTA - Menteri" */
	if (stop - from >= 4 && stop - from < 40 && stop[-1] == ' ' && byte_dash(stop, end) && byte_blank(stop + byte_dash(stop, end), end) &&
		text_begins(stop + byte_dash(stop, end), end))
		return stop + byte_dash(stop, end);
	return p;
}

/* Ends the dateline at the dash of n bytes at p, or returns NULL. */
static const char *
at_dash(const Dateline *d, const char *start, const char *p, uint32_t n, const char *end)
{
	const char *after = p + n;

	while (after < end && byte_dash(after, end))
		after += byte_dash(after, end);
	if (!text_begins(after, end))
		return NULL;
	if (d->outlet)
		return d->words == 0 ? place_behind(after, end) : after;
	if (memchr(start, '\n', (size_t) (p - start)) != NULL)
		return NULL;
	if (d->words == 0)
		return p == start ? after : NULL;
	if (d->words > 4 || !byte_blank_before(start, p) || (n == 1 && !byte_blank(p + 1, end)))
		return NULL;
	return after;
}

/* Reads the word at p: an outlet or a part of a place; NULL: neither. */
static const char *
at_word(Dateline *d, const char *p)
{
	bool		address;
	const char *stop = d->outlet ? NULL : outlet_end(p, d->end, &address);

	if (stop != NULL)
	{
		d->outlet = true;
		d->address = address;
		return stop;
	}
	stop = word_end(p, d->end);
	if (stop == p || !byte_upper(*p))
		return NULL;
	for (const char *q = p; q < stop; q++)
		if (byte_digit(*q))
			return NULL;
	d->words++;
	d->words_after += d->outlet;
	return d->words > MOST_WORDS ? NULL : stop;
}

/* The end at a mark, or NULL; *fallback: the end where no mark comes. */
static const char *
dateline_scan(const char *p, const char *end, bool outlet, const char **fallback)
{
	const char *start = p;
	Dateline	d = {end - p > MOST_BYTES ? p + MOST_BYTES : end, 0, 0, false, false, false};

	while (p < d.end)
	{
		const char *next = skip_space(p, d.end);
		uint32_t	dash = byte_dash(next, d.end);

		if (next < d.end && p > start && memchr(p, '\n', (size_t) (next - p)) != NULL &&
			p[-1] != '(' && p[-1] != ',' && *next != ')' && *next != '(' && !dash)
			return NULL;
		/* "Liputan6.com, Jakarta Presiden": no dash at all. */
		if (d.address && d.comma && d.words_after == 1 && next > p && next < end && byte_upper(*next))
			*fallback = *fallback ? *fallback : p;
		p = next;
		if (p == d.end)
			break;
		if (dash)
			return d.outlet || !outlet ? at_dash(&d, start, p, dash, end) : NULL;
		if (*p == ':' && d.outlet && d.words > 0 && text_begins(p + 1, end))
			return p + 1;
		if (*p == '.' && d.outlet && !d.address && byte_blank(p + 1, end) && text_begins(p + 1, end))
			return p + 1;
		if (*p == ',' || *p == '(' || *p == ')' || *p == '/')
		{
			d.comma |= *p == ',' && d.outlet;
			p++;
			continue;
		}
		p = at_word(&d, p);
		if (p == NULL)
			return NULL;
	}
	return NULL;
}

const char *
dateline_end(const char *p, const char *end, bool outlet)
{
	const char *fallback = NULL;
	const char *found;
	size_t		near = end - p > MOST_BYTES ? MOST_BYTES : (size_t) (end - p);

	/* Without any of its marks nearby there is none. */
	if (memchr(p, '-', near) == NULL && memchr(p, '\xE2', near) == NULL && memchr(p, ':', near) == NULL &&
		memchr(p, '.', near < 24 ? near : 24) == NULL)
		return NULL;
	found = dateline_scan(p, end, outlet, &fallback);

	return found ? found : fallback;
}
