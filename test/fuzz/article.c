/*
 * Any bytes have lines, cuts, repeats, clean text and sources in their places;
 * clean text of whole characters is of whole characters.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/article.h"
#include "core/source.h"
#include "core/utf8.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(int truth)
{
	if (!truth)
		abort();
}

static void
check_place(Span text, Place p)
{
	demand(p.at <= text.len && p.len <= text.len - p.at);
	demand(p.chars_at == utf8_length(span_of(text.at, p.at)) && p.chars == utf8_length(span_at(text, p)));
}

/* Lines tile the text but for their newlines; cuts lie in order within lines. */
static void
check_article(const Article *a)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < a->lines; i++)
	{
		const Line *l = &a->line[i];

		check_place(a->text, l->place);
		demand(l->place.at == at && l->repeat_of < l->number && l->class <= LINE_BLANK && l->reason.len > 0);
		at += l->place.len + 1;
	}
	demand(at == a->text.len || at == a->text.len + 1);
	at = 0;
	for (uint32_t i = 0; i < a->cuts; i++)
	{
		check_place(a->text, a->cut[i].place);
		demand(a->cut[i].place.at >= at && a->cut[i].first + a->cut[i].tokens <= a->tokens.n);
		at = a->cut[i].place.at + a->cut[i].place.len;
	}
	at = 0;
	for (uint32_t i = 0; i < a->repeats; i++)
	{
		const Repeat *r = &a->repeat[i];

		check_place(a->text, r->place);
		check_place(a->text, r->first);
		demand(r->place.at >= at && r->first.at + r->first.len <= r->place.at);
		at = r->place.at + r->place.len;
	}
}

static void
check_sources(const Article *a)
{
	SourceList	list;

	source_list(&list, a, NULL);
	for (uint32_t i = 0; i < list.n; i++)
	{
		const Source *s = &list.source[i];

		check_place(a->text, s->place);
		demand(s->place.len > 0 && s->name.len > 0 && s->repeat_of <= i);
		demand(i == 0 || s->place.at >= s[-1].place.at + s[-1].place.len);
	}
	source_list_free(&list);
}

static int
is_valid(Span text)
{
	const char *end = text.at + text.len;
	uint32_t	len;

	for (const char *p = text.at; p < end; p += len)
		if (utf8_next(p, end, &len) == UTF8_INVALID)
			return 0;
	return 1;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Span		text = span_of((const char *) data, size);
	Article		a;
	char	   *out = malloc(size + 1);
	size_t		n = article_clean(text, NULL, out);

	demand(n <= size);
	demand(!is_valid(text) || is_valid(span_of(out, n)));
	article_read(&a, text, NULL);
	check_article(&a);
	check_sources(&a);
	article_free(&a);
	free(out);
	return 0;
}
