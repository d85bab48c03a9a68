/*
 * Speed of SimHashes of texts, without the server.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/signature.h"
#include "bench.h"

static uint64_t
work(Span text)
{
	uint64_t	hash = 0;

	signature_read(text, &hash, NULL, NULL);
	return hash;
}

int
main(int argc, char **argv)
{
	return bench_main(argc, argv, "simhash core", work, 0.10, 0.13);
}
