/*
 * How fast the core makes tokens, against a loop over the bytes.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "bench.h"
#include "core/token.h"

static uint64_t
work(Span text)
{
	TokenList	list;
	uint64_t	n;

	token_list(&list, text);
	n = list.n;
	token_list_free(&list);
	return n;
}

int
main(int argc, char **argv)
{
	return bench_main(argc, argv, "tokens core", work, 0.15, 0.35);
}
