/*
 * A text with its quotations and speakers marked.
 *
 * The marks are swept in order of their beginnings with a stack of those that are
 * open.  Only the innermost one is written as open at any time: where another
 * begins within it, it is closed and opened again behind that one.  So marks that
 * overlap without being nested come out right in every format, and a mark costs a
 * bounded number of tags however deep it lies.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/highlight.h"

#include "core/host.h"
#include "core/utf8.h"

/* Marks that lie deeper are left out. */
#define DEPTH 8
#define BREATH 4096

typedef struct Sweep
{
	HighlightOut *out;
	Span		text;
	HighlightFormat format;
	uint32_t	at;				/* written up to here */
	const HighlightMark *open[DEPTH];
	int			depth;
} Sweep;

static void
put(HighlightOut *out, const char *at, size_t n)
{
	if (out->len + n > out->room)
	{
		out->room = (out->len + n) * 2 + 256;
		out->at = berita_grow(out->at, out->room);
	}
	memcpy(out->at + out->len, at, n);
	out->len += n;
}

static void
put_string(HighlightOut *out, const char *s)
{
	put(out, s, strlen(s));
}

static void
put_html(HighlightOut *out, char c)
{
	switch (c)
	{
		case '&':
			put_string(out, "&amp;");
			break;
		case '<':
			put_string(out, "&lt;");
			break;
		case '>':
			put_string(out, "&gt;");
			break;
		case '"':
			put_string(out, "&quot;");
			break;
		case '\'':
			put_string(out, "&#39;");
			break;
		case '\n':
			put_string(out, "<br>\n");
			break;
		default:
			/* Controls are no HTML. */
			if ((unsigned char) c < 0x20 && c != '\t')
				put_string(out, " ");
			else
				put(out, &c, 1);
	}
}

/* Controls, which a terminal would obey, are shown as ^X; those beyond ASCII, and broken bytes, as '?'. */
static size_t
put_ansi(HighlightOut *out, const char *p, const char *end)
{
	uint32_t	len;
	uint32_t	c = utf8_next(p, end, &len);

	if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F)
	{
		char		shown = (char) (c ^ 0x40);

		put(out, "^", 1);
		put(out, &shown, 1);
	}
	else if (c == UTF8_INVALID || (c >= 0x80 && c < 0xA0))
		put(out, "?", 1);
	else
		put(out, p, len);
	return len;
}

/* Every mark that Markdown may read is given a backslash. */
static void
put_markdown(HighlightOut *out, char c)
{
	bool		letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');

	if (c > ' ' && c < 0x7F && !letter && memchr(",;:?/'\"%$@^=", c, 12) == NULL)
		put(out, "\\", 1);
	if (c == '\n')
		put(out, "\n\n", 2);		/* each line is a paragraph */
	else if ((c == ' ' || c == '\t') && (out->len == 0 || out->at[out->len - 1] == '\n'))
		return;					/* indented lines would be code */
	else if ((unsigned char) c < 0x20)
		put(out, " ", 1);
	else
		put(out, &c, 1);
}

/* The bytes from .. until of some text, escaped. */
static void
put_escaped(HighlightOut *out, HighlightFormat format, const char *from, const char *until)
{
	const char *breath = from + BREATH;

	for (const char *p = from; p < until;)
	{
		if (p >= breath)
		{
			berita_breathe();
			breath = p + BREATH;
		}
		if (format == HIGHLIGHT_ANSI)
			p += put_ansi(out, p, until);
		else if (format == HIGHLIGHT_HTML)
			put_html(out, *p++);
		else
			put_markdown(out, *p++);
	}
}

/* A label, which stays in one line. */
static void
put_name(HighlightOut *out, HighlightFormat format, Span name)
{
	const char *p = name.at,
			   *end = name.at + name.len;

	while (p < end)
	{
		const char *newline = memchr(p, '\n', (size_t) (end - p));

		put_escaped(out, format, p, newline ? newline : end);
		if (newline)
			put(out, " ", 1);
		p = newline ? newline + 1 : end;
	}
}

static const char *const ansi_open[] = {"\033[33m", "\033[1;36m", "\033[4m"};

static void
tag_open(Sweep *s, const HighlightMark *m)
{
	HighlightOut *out = s->out;

	if (s->format == HIGHLIGHT_ANSI)
		put_string(out, ansi_open[m->kind]);
	if (s->format != HIGHLIGHT_HTML)
		return;
	put_string(out, m->kind == HIGHLIGHT_QUOTE ? "<mark class=\"berita-quote" : m->kind == HIGHLIGHT_MENTION ? "<b class=\"berita-speaker" : "<i class=\"berita-cue");
	if (m->class.len)
	{
		put_string(out, " ");
		put_name(out, HIGHLIGHT_HTML, m->class);
	}
	put_string(out, "\"");
	if (m->label.len)
	{
		put_string(out, " title=\"");
		put_name(out, HIGHLIGHT_HTML, m->label);
		put_string(out, "\"");
	}
	put_string(out, ">");
}

