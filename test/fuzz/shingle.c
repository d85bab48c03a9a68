/*
 * Any bytes give signatures; both readers of the shingle profile agree.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/shingle.h"
#include "core/signature.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Span		text = span_of((const char *) data, size);
	ShingleBatch batch;
	ShingleScan scan;
	Shingle		s;
	uint64_t	hash[SHINGLE_BATCH],
				simhash;
	MinHash		m;
	Winnow		w;
	uint64_t	words;

	shingle_open(&scan, text, 3);
	shingle_batch_open(&batch, text);
	while (shingle_batch_next(&batch))
		for (uint32_t i = 0, n = shingle_batch_hashes(&batch, 3, hash); i < n; i++)
			if (!shingle_next(&scan, &s) || s.hash != hash[i] || s.place.at + s.place.len > size)
				abort();
	if (shingle_batch_short(&batch, 3, hash) && (!shingle_next(&scan, &s) || s.hash != hash[0]))
		abort();
	if (shingle_next(&scan, &s))
		abort();
	words = signature_read(text, &simhash, &m, &w);
	if (words != batch.words || (words > 0) != (w.n > 0) || (words > 0 && !minhash_valid(&m)))
		abort();
	for (size_t i = 1; i < w.n; i++)
		if (w.print[i] <= w.print[i - 1])
			abort();
	winnow_free(&w);
	return 0;
}
