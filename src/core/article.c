/*
 * The lines of a news text, with its tokens and sentences; and its clean text.
 *
 * The layout is read from bytes (core/lineclass.h, core/repeat.h); here its places
 * are counted in characters and tied to the tokens.  article_clean() needs the
 * layout only.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/article.h"

#include "core/byte.h"
#include "core/chars.h"
#include "core/host.h"
#include "core/repeat.h"
#include "core/utf8.h"

static const char *const class_name[] = {
	"body", "title", "deck", "dateline", "caption", "credit",
	"byline", "rights", "related", "junk", "subhead", "blank"
};

const char *
line_class_name(LineClass class)
{
	return class_name[class];
}

/* The line that holds more than half of the text, or the number of lines: an article without lines. */
static uint32_t
main_line(const Layout *layout)
{
	for (uint32_t i = 0; i < layout->lines; i++)
	{
		berita_breathe_each(i);
		if (layout->line[i].class == LINE_BODY && layout->line[i].len > layout->text.len / 2)
			return i;
	}
	return layout->lines;
}

/* Puts the blocks of lines, which come first, and the n - lines blocks of sentences in the order of place. */
static void
merge_repeats(LayoutRepeat *repeat, uint32_t lines, uint32_t n)
{
	LayoutRepeat *copy;
	uint32_t	a = 0,
				b = lines,
				out = 0;

	if (lines == 0 || lines == n)
		return;
	copy = berita_alloc(lines * sizeof(LayoutRepeat));
	memcpy(copy, repeat, lines * sizeof(LayoutRepeat));
	while (a < lines)
	{
		berita_breathe_each(out);
		repeat[out++] = b < n && repeat[b].at < copy[a].at ? repeat[b++] : copy[a++];
	}
	berita_free(copy);
}

void
article_layout(Layout *layout, Span text, const ArticleJunk *junk, uint32_t min_repeat)
{
	uint32_t	n,
				lines;

	layout_open(layout, text);
	lineclass_read(layout, junk);
	repeat_lines(layout, min_repeat);
	lines = layout->repeats;
	n = main_line(layout);
	if (n == layout->lines)
		return;
	repeat_sentences(layout, n, min_repeat);
	merge_repeats(layout->repeat, lines, layout->repeats);
}

/* Walks forward through characters and tokens. */
typedef struct Walk
{
	Chars		chars;
	uint32_t	token;
} Walk;

