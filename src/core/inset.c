/*
 * Runs of boilerplate within a line.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/inset.h"

#include "core/byte.h"
#include "core/host.h"
#include "core/outlet.h"
#include "core/reach.h"

#define BREATH 4096
/* Keywords of the article may follow its initials, at most so many bytes of them. */
#define TAGS_BYTES 400

/* "(C) 2007 - 2018 Name, All Rights Reserved" begins with the sign, which may be mojibake. */
static const char *
rights_sign(const char *low, const char *p)
{
	const char *far = p - low > 90 ? p - 90 : low;

	for (const char *q = p; q - far >= 2; q--)
		if (q[-2] == '\xC2' && q[-1] == '\xA9')
			return q - far >= 4 && q[-4] == '\xC3' && q[-3] == '\x82' ? q - 4 : q - 2;
	return p;
}

/* The run at from .. until with the marks around it that belong to it. */
static void
widen(const char *low, const char *high, uint8_t class, const char **from, const char **until)
{
	const char *p = class == LINE_RIGHTS ? rights_sign(low, *from) : *from;

	if (p > low && p[-1] == '(' && (*until)[-1] == ')')
	{
		p--;
		if (*until < high && **until == '.')
			(*until)++;
	}
	while (p > low && (p[-1] == '>' || p[-1] == '*'))
		p--;
	*from = p;
}

const char *
inset_initials(const char *from, const char *end)
{
	const char *stop = byte_back_blanks(from, end),
			   *open = stop,
			   *before;
	char		bracket;
	bool		blank = false,
				name = false;

	while (stop > from && (stop[-1] == '*' || stop[-1] == '-'))
		stop--;
	if (stop == from)
		return byte_back_blanks(from, end) - stop > 0 ? stop : NULL;
	bracket = stop[-1] == ')' ? '(' : stop[-1] == ']' ? '[' : '\0';
	if (bracket == '\0')
		return stop < byte_back_blanks(from, end) && stop[-1] == '.' && end - stop > 2 ? stop : NULL;
	for (open = stop - 1; open > from && stop - open < 90 && open[-1] != bracket; open--)
	{
		if (open[-1] == ' ')
			blank = true;
		if (open[-1] == '"' || open[-1] == '(' || open[-1] == ')' || open[-1] == '\n')
			return NULL;
		if (byte_letter(open[-1]))
			name = true;
	}
	if (open == from || open[-1] != bracket)
		return NULL;
	if (blank)
	{
		const char *word = open;
		Outlet		outlet;

		while (word < stop && (byte_letter(*word) || byte_digit(*word) || *word == '.'))
			word++;
		if (!outlet_address(span_of(open, (size_t) (word - open))) && !outlet_find(span_of(open, (size_t) (word - open)), &outlet))
			return NULL;
	}
	else if (!name && stop - open > 4)
		return NULL;
	else if (stop - open > 40)
		return NULL;
	open--;
	before = byte_back_blanks(from, open);
	if (before == from || before[-1] == '.' || before[-1] == '!' || before[-1] == '?' || byte_quote_before(from, before) ||
		before[-1] == ']' || before[-1] == ')' || before[-1] == ':')
		return open;
	return NULL;
}

/* "(abc/def) keywords of the article": the initials, where nothing but keywords follows; NULL: none. */
static const char *
initials_before_tags(const char *from, const char *end, const char **tags)
{
	const char *low = end - from > TAGS_BYTES ? end - TAGS_BYTES : from;

	for (const char *p = end; p > low; p--)
	{
		const char *slash;

		if (p[-1] == '.' || p[-1] == '"' || p[-1] == '?')
			return NULL;
		if (p[-1] != ')' || p == end || !byte_blank(p, end) || !byte_lower(*byte_skip_blanks(p, end)))
			continue;
		slash = p - 1;
		while (slash > low && byte_lower(slash[-1]))
			slash--;
		if (slash == low || slash[-1] != '/' || p - slash < 3)
			return NULL;
		*tags = p;
		return inset_initials(from, p);
	}
	return NULL;
}

/* Adds initials and the keywords behind them at the end of a line, from where cuts end at low. */
static void
cut_tail(Layout *layout, const char *low, const char *tail, const char *tags, const char *end)
{
	if (tail == NULL || tail < low)
		return;
	layout_add_cut(layout, tail, tags, LINE_BYLINE);
	if (tags < end)
		layout_add_cut(layout, byte_skip_blanks(tags, end), end, LINE_JUNK);
}

/* Initials may stand before a player at the end: "(abc/def) [Gambas:Video]". */
static void
initials_before_last(Layout *layout, uint32_t before, const char *from)
{
	LayoutCut	last = layout->cut[layout->cuts - 1];
	const char *at = layout->text.at + last.at;
	const char *low = layout->cuts - 1 > before ? layout->text.at + layout->cut[layout->cuts - 2].at + layout->cut[layout->cuts - 2].len : from;
	const char *initials = inset_initials(low, at);

	if (initials == NULL)
		return;
	layout->cuts--;
	layout_add_cut(layout, initials, byte_back_blanks(initials, at), LINE_BYLINE);
	layout_add_cut(layout, at, at + last.len, (LineClass) last.class);
}

void
inset_scan(Layout *layout, uint32_t n, const char *from, Boiler *opens)
{
	Span		line = layout_text(layout, &layout->line[n]);
	const char *low = from,
			   *end = byte_back_blanks(from, line.at + line.len),
			   *breath = from + BREATH,
			   *tags = end,
			   *tail;
	uint32_t	before = layout->cuts;
	const char *first = byte_skip_blanks(from, end);

	opens->class = LINE_BODY;
	tail = inset_initials(from, end);
	if (tail == NULL && end - from > 8)
		tail = initials_before_tags(from, end, &tags);
	for (const char *p = boilerplate_next(first, end); p < end; p = boilerplate_next(p, end))
	{
		Boiler		found;
		const char *until;

		if (p > breath)
		{
			berita_breathe();
			breath = p + BREATH;
		}
		if (!boilerplate_at(p, end, &found) || (until = reach_end(layout->text, p, end, &found, p == first)) == NULL)
		{
			p++;
			continue;
		}
		if (p == first)
			*opens = found;
		widen(low, end, found.class, &p, &until);
		if (tail != NULL && until > tail)
		{
			if (p >= tail)
				break;
			until = tail;
		}
		layout_add_cut(layout, p, until, (LineClass) found.class);
		low = p = until;
	}
	cut_tail(layout, low, tail, tags, end);
	if (tail == NULL && layout->cuts > before && low == end)
		initials_before_last(layout, before, from);
}
