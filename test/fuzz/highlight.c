/*
 * Whatever the text and the marks, nothing of the text gets out unescaped: HTML
 * holds our tags and no others, properly nested; a terminal sees our colours only.
 *
 * The first bytes make the marks, the rest is the text and the label.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>
#include <string.h>

#include "core/highlight.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MARKS 12

static void
demand(int truth)
{
	if (!truth)
		abort();
}

static int
starts(const char *p, const char *end, const char *with)
{
	size_t		n = strlen(with);

	return (size_t) (end - p) >= n && memcmp(p, with, n) == 0;
}

/* A tag of ours opens, with quoted attributes; returns what is behind it. */
static const char *
our_tag(const char *p, const char *end)
{
	int			quotes = 0;

	demand(starts(p, end, "<mark class=\"berita-quote") || starts(p, end, "<b class=\"berita-speaker") || starts(p, end, "<i class=\"berita-cue"));
	for (p++; p < end && *p != '>'; p++)
	{
		demand(*p != '<');
		quotes += *p == '"';
	}
	demand(p < end && quotes % 2 == 0);
	return p + 1;
}

static void
check_html(Span out)
{
	const char *end = out.at + out.len;
	int			open = 0;

	for (const char *p = out.at; p < end;)
	{
		if (starts(p, end, "<br>"))
			p += 4;
		else if (starts(p, end, "</"))
		{
			demand(--open >= 0);
			p = (const char *) memchr(p, '>', (size_t) (end - p)) + 1;
		}
		else if (*p == '<')
		{
			demand(++open == 1);	/* one at a time */
			p = our_tag(p, end);
		}
		else
		{
			demand(*p != '>' && *p != '"' && *p != '\'');
			if (*p == '&')
				demand(starts(p, end, "&amp;") || starts(p, end, "&lt;") || starts(p, end, "&gt;") || starts(p, end, "&quot;") || starts(p, end, "&#39;"));
			p++;
		}
	}
	demand(open == 0);
}

static void
check_ansi(Span out)
{
	static const char *const ours[] = {"\033[33m", "\033[1;36m", "\033[4m", "\033[0m", "\033[2m"};
	const char *end = out.at + out.len;

	for (const char *p = out.at; p < end; p++)
	{
		int			known = 0;

		demand((unsigned char) *p >= 0x20 || *p == '\n' || *p == '\t' || *p == '\033');
		demand(!(*p == '\xC2' && p + 1 < end && (unsigned char) p[1] < 0xA0));
		if (*p != '\033')
			continue;
		for (int i = 0; i < 5; i++)
			known |= starts(p, end, ours[i]);
		demand(known);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	HighlightMark mark[MARKS],
				copy[MARKS];
	HighlightOut out;
	Span		text;

	if (size < 2 * MARKS)
		return 0;
	text = span_of((const char *) data + 2 * MARKS, size - 2 * MARKS);
	for (int i = 0; i < MARKS; i++)
	{
		mark[i].at = data[2 * i];
		mark[i].len = data[2 * i + 1];
		mark[i].kind = data[2 * i] % 3;
		mark[i].label = span_of(text.at, text.len < 20 ? text.len : 20);
		mark[i].class = span_of("direct", 6);
	}
	for (int format = HIGHLIGHT_HTML; format <= HIGHLIGHT_ANSI; format++)
	{
		memcpy(copy, mark, sizeof(mark));
		highlight_text(&out, text, copy, MARKS, (HighlightFormat) format);
		if (format == HIGHLIGHT_HTML)
			check_html(span_of(out.at, out.len));
		else if (format == HIGHLIGHT_ANSI)
			check_ansi(span_of(out.at, out.len));
		free(out.at);
	}
	return 0;
}
