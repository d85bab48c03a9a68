/*
 * GIN operator classes of the three signatures: signature <@ ball.
 *
 *	simhash64		keys are the values of 2 to 4 blocks of bits (option blocks);
 *					the query lists all values near its own, so any distance works
 *	minhash128		keys are hashes of the 32 bands (option key_bits)
 *	fingerprint_set	keys are the fingerprints
 *
 * A row is a candidate if it has any of the keys; of a covering ball's keys, and
 * of a minhash's at a high threshold, it needs as many as the threshold asks.  All candidates are checked again, so the
 * options change size and speed and never rows.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "access/gin.h"
#include "access/reloptions.h"
#include "fmgr.h"

#include "core/simhash.h"
#include "pg/ball.h"
#include "pg/compat.h"

PG_FUNCTION_INFO_V1(berita_gin_simhash64_options);
PG_FUNCTION_INFO_V1(berita_gin_simhash64_value);
PG_FUNCTION_INFO_V1(berita_gin_simhash64_query);
PG_FUNCTION_INFO_V1(berita_gin_minhash128_options);
PG_FUNCTION_INFO_V1(berita_gin_minhash128_value);
PG_FUNCTION_INFO_V1(berita_gin_minhash128_query);
PG_FUNCTION_INFO_V1(berita_gin_fingerprint_set_value);
PG_FUNCTION_INFO_V1(berita_gin_fingerprint_set_query);
PG_FUNCTION_INFO_V1(berita_gin_consistent);

/* More lookups than this are dearer than reading everything. */
#define MAX_LOOKUPS 4096

/* One number is the option of either class. */
typedef struct GinOptions
{
	int32		vl_len_;
	int			number;
} GinOptions;

static int
option_or(FunctionCallInfo fcinfo, int otherwise)
{
	return PG_HAS_OPCLASS_OPTIONS() ? ((GinOptions *) PG_GET_OPCLASS_OPTIONS())->number : otherwise;
}

static Datum *
key_datums(const uint32 *key, uint32 n)
{
	Datum	   *datum = palloc(Max(n, 1) * sizeof(Datum));

	for (uint32 i = 0; i < n; i++)
		datum[i] = Int32GetDatum((int32) key[i]);
	return datum;
}

/* Sets the results of extractQuery. */
static Datum
query_keys(FunctionCallInfo fcinfo, const uint32 *key, uint32 n)
{
	*(int32 *) PG_GETARG_POINTER(1) = (int32) n;
	PG_RETURN_POINTER(key_datums(key, n));
}

/* Every row must be looked at. */
static Datum
query_all(FunctionCallInfo fcinfo)
{
	*(int32 *) PG_GETARG_POINTER(1) = 0;
	*(int32 *) PG_GETARG_POINTER(6) = GIN_SEARCH_MODE_ALL;
	PG_RETURN_POINTER(NULL);
}

Datum
berita_gin_simhash64_options(PG_FUNCTION_ARGS)
{
	local_relopts *options = (local_relopts *) PG_GETARG_POINTER(0);

	init_local_reloptions(options, sizeof(GinOptions));
	add_local_int_reloption(options, "blocks", "number of blocks of bits that are indexed: fewer keys, or fewer lookups at a large distance",
							SIMHASH_BLOCKS, SIMHASH_BLOCKS_MIN, SIMHASH_BLOCKS_MAX, offsetof(GinOptions, number));
	PG_RETURN_VOID();
}

Datum
berita_gin_simhash64_value(PG_FUNCTION_ARGS)
{
	uint64		hash = PG_GETARG_SIMHASH(0);
	uint32		blocks = (uint32) option_or(fcinfo, SIMHASH_BLOCKS);
	uint32		key[SIMHASH_BLOCKS_MAX];

	for (uint32 b = 0; b < blocks; b++)
		key[b] = simhash_key(hash, b, blocks);
	*(int32 *) PG_GETARG_POINTER(1) = (int32) blocks;
	PG_RETURN_POINTER(key_datums(key, blocks));
}