/* The first token from n on that begins at byte at or behind it: strides that double, then halves. */
static uint32_t
token_at(const TokenList *tokens, uint32_t n, uint32_t at)
{
	uint32_t	low = n,
				high = n,
				stride = 1;

	for (; high < tokens->n && tokens->token[high].place.at < at; stride *= 2)
	{
		low = high + 1;
		high = stride < tokens->n - high ? high + stride : tokens->n;
	}
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (tokens->token[middle].place.at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Characters before byte at, before which n tokens begin: the last of them knows most of the way. */
static uint32_t
walk_chars(Walk *walk, const TokenList *tokens, uint32_t n, uint32_t at)
{
	if (n > 0)
	{
		const Place *p = &tokens->token[n - 1].place;

		if (p->at + p->len <= at)
			chars_skip(&walk->chars, p->at + p->len, p->chars_at + p->chars);
	}
	return chars_before(&walk->chars, at);
}

/* The place of len bytes from at, with the tokens that begin there; places come in reading order. */
static Place
walk_place(Walk *walk, const TokenList *tokens, uint32_t at, uint32_t len, uint32_t *first, uint32_t *count)
{
	Place		place = {at, len, 0, 0};

	*first = token_at(tokens, walk->token, at);
	place.chars_at = walk_chars(walk, tokens, *first, at);
	walk->token = token_at(tokens, *first, at + len);
	place.chars = walk_chars(walk, tokens, walk->token, at + len) - place.chars_at;
	*count = walk->token - *first;
	return place;
}

static void
read_lines(Article *article, const Layout *layout)
{
	Walk		walk;

	walk.token = 0;
	chars_open(&walk.chars, article->text);
	article->lines = layout->lines;
	article->line = berita_alloc(layout->lines * sizeof(Line));
	for (uint32_t i = 0; i < layout->lines; i++)
	{
		const LayoutLine *from = &layout->line[i];
		Line	   *line = &article->line[i];

		berita_breathe_each(i);
		line->place = walk_place(&walk, &article->tokens, from->at, from->len, &line->first, &line->tokens);
		line->number = i + 1;
		line->repeat_of = from->repeat_of;
		line->class = from->class;
		line->reason = from->reason;
	}
	chars_close(&walk.chars);
}

static void
read_cuts(Article *article, const Layout *layout)
{
	Walk		walk;

	walk.token = 0;
	chars_open(&walk.chars, article->text);
	article->cuts = layout->cuts;
	article->cut = berita_alloc(layout->cuts * sizeof(Cut));
	for (uint32_t i = 0; i < layout->cuts; i++)
	{
		const LayoutCut *from = &layout->cut[i];
		Cut		   *cut = &article->cut[i];

		berita_breathe_each(i);
		cut->place = walk_place(&walk, &article->tokens, from->at, from->len, &cut->first, &cut->tokens);
		cut->class = from->class;
	}
	chars_close(&walk.chars);
}

static void
read_repeats(Article *article, const Layout *layout)
{
	Chars		walk,
				first;

	chars_open(&walk, article->text);
	chars_open(&first, article->text);
	article->repeats = layout->repeats;
	article->repeat = berita_alloc(layout->repeats * sizeof(Repeat));
	for (uint32_t i = 0; i < layout->repeats; i++)
	{
		const LayoutRepeat *from = &layout->repeat[i];

		berita_breathe_each(i);
		article->repeat[i].place = chars_place(&walk, from->at, from->len);
		article->repeat[i].first = chars_place(&first, from->first, from->len);
		article->repeat[i].paragraphs = from->parts;
	}
	chars_close(&walk);
	chars_close(&first);
}

void
article_read(Article *article, Span text, const ArticleJunk *junk)
{
	Layout		layout;

	article->text = text;
	article_layout(&layout, text, junk, ARTICLE_MIN_REPEAT);
	token_list(&article->tokens, text);
	sentence_list(&article->sentences, text, &article->tokens);
	read_lines(article, &layout);
	read_cuts(article, &layout);
	read_repeats(article, &layout);
	layout_close(&layout);
}

void
article_free(Article *article)
{
	token_list_free(&article->tokens);
	sentence_list_free(&article->sentences);
	berita_free(article->line);
	berita_free(article->cut);
	berita_free(article->repeat);
}

/* Copies from .. until behind out; what a cut parted stays parted by one blank, and not by more. */
static char *
copy_piece(char *out, const char *line_start, const char *from, const char *until)
{
	size_t		n;

	if (out == line_start || out[-1] == ' ')
		from = byte_skip_blanks(from, until);
	else if (from < until && byte_blank(from, until) == 0 && (utf8_word(from, until) || byte_quote(from, until)))
		*out++ = ' ';
	n = (size_t) (until - from);
	memmove(out, from, n);
	return out + n;
}

/* Copies a body line without its cuts and the sentences that repeat. */
static char *
copy_line(const Layout *layout, const LayoutLine *line, uint32_t *repeat, char *out)
{
	const char *text = layout->text.at,
			   *p = text + line->at,
			   *end = p + line->len;
	char	   *start = out;
	uint32_t	cut = line->cut;

	end = byte_back_blanks(p, end);
	for (;;)
	{
		const char *stop = end,
				   *next = end;

		if (cut < line->cut + line->cuts)
		{
			stop = text + layout->cut[cut].at;
			next = stop + layout->cut[cut].len;
		}
		while (*repeat < layout->repeats && text + layout->repeat[*repeat].at < p)
			(*repeat)++;
		if (*repeat < layout->repeats && text + layout->repeat[*repeat].at < stop)
		{
			stop = text + layout->repeat[*repeat].at;
			next = stop + layout->repeat[*repeat].len;
		}
		if (stop > p)
			out = copy_piece(out, start, p, stop < end ? stop : end);
		while (cut < line->cut + line->cuts && text + layout->cut[cut].at < next)
			cut++;
		if (stop >= end || next >= end)
			break;
		p = next;
	}
	return (char *) byte_back_blanks(start, out);
}

size_t
article_clean(Span text, const ArticleJunk *junk, char *out)
{
	Layout		layout;
	char	   *start = out;
	uint32_t	repeat = 0;

	article_layout(&layout, text, junk, ARTICLE_MIN_REPEAT);
	for (uint32_t i = 0; i < layout.lines; i++)
	{
		const LayoutLine *line = &layout.line[i];
		char	   *from = out;

		berita_breathe_each(i);
		if (line->class != LINE_BODY || line->repeat_of != 0)
			continue;
		if (from > start)
			*out++ = '\n';
		if (line->cuts == 0 && layout.repeats == 0)
			out = copy_piece(out, out, text.at + line->at, byte_back_blanks(text.at + line->at, text.at + line->at + line->len));
		else
			out = copy_line(&layout, line, &repeat, out);
		if (out == from + (from > start))
			out = from;
	}
	layout_close(&layout);
	return (size_t) (out - start);
}
