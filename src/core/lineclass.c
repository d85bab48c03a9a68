/*
 * What each line of a news text is.
 *
 * Three passes.  First the lines are parted and the dateline is found, which may
 * run over line ends; what stands before it is the head.  Then each line is asked
 * what it says of itself: marks only, a moment, a photo credit, phrases of
 * boilerplate.  A line that is boilerplate from end to end takes the class of what
 * opens it; a line that also holds text stays body, with cuts.  Last, what only
 * the neighbours tell: title, deck, caption, subhead, the lists below "Tags:".
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/lineclass.h"

#include "core/byte.h"
#include "core/dateline.h"
#include "core/headline.h"
#include "core/host.h"
#include "core/inset.h"
#include "core/lineshape.h"

/* A head has at most so many lines with text, and none longer than this. */
#define HEAD_LINES 10
#define HEAD_BYTES 300
/* How far a deck reaches at most that is glued before the dateline. */
#define DECK_BYTES 400

static void
set_class(LayoutLine *line, LineClass class, Span reason)
{
	line->class = (uint8_t) class;
	line->reason = reason;
}

#define SET_CLASS(line, class, reason) set_class(line, class, span_of(reason, sizeof(reason) - 1))

static Span
trimmed(const Layout *layout, uint32_t n)
{
	return byte_trim(layout_text(layout, &layout->line[n]));
}

/* Parts the text into lines, body or blank. */
static void
part_lines(Layout *layout)
{
	const char *p = layout->text.at,
			   *end = p + layout->text.len;

	while (p < end)
	{
		const char *newline = memchr(p, '\n', (size_t) (end - p));
		const char *stop = newline ? newline : end;
		LayoutLine *line = layout_add_line(layout);

		if ((layout->lines & 63) == 0)
			berita_breathe();
		line->at = (uint32_t) (p - layout->text.at);
		line->len = (uint32_t) (stop - p);
		line->repeat_of = line->cut = line->cuts = 0;
		if (byte_skip_blanks(p, stop) == stop)
			SET_CLASS(line, LINE_BLANK, "blank");
		else
			SET_CLASS(line, LINE_BODY, "text");
		p = newline ? newline + 1 : end;
	}
}

/* The first line from n on that is not blank; the number of lines where none is. */
static uint32_t
next_line(const Layout *layout, uint32_t n)
{
	berita_breathe_each(n);
	while (n < layout->lines && layout->line[n].class == LINE_BLANK)
		berita_breathe_each(n++);
	return n;
}

/*
 * Finds the dateline: at the beginning of one of the first lines, or glued behind
 * a deck.  from is set to where it begins; returns its end, or NULL.
 */
static const char *
find_dateline(const Layout *layout, const char **from)
{
	const char *end = layout->text.at + layout->text.len;
	uint32_t	n = next_line(layout, 0);

	for (int seen = 0; n < layout->lines && seen < HEAD_LINES; seen++, n = next_line(layout, n + 1))
	{
		Span		line = trimmed(layout, n);
		const char *found = dateline_end(line.at, end, seen > 0 && !shape_place(line));

		*from = line.at;
		if (found)
			return found;
		if (line.len > HEAD_BYTES)
			break;
	}
	n = next_line(layout, 0);
	if (n < layout->lines)
	{
		Span		line = trimmed(layout, n);
		const char *stop = line.at + (line.len < DECK_BYTES ? line.len : DECK_BYTES);

		for (const char *p = line.at + 1; p < stop; p++)
			if (byte_upper(*p) && (p[-1] == '.' || p[-1] == '?' || byte_quote_before(line.at, p) || byte_lower(p[-1])))
			{
				const char *found = dateline_end(p, end, true);

				*from = p;
				if (found && memchr(".:", found[-1], 2) == NULL && !byte_letter(found[-1]))
					return found;
			}
	}
	return NULL;
}

/* Counts the bytes of letters and digits that no cut of the line covers. */
static bool
has_text(const Layout *layout, const LayoutLine *line)
{
	const char *p = layout->text.at + line->at;
	const char *end = p + line->len;

	for (uint32_t i = 0; i <= line->cuts; i++)
	{
		const LayoutCut *cut = i < line->cuts ? &layout->cut[line->cut + i] : NULL;
		const char *stop = cut ? layout->text.at + cut->at : end;

		for (; p < stop; p++)
			if (byte_letter(*p) || byte_digit(*p) || ((unsigned char) *p >= 0xC3 && (unsigned char) *p != 0xE2))
				return true;
		if (cut)
			p = stop + cut->len;
	}
	return false;
}

