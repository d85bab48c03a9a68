/*
 * The three signatures of a text, from one reading.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/signature.h"

#include "core/shingle.h"

/* The shingles that end in this batch, or after the last one that of a short text. */
static uint32_t
shingles(const ShingleBatch *batch, bool more, uint32_t n, uint64_t *hash)
{
	if (more)
		return shingle_batch_hashes(batch, n, hash);
	return shingle_batch_short(batch, n, hash);
}

uint64_t
signature_read(Span text, uint64_t *simhash, MinHash *minhash, Winnow *winnow)
{
	ShingleBatch batch;
	SimHash		sim;
	uint64_t	hash[SHINGLE_BATCH];
	bool		more;

	if (simhash)
		simhash_start(&sim, text.len);
	if (minhash)
		minhash_start(minhash, SHINGLE_PROFILE);
	if (winnow)
		winnow_start(winnow, text.len);
	shingle_batch_open(&batch, text);
	do
	{
		more = shingle_batch_next(&batch);
		if (simhash)
			simhash_add(&sim, hash, shingles(&batch, more, SIMHASH_N, hash));
		if (minhash)
			minhash_add(minhash, hash, shingles(&batch, more, MINHASH_N, hash));
		if (winnow)
			winnow_add(winnow, hash, shingles(&batch, more, WINNOW_N, hash));
	} while (more);
	if (simhash)
		*simhash = simhash_finish(&sim);
	if (minhash && batch.words < MINHASH_N)
		minhash->flags |= SIGNATURE_SHORT;
	if (winnow)
		winnow_finish(winnow);
	return batch.words;
}
