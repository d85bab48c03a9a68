/*
 * berita.simhash64: input and output, order, casts, distance.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/varbit.h"

#include "core/hash.h"
#include "core/notation.h"
#include "core/signature.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/signature.h"

PG_FUNCTION_INFO_V1(berita_simhash);
PG_FUNCTION_INFO_V1(berita_simhash64_in);
PG_FUNCTION_INFO_V1(berita_simhash64_out);
PG_FUNCTION_INFO_V1(berita_simhash64_recv);
PG_FUNCTION_INFO_V1(berita_simhash64_send);
PG_FUNCTION_INFO_V1(berita_simhash64_eq);
PG_FUNCTION_INFO_V1(berita_simhash64_ne);
PG_FUNCTION_INFO_V1(berita_simhash64_lt);
PG_FUNCTION_INFO_V1(berita_simhash64_le);
PG_FUNCTION_INFO_V1(berita_simhash64_gt);
PG_FUNCTION_INFO_V1(berita_simhash64_ge);
PG_FUNCTION_INFO_V1(berita_simhash64_cmp);
PG_FUNCTION_INFO_V1(berita_simhash64_hash);
PG_FUNCTION_INFO_V1(berita_simhash64_hash_extended);
PG_FUNCTION_INFO_V1(berita_simhash64_from_bit);
PG_FUNCTION_INFO_V1(berita_simhash64_to_bit);
PG_FUNCTION_INFO_V1(berita_hamming);
PG_FUNCTION_INFO_V1(berita_simhash64_distance);
PG_FUNCTION_INFO_V1(berita_simhash64_near);

Datum
berita_simhash(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	uint64		hash;

	if (signature_read(body.text, &hash, NULL, NULL) == 0)
		PG_RETURN_NULL();
	PG_RETURN_SIMHASH(hash);
}

bool
simhash_from_text(const char *text, uint64 *hash, Node *escontext)
{
	const char *fault = notation_read_simhash(span_of(text, strlen(text)), hash);

	if (fault)
		signature_bad_text(text, "simhash64", fault, escontext);
	return fault == NULL;
}

Datum
berita_simhash64_in(PG_FUNCTION_ARGS)
{
	uint64		hash;

	if (!simhash_from_text(PG_GETARG_CSTRING(0), &hash, fcinfo->context))
		PG_RETURN_NULL();
	PG_RETURN_SIMHASH(hash);
}

Datum
berita_simhash64_out(PG_FUNCTION_ARGS)
{
	char	   *out = palloc0(NOTATION_SIMHASH + 1);

	notation_write_simhash(PG_GETARG_SIMHASH(0), out);
	PG_RETURN_CSTRING(out);
}

Datum
berita_simhash64_recv(PG_FUNCTION_ARGS)
{
	StringInfo	message = (StringInfo) PG_GETARG_POINTER(0);

	if (message->len - message->cursor != 8)
		signature_bad_binary("simhash64", "Expected 8 bytes.");
	PG_RETURN_SIMHASH(pq_getmsgint64(message));
}

Datum
berita_simhash64_send(PG_FUNCTION_ARGS)
{
	StringInfoData message;

	pq_begintypsend(&message);
	pq_sendint64(&message, PG_GETARG_SIMHASH(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

#define COMPARE(name, op) \
Datum \
berita_simhash64_##name(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_BOOL(PG_GETARG_SIMHASH(0) op PG_GETARG_SIMHASH(1)); \
}

COMPARE(eq, ==)
COMPARE(ne, !=)
COMPARE(lt, <)
COMPARE(le, <=)
COMPARE(gt, >)
COMPARE(ge, >=)

Datum
berita_simhash64_cmp(PG_FUNCTION_ARGS)
{
	uint64		a = PG_GETARG_SIMHASH(0),
				b = PG_GETARG_SIMHASH(1);

	PG_RETURN_INT32(a < b ? -1 : a > b);
}

Datum
berita_simhash64_hash(PG_FUNCTION_ARGS)
{
	PG_RETURN_UINT32((uint32) hash_mix(PG_GETARG_SIMHASH(0)));
}

Datum
berita_simhash64_hash_extended(PG_FUNCTION_ARGS)
{
	PG_RETURN_UINT64(hash_mix(hash_join((uint64) PG_GETARG_INT64(1), PG_GETARG_SIMHASH(0))));
}

Datum
berita_simhash64_from_bit(PG_FUNCTION_ARGS)
{
	VarBit	   *bits = PG_GETARG_VARBIT_P(0);
	uint64		hash = 0;

	if (VARBITLEN(bits) != 64)
		ereport(ERROR,
				(errcode(ERRCODE_STRING_DATA_LENGTH_MISMATCH),
				 errmsg("bit string length %d does not match type berita.simhash64, which has 64 bits", VARBITLEN(bits))));
	for (int i = 0; i < 8; i++)
		hash = hash << 8 | VARBITS(bits)[i];
	PG_RETURN_SIMHASH(hash);
}

Datum
berita_simhash64_to_bit(PG_FUNCTION_ARGS)
{
	uint64		hash = PG_GETARG_SIMHASH(0);
	VarBit	   *bits = palloc0(VARBITTOTALLEN(64));

	SET_VARSIZE(bits, VARBITTOTALLEN(64));
	VARBITLEN(bits) = 64;
	for (int i = 0; i < 8; i++)
		VARBITS(bits)[i] = (bits8) (hash >> (56 - 8 * i));
	PG_RETURN_VARBIT_P(bits);
}

Datum
berita_hamming(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(simhash_distance(PG_GETARG_SIMHASH(0), PG_GETARG_SIMHASH(1)));
}

Datum
berita_simhash64_distance(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(simhash_distance(PG_GETARG_SIMHASH(0), PG_GETARG_SIMHASH(1)));
}

/* near(simhash64, simhash64, max_distance) */
Datum
berita_simhash64_near(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL((int32) simhash_distance(PG_GETARG_SIMHASH(0), PG_GETARG_SIMHASH(1)) <= PG_GETARG_INT32(2));
}