static bool
is_junk(const ArticleJunk *junk, Span line)
{
	for (uint32_t i = 0; junk != NULL && i < junk->n; i++)
		if (span_equal(byte_trim(junk->line[i]), line))
			return true;
	return false;
}

/* Classes line number n by what it says itself; its text begins at from. */
static void
read_line(Layout *layout, uint32_t n, const char *from, const ArticleJunk *junk, Boiler *opens)
{
	LayoutLine *line = &layout->line[n];
	Span		text = trimmed(layout, n);
	LineShape	shape;

	opens->class = LINE_BODY;
	if (is_junk(junk, text))
	{
		SET_CLASS(line, LINE_JUNK, "listed");
		layout->cuts = line->cut;
		return;
	}
	shape = shape_of(text);
	if (shape.class != LINE_BODY)
	{
		set_class(line, (LineClass) shape.class, shape.reason);
		layout->cuts = line->cut;
		return;
	}
	inset_scan(layout, n, from, opens);
	line = &layout->line[n];
	line->cuts = layout->cuts - line->cut;
	if (line->cuts == 0 || has_text(layout, line))
		return;
	if (opens->class != LINE_BODY)
		set_class(line, (LineClass) opens->class, opens->reason);
	else if (layout->cut[line->cut].class == LINE_BYLINE)
		SET_CLASS(line, LINE_BYLINE, "initials");
	else
		set_class(line, (LineClass) layout->cut[line->cut].class, span_of("boilerplate", 11));
	layout->cuts = line->cut;
	line->cuts = 0;
}

/* The lines below a heading such as "Tags:" or "Source:" belong to it. */
static uint32_t
read_list(Layout *layout, uint32_t n, const Boiler *heading)
{
	uint32_t	i = next_line(layout, n + 1),
				last = n,
				names = 0;

	for (; i < layout->lines; i = next_line(layout, i + 1))
	{
		Boiler		other;
		Span		text = trimmed(layout, i);

		if (text.len > 160 || shape_sentence(text) || (heading->until == BOILER_TO_NAMES && names > 0) ||
			boilerplate_at(text.at, text.at + text.len, &other))
			break;
		set_class(&layout->line[i], (LineClass) heading->class, heading->reason);
		layout->line[i].cut = layout->cuts;
		layout->line[i].cuts = 0;
		names++;
		last = i;
	}
	return last;
}

/* "Baca juga:" alone in its line: the headline stands in the next. */
static uint32_t
read_below(Layout *layout, uint32_t n, const Boiler *heading)
{
	uint32_t	i = next_line(layout, n + 1);
	Span		head = trimmed(layout, n),
				text;

	if (i == layout->lines || head.len > heading->phrase + 4u || head.at[head.len - 1] != ':')
		return n;
	text = trimmed(layout, i);
	if (text.len > 200 || shape_sentence(text) || byte_lower(*text.at))
		return n;
	set_class(&layout->line[i], (LineClass) heading->class, heading->reason);
	layout->line[i].cut = layout->cuts;
	layout->line[i].cuts = 0;
	return i;
}

/* What the lines before the dateline are: titles end without a mark, decks with one. */
static void
read_head(Layout *layout, uint32_t dateline)
{
	for (uint32_t i = 0; i < dateline; i++)
	{
		LayoutLine *line = &layout->line[i];
		Span		text = trimmed(layout, i);

		if (line->class != LINE_BODY || line->cuts > 0 || text.len > HEAD_BYTES)
			continue;
		if (shape_sentence(text))
			SET_CLASS(line, LINE_DECK, "before-dateline");
		else
			SET_CLASS(line, LINE_TITLE, "before-dateline");
	}
}

/* The first line, where it reads as a headline and text follows. */
static void
read_title(Layout *layout)
{
	uint32_t	n = next_line(layout, 0),
				next;
	Span		text;

	if (n == layout->lines || layout->line[n].class != LINE_BODY || layout->line[n].cuts > 0)
		return;
	next = next_line(layout, n + 1);
	text = trimmed(layout, n);
	if (next == layout->lines || !shape_heading(text, 200) || byte_lower(*trimmed(layout, next).at))
		return;
	if (headline_like(text.at, text.at + text.len) || next > n + 1 || layout->line[next].class != LINE_BODY)
		SET_CLASS(&layout->line[n], LINE_TITLE, "first-line");
}

