/*
 * Speed of the clean text, without the server.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/article.h"
#include "bench.h"

static char out[1 << 20];

static uint64_t
work(Span text)
{
	return text.len < sizeof(out) ? article_clean(text, NULL, out) : 0;
}

int
main(int argc, char **argv)
{
	return bench_main(argc, argv, "clean core", work, 0.12, 0.40);
}
