/*
 * Any bytes have quotations and people, in their places.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/quote.h"
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

static void
check_run(const Reading *r, Run run)
{
	if (run_empty(run))
		return;
	demand(run.to <= r->n);
	demand(reading_text(r, run.from, run.to, NULL) <= reading_place(r, run.from, run.to).len);
}

static void
check_quotes(const QuoteList *l, Span text)
{
	for (uint32_t i = 0; i < l->n; i++)
	{
		const Quote *q = &l->quote[i];

		check_place(text, q->place);
		check_place(text, q->cue);
		check_place(text, q->mention);
		check_run(&l->reading, q->span);
		check_run(&l->reading, q->around.via);
		check_run(&l->reading, q->around.addressee);
		check_run(&l->reading, q->around.medium);
		check_run(&l->reading, q->around.venue);
		check_run(&l->reading, q->around.when);
		demand(q->speaker == NOWHERE || q->speaker < l->persons.n);
		demand(q->second == NOWHERE || q->second < l->persons.n);
		demand(q->repeat_of < q->n && q->kind <= QUOTE_SCARE && q->polarity <= POLARITY_ASK);
	}
	for (uint32_t i = 0; i < l->persons.n; i++)
	{
		const Person *p = &l->persons.person[i];

		check_run(&l->reading, p->name);
		check_run(&l->reading, p->role);
		check_run(&l->reading, p->affiliation);
		for (int k = 0; k < p->aliases; k++)
			check_run(&l->reading, p->alias[k]);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Span		text = span_of((const char *) data, size);
	Article		article;
	QuoteList	quotes;
	QuoteOptions options = {false};

	article_read(&article, text, NULL);
	quote_list(&quotes, &article, &options);
	check_quotes(&quotes, text);
	quote_list_free(&quotes);
	article_free(&article);
	return 0;
}