static void
tag_close(Sweep *s, const HighlightMark *m)
{
	if (s->format == HIGHLIGHT_HTML)
		put_string(s->out, m->kind == HIGHLIGHT_QUOTE ? "</mark>" : m->kind == HIGHLIGHT_MENTION ? "</b>" : "</i>");
	else if (s->format == HIGHLIGHT_ANSI)
		put_string(s->out, "\033[0m");
}

/* The name of who speaks, behind the quotation; HTML has it in the tag. */
static void
put_label(Sweep *s, const HighlightMark *m)
{
	if (m->kind != HIGHLIGHT_QUOTE || m->label.len == 0 || s->format == HIGHLIGHT_HTML)
		return;
	put_string(s->out, s->format == HIGHLIGHT_ANSI ? " \033[2m[" : " \\[*");
	put_name(s->out, s->format, m->label);
	put_string(s->out, s->format == HIGHLIGHT_ANSI ? "]\033[0m" : "*\\]");
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* A run of the text within a mark of Markdown: its stars touch no white space and cross no line end. */
static void
put_starred(Sweep *s, const char *from, const char *until, const char *star)
{
	while (from < until)
	{
		const char *stop = memchr(from, '\n', (size_t) (until - from));
		const char *low = from,
				   *high;

		stop = stop ? stop : until;
		high = stop;
		while (low < stop && blank(*low))
			low++;
		while (high > low && blank(high[-1]))
			high--;
		put_escaped(s->out, s->format, from, low);
		if (high > low)
		{
			put_string(s->out, star);
			put_escaped(s->out, s->format, low, high);
			put_string(s->out, star);
		}
		put_escaped(s->out, s->format, high, stop);
		if (stop < until)
			put_escaped(s->out, s->format, stop, stop + 1);
		from = stop < until ? stop + 1 : until;
	}
}

/* Writes the text up to at in the innermost mark. */
static void
advance(Sweep *s, uint32_t at)
{
	const HighlightMark *m = s->depth ? s->open[s->depth - 1] : NULL;
	const char *from = s->text.at + s->at,
			   *until = s->text.at + at;

	if (at <= s->at)
		return;
	if (m && s->format == HIGHLIGHT_MARKDOWN && m->kind != HIGHLIGHT_CUE)
		put_starred(s, from, until, m->kind == HIGHLIGHT_QUOTE ? "**" : "*");
	else
		put_escaped(s->out, s->format, from, until);
	s->at = at;
}

/* Closes the innermost mark, and those around it that ended within it. */
static void
pop(Sweep *s)
{
	tag_close(s, s->open[s->depth - 1]);
	do
		put_label(s, s->open[--s->depth]);
	while (s->depth > 0 && s->open[s->depth - 1]->at + s->open[s->depth - 1]->len <= s->at);
	if (s->depth > 0)
		tag_open(s, s->open[s->depth - 1]);
}

/* a before b: the earlier one, of two that begin together the longer one. */
static bool
before(const HighlightMark *a, const HighlightMark *b)
{
	return a->at != b->at ? a->at < b->at : a->len > b->len;
}

/* Merge sort, which keeps the order of equals. */
static void
sort_marks(HighlightMark *mark, uint32_t n)
{
	HighlightMark *from = mark,
			   *to = berita_alloc((n + 1) * sizeof(HighlightMark)),
			   *other = to;

	for (uint32_t width = 1; width < n; width *= 2)
	{
		HighlightMark *swap = from;

		for (uint32_t low = 0; low < n; low += 2 * width)
		{
			uint32_t	a = low,
						mid = low + width < n ? low + width : n,
						b = mid,
						high = mid + width < n ? mid + width : n;

			for (uint32_t out = low; out < high; out++)
			{
				berita_breathe_each(out);
				to[out] = a < mid && (b >= high || !before(&from[b], &from[a])) ? from[a++] : from[b++];
			}
		}
		from = to;
		to = swap;
	}
	if (from != mark)
		memcpy(mark, from, n * sizeof(HighlightMark));
	berita_free(other);
}

void
highlight_text(HighlightOut *out, Span text, HighlightMark *mark, uint32_t n, HighlightFormat format)
{
	Sweep		s = {out, text, format, 0, {NULL}, 0};

	out->len = 0;
	out->room = text.len + text.len / 4 + 256;
	out->at = berita_alloc(out->room);
	sort_marks(mark, n);
	for (uint32_t i = 0; i < n; i++)
	{
		const HighlightMark *m = &mark[i];

		berita_breathe_each(i);
		if (m->len == 0 || m->len > text.len || m->at > text.len - m->len)
			continue;
		if (i > 0 && m->at == mark[i - 1].at && m->len == mark[i - 1].len)
			continue;
		while (s.depth > 0 && s.open[s.depth - 1]->at + s.open[s.depth - 1]->len <= m->at)
		{
			advance(&s, s.open[s.depth - 1]->at + s.open[s.depth - 1]->len);
			pop(&s);
		}
		if (s.depth == DEPTH)
			continue;
		advance(&s, m->at);
		if (s.depth > 0)
			tag_close(&s, s.open[s.depth - 1]);
		s.open[s.depth++] = m;
		tag_open(&s, m);
	}
	while (s.depth > 0)
	{
		advance(&s, s.open[s.depth - 1]->at + s.open[s.depth - 1]->len);
		pop(&s);
	}
	advance(&s, (uint32_t) text.len);
}
