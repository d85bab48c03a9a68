/*
 * berita.minhash128: input and output, order, similarity, union.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

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
	SignatureHeader h;
	const char *digits = signature_header_in(text, TYPE, &h, escontext);
	bool		good;

	if (digits == NULL)
		return NULL;
	good = strlen(digits) == 4 * MINHASH_SLOTS;
	for (int i = 0; good && i < MINHASH_SLOTS; i++)
	{
		uint64		slot;

		good = signature_hex(digits + 4 * i, 4, &slot);
		m->slot[i] = (uint16) slot;
	}
	if (!good)
	{
		signature_malformed(text, TYPE, "Expected 512 hexadecimal digits after the header.", escontext);
		return NULL;
	}
	m->format = h.format;
	m->profile = h.profile;
	m->flags = h.flags;
	m->size = h.size;
	if (!minhash_valid(m))
	{
		signature_malformed(text, TYPE, "Its slots do not fit its size and flag.", escontext);
		return NULL;
	}
	return m;
}

static SignatureHeader
header_of(const MinHash *m)
{
	SignatureHeader h = {m->format, m->profile, m->flags, m->size};

	return h;
}

void
minhash_to_text(StringInfo out, const MinHash *m)
{
	static const char digit[] = "0123456789abcdef";
	SignatureHeader h = header_of(m);

	signature_header_out(out, &h);
	enlargeStringInfo(out, 4 * MINHASH_SLOTS);
	for (int i = 0; i < MINHASH_SLOTS; i++)
		for (int shift = 12; shift >= 0; shift -= 4)
			appendStringInfoCharMacro(out, digit[m->slot[i] >> shift & 15]);
}

void
minhash_to_message(StringInfo message, const MinHash *m)
{
	SignatureHeader h = header_of(m);

	signature_header_send(message, &h);
	for (int i = 0; i < MINHASH_SLOTS; i++)
		pq_sendint16(message, m->slot[i]);
}

void
minhash_from_message(StringInfo message, MinHash *m)
{
	SignatureHeader h;

	signature_header_recv(message, TYPE, &h);
	if (message->len - message->cursor != 2 * MINHASH_SLOTS)
		signature_bad_binary(TYPE, "Expected 264 bytes.");
	m->format = h.format;
	m->profile = h.profile;
	m->flags = h.flags;
	m->size = h.size;
	for (int i = 0; i < MINHASH_SLOTS; i++)
		m->slot[i] = (uint16) pq_getmsgint(message, 2);
	if (!minhash_valid(m))
		signature_bad_binary(TYPE, "Its slots do not fit its size and flag.");
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

#define COMPARE(name, op) \
Datum \
berita_minhash128_##name(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_BOOL(minhash_compare(PG_GETARG_MINHASH(0), PG_GETARG_MINHASH(1)) op 0); \
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
	PG_RETURN_INT32(minhash_compare(PG_GETARG_MINHASH(0), PG_GETARG_MINHASH(1)));
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