/* Captions and decks between a title and the text: only the neighbours tell. */
static void
read_captions(Layout *layout)
{
	uint32_t	last = layout->lines;

	for (uint32_t i = next_line(layout, 0); i < layout->lines; i = next_line(layout, i + 1))
	{
		LayoutLine *line = &layout->line[i];
		uint32_t	next = next_line(layout, i + 1);
		Span		text = trimmed(layout, i);

		if (last < i && layout->line[last].class == LINE_BODY && !span_equal(trimmed(layout, last), text))
			return;				/* the text has begun */
		if (line->class == LINE_BODY && line->cuts == 0 && text.len < 200 && next < layout->lines)
		{
			if (layout->line[next].class == LINE_CREDIT && !shape_quoted(text))
				SET_CLASS(line, LINE_CAPTION, "before-credit");
			else if (last < i && layout->line[last].class == LINE_CREDIT && shape_one_sentence(text) &&
					 layout->line[next].class == LINE_BODY && trimmed(layout, next).len > text.len)
				SET_CLASS(line, LINE_DECK, "after-credit");
			if (line->class == LINE_CAPTION && last < i && layout->line[last].cuts == 0 && span_equal(trimmed(layout, last), text))
				SET_CLASS(&layout->line[last], LINE_CAPTION, "before-credit");
		}
		last = i;
	}
}

/* Is the line a paragraph's beginning, or the caption of a picture before one? */
static bool
paragraph(const Layout *layout, uint32_t n)
{
	Span		text = trimmed(layout, n);

	if (layout->line[n].class != LINE_BODY)
		return layout->line[n].class == LINE_CAPTION || layout->line[n].class == LINE_CREDIT;
	return text.len > 100 && !byte_lower(*text.at);
}

/* Short lines between paragraphs. */
static void
read_subheads(Layout *layout)
{
	uint32_t	last = layout->lines;

	for (uint32_t i = next_line(layout, 0); i < layout->lines; i = next_line(layout, i + 1))
	{
		LayoutLine *line = &layout->line[i];
		uint32_t	next = next_line(layout, i + 1);

		if (line->class == LINE_BODY && line->cuts == 0 && last < i && next < layout->lines && line->len < 80 &&
			shape_subhead(trimmed(layout, i)) &&
			(layout->line[last].class != LINE_BODY || shape_sentence(trimmed(layout, last))) &&
			paragraph(layout, next))
			SET_CLASS(line, LINE_SUBHEAD, "short-line");
		last = i;
	}
}

/* The dateline's lines and its cut; returns where the text begins behind it. */
static void
read_dateline(Layout *layout, uint32_t n, const char *from, const char *until)
{
	const char *text = layout->text.at;
	LayoutLine *line = &layout->line[n];
	const char *low = text + line->at;

	if (until >= low + line->len && until - low > (ptrdiff_t) line->len)
	{
		SET_CLASS(line, LINE_DATELINE, "dateline");
		return;
	}
	if (from < low)
		from = byte_skip_blanks(low, until);
	if (byte_skip_blanks(low, from) < from)
		layout_add_cut(layout, byte_skip_blanks(low, from), byte_back_blanks(low, from), LINE_DECK);
	layout_add_cut(layout, from, until, LINE_DATELINE);
}

void
lineclass_read(Layout *layout, const ArticleJunk *junk)
{
	const char *text = layout->text.at,
			   *from = NULL,
			   *until;
	uint32_t	dateline = 0;
	bool		head = true;

	part_lines(layout);
	until = find_dateline(layout, &from);
	for (uint32_t i = 0; i < layout->lines; i++)
	{
		LayoutLine *line = &layout->line[i];
		const char *begin = text + line->at,
				   *end = begin + line->len;
		Boiler		opens;

		if ((i & 15) == 0)
			berita_breathe();
		line->cut = layout->cuts;
		if (line->class != LINE_BODY)
			continue;
		if (until != NULL && from < end && until > begin)
		{
			dateline = head ? i : dateline;
			head = false;
			read_dateline(layout, i, from, until);
			line = &layout->line[i];
			if (line->class != LINE_BODY)
				continue;
			begin = until;
		}
		read_line(layout, i, begin, junk, &opens);
		if (opens.class == LINE_BODY || layout->line[i].class == LINE_BODY)
			continue;
		if (opens.until == BOILER_TO_LIST || opens.until == BOILER_TO_NAMES)
			i = read_list(layout, i, &opens);
		else if (opens.until == BOILER_TO_TITLE)
			i = read_below(layout, i, &opens);
	}
	if (dateline > 0)
		read_head(layout, dateline);
	else if (until == NULL)
		read_title(layout);
	read_captions(layout);
	read_subheads(layout);
}
