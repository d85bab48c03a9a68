/*
 * How fast the core reads an article and finds its quotations, against a loop over the bytes.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "bench.h"
#include "core/article.h"
#include "core/quote.h"

static uint64_t
work(Span text)
{
	Article		article;
	QuoteOptions options = {0};
	QuoteList	list;
	uint64_t	n;

	article_read(&article, text, NULL);
	quote_list(&list, &article, &options);
	n = list.n;
	quote_list_free(&list);
	article_free(&article);
	return n;
}

int
main(int argc, char **argv)
{
	return bench_main(argc, argv, "quotes core", work, 0.02, 0.055);
}
