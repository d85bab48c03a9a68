/*
 * Speed of fingerprints of texts, without the server.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/signature.h"
#include "bench.h"

static uint64_t
work(Span text)
{
	Winnow		winnow;
	uint64_t	n;

	signature_read(text, NULL, NULL, &winnow);
	n = winnow.n;
	winnow_free(&winnow);
	return n;
}

int
main(int argc, char **argv)
{
	return bench_main(argc, argv, "fingerprints core", work, 0.10, 0.16);
}
