/*
 * Speed of all three signatures of texts, without the server.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/signature.h"
#include "bench.h"

static uint64_t
work(Span text)
{
	uint64_t	hash = 0;
	MinHash		m;
	Winnow		winnow;

	signature_read(text, &hash, &m, &winnow);
	hash += m.slot[0] + winnow.n;
	winnow_free(&winnow);
	return hash;
}

int
main(int argc, char **argv)
{
	return bench_main(argc, argv, "signatures core", work, 0.05, 0.10);
}
