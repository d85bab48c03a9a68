/*
 * berita.minhash128: input and output, order, similarity, union.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "core/notation.h"
#include "core/signature.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/signature.h"

#define TYPE "minhash128"

PG_FUNCTION_INFO_V1(berita_minhash);
PG_FUNCTION_INFO_V1(berita_minhash128_in);
PG_FUNCTION_INFO_V1(berita_minhash128_out);
PG_FUNCTION_INFO_V1(berita_minhash128_recv);
PG_FUNCTION_INFO_V1(berita_minhash128_send);
PG_FUNCTION_INFO_V1(berita_minhash128_eq);
PG_FUNCTION_INFO_V1(berita_minhash128_ne);
PG_FUNCTION_INFO_V1(berita_minhash128_lt);
PG_FUNCTION_INFO_V1(berita_minhash128_le);
PG_FUNCTION_INFO_V1(berita_minhash128_gt);
PG_FUNCTION_INFO_V1(berita_minhash128_ge);
PG_FUNCTION_INFO_V1(berita_minhash128_cmp);
PG_FUNCTION_INFO_V1(berita_minhash128_hash);
PG_FUNCTION_INFO_V1(berita_minhash128_hash_extended);
PG_FUNCTION_INFO_V1(berita_similarity);
PG_FUNCTION_INFO_V1(berita_minhash128_distance);
PG_FUNCTION_INFO_V1(berita_minhash128_near);
PG_FUNCTION_INFO_V1(berita_minhash128_unite);

Datum
minhash_datum(const MinHash *m)
{
	StoredMinHash *stored = palloc(sizeof(StoredMinHash));

	SET_VARSIZE(stored, sizeof(StoredMinHash));
	stored->m = *m;
	return PointerGetDatum(stored);
}

Datum
berita_minhash(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	StoredMinHash *stored = palloc(sizeof(StoredMinHash));

	SET_VARSIZE(stored, sizeof(StoredMinHash));
	if (signature_read(body.text, NULL, &stored->m, NULL) == 0)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(stored);
}

MinHash *
minhash_from_text(const char *text, Node *escontext)
{
	MinHash    *m = palloc(sizeof(MinHash));
	const char *fault = notation_read_minhash(span_of(text, strlen(text)), m);

	if (fault == NULL)
		return m;
	signature_bad_text(text, TYPE, fault, escontext);
	return NULL;
}

void
minhash_to_text(StringInfo out, const MinHash *m)
{
	char		text[NOTATION_MINHASH];

	appendBinaryStringInfo(out, text, (int) notation_write_minhash(m, text));
}

void
minhash_to_message(StringInfo message, const MinHash *m)
{
	char		bytes[NOTATION_MINHASH_BYTES];

	appendBinaryStringInfo(message, bytes, (int) notation_send_minhash(m, bytes));
}

void
minhash_from_message(StringInfo message, MinHash *m)
{
	const char *fault = notation_receive_minhash(signature_rest(message), m);

	if (fault)
		signature_bad_binary(TYPE, fault);
}

Datum
berita_minhash128_in(PG_FUNCTION_ARGS)
{
	MinHash    *m = minhash_from_text(PG_GETARG_CSTRING(0), fcinfo->context);

	if (m == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(minhash_datum(m));
}

Datum
berita_minhash128_out(PG_FUNCTION_ARGS)
{
	StringInfoData out;

	initStringInfo(&out);
	minhash_to_text(&out, PG_GETARG_MINHASH(0));
	PG_RETURN_CSTRING(out.data);
}

Datum
berita_minhash128_recv(PG_FUNCTION_ARGS)
{
	MinHash		m;

	minhash_from_message((StringInfo) PG_GETARG_POINTER(0), &m);
	PG_RETURN_DATUM(minhash_datum(&m));
}

Datum
berita_minhash128_send(PG_FUNCTION_ARGS)
{
	StringInfoData message;

	pq_begintypsend(&message);
	minhash_to_message(&message, PG_GETARG_MINHASH(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

/* Compares both arguments; sorting calls it often, so that copies are freed. */
static int
compare_arguments(FunctionCallInfo fcinfo)
{
	StoredMinHash *a = (StoredMinHash *) PG_GETARG_VARLENA_P(0),
			   *b = (StoredMinHash *) PG_GETARG_VARLENA_P(1);
	int			order = minhash_compare(&a->m, &b->m);

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

#define COMPARE(name, op) \
Datum \
berita_minhash128_##name(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_BOOL(compare_arguments(fcinfo) op 0); \
}

COMPARE(eq, ==)
COMPARE(ne, !=)
COMPARE(lt, <)
COMPARE(le, <=)
COMPARE(gt, >)
COMPARE(ge, >=)

Datum
berita_minhash128_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare_arguments(fcinfo));
}

Datum
berita_minhash128_hash(PG_FUNCTION_ARGS)
{
	PG_RETURN_UINT32((uint32) minhash_hash(PG_GETARG_MINHASH(0), 0));
}

Datum
berita_minhash128_hash_extended(PG_FUNCTION_ARGS)
{
	PG_RETURN_UINT64(minhash_hash(PG_GETARG_MINHASH(0), (uint64) PG_GETARG_INT64(1)));
}

static void
check_comparable(const MinHash *a, const MinHash *b)
{
	if (a->format != b->format || a->profile != b->profile)
		signature_mixed(TYPE);
}

Datum
berita_similarity(PG_FUNCTION_ARGS)
{
	MinHash    *a = PG_GETARG_MINHASH(0),
			   *b = PG_GETARG_MINHASH(1);

	check_comparable(a, b);
	PG_RETURN_FLOAT8(minhash_similarity(a, b));
}

Datum
berita_minhash128_distance(PG_FUNCTION_ARGS)
{
	MinHash    *a = PG_GETARG_MINHASH(0),
			   *b = PG_GETARG_MINHASH(1);

	check_comparable(a, b);
	PG_RETURN_FLOAT8(1.0 - minhash_similarity(a, b));
}

/* near(minhash128, minhash128, min_similarity) */
Datum
berita_minhash128_near(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(minhash_near(PG_GETARG_MINHASH(0), PG_GETARG_MINHASH(1), PG_GETARG_FLOAT8(2)));
}

/* The signature of both; as the aggregate's transition the first is changed in place. */
Datum
berita_minhash128_unite(PG_FUNCTION_ARGS)
{
	MinHash    *a = PG_GETARG_MINHASH(0),
			   *b = PG_GETARG_MINHASH(1);
	MinHash		both;

	check_comparable(a, b);
	if (AggCheckCallContext(fcinfo, NULL) && (Pointer) a == VARDATA(DatumGetPointer(PG_GETARG_DATUM(0))))
	{
		minhash_unite(a, b);
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	both = *a;
	minhash_unite(&both, b);
	PG_RETURN_DATUM(minhash_datum(&both));
}