Datum
berita_gin_simhash64_query(PG_FUNCTION_ARGS)
{
	Ball	   *ball = PG_GETARG_BALL(0);
	uint32		blocks = (uint32) option_or(fcinfo, SIMHASH_BLOCKS);
	uint32		key[MAX_LOOKUPS];
	int32		distance = ball_distance(ball);
	uint64		n;

	if (ball->kind != BALL_HAMMING || distance < 0)
		return query_keys(fcinfo, key, 0);
	n = simhash_neighbours(ball->center.simhash, (uint32) distance, blocks, key, MAX_LOOKUPS);
	return n > MAX_LOOKUPS ? query_all(fcinfo) : query_keys(fcinfo, key, (uint32) n);
}

Datum
berita_gin_minhash128_options(PG_FUNCTION_ARGS)
{
	local_relopts *options = (local_relopts *) PG_GETARG_POINTER(0);

	init_local_reloptions(options, sizeof(GinOptions));
	add_local_int_reloption(options, "key_bits", "bits of a band's key: fewer make the index smaller, more make candidates fewer",
							MINHASH_KEY_BITS, MINHASH_KEY_BITS_MIN, MINHASH_KEY_BITS_MAX, offsetof(GinOptions, number));
	PG_RETURN_VOID();
}

Datum
berita_gin_minhash128_value(PG_FUNCTION_ARGS)
{
	uint32		key[MINHASH_BANDS];

	minhash_keys(PG_GETARG_MINHASH(0), (uint32) option_or(fcinfo, MINHASH_KEY_BITS), key);
	*(int32 *) PG_GETARG_POINTER(1) = MINHASH_BANDS;
	PG_RETURN_POINTER(key_datums(key, MINHASH_BANDS));
}

Datum
berita_gin_minhash128_query(PG_FUNCTION_ARGS)
{
	Ball	   *ball = PG_GETARG_BALL(0);
	uint32		key[MINHASH_BANDS];

	/* Not above 1, and not "not a number". */
	if (ball->kind != BALL_SIMILAR || !(ball->threshold <= 1))
		return query_keys(fcinfo, key, 0);
	minhash_keys(&ball->center.minhash, (uint32) option_or(fcinfo, MINHASH_KEY_BITS), key);
	return query_keys(fcinfo, key, MINHASH_BANDS);
}

Datum
berita_gin_fingerprint_set_value(PG_FUNCTION_ARGS)
{
	FingerprintSet *set = PG_GETARG_FINGERPRINTS(0);
	uint32		n = fingerprint_count(set);

	*(int32 *) PG_GETARG_POINTER(1) = (int32) n;
	PG_RETURN_POINTER(key_datums(set->print, n));
}

Datum
berita_gin_fingerprint_set_query(PG_FUNCTION_ARGS)
{
	Ball	   *ball = PG_GETARG_BALL(0);
	FingerprintSet *set = ball_fingerprints(ball);

	if ((ball->kind != BALL_INSIDE && ball->kind != BALL_COVERING) || !(ball->threshold <= 1))
		return query_keys(fcinfo, NULL, 0);
	if (ball->threshold <= 0)
		return query_all(fcinfo);
	return query_keys(fcinfo, set->print, fingerprint_count(set));
}

/* Could a row with these keys be in the ball? */
Datum
berita_gin_consistent(PG_FUNCTION_ARGS)
{
	GinTernaryValue *check = (GinTernaryValue *) PG_GETARG_POINTER(0);
	Ball	   *ball = PG_GETARG_BALL(2);
	int32		n = PG_GETARG_INT32(3);
	int32		present = 0;
	bool		enough;

	for (int32 i = 0; i < n; i++)
		present += check[i] != GIN_FALSE;
	if (ball->kind == BALL_COVERING && n > 0)
		enough = (double) present / (double) n >= ball->threshold;
	else if (ball->kind == BALL_SIMILAR && n > 0)
		enough = present >= (int32) minhash_bands_needed(&ball->center.minhash, ball->threshold);
	else
		enough = present > 0 || n == 0;
	PG_RETURN_GIN_TERNARY_VALUE(enough ? GIN_MAYBE : GIN_FALSE);
}
