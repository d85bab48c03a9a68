/*
 * Speed of MinHashes of texts, without the server.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/signature.h"
#include "bench.h"

static uint64_t
work(Span text)
{
	MinHash		m;

	return signature_read(text, NULL, &m, NULL) + m.slot[0];
}

int
main(int argc, char **argv)
{
	return bench_main(argc, argv, "minhash core", work, 0.10, 0.19);
}
