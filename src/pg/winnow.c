/*
 * berita.fingerprint_set: input and output, order, containment, union.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "core/hash.h"
#include "core/notation.h"
#include "core/shingle.h"
#include "core/signature.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/signature.h"

#define TYPE "fingerprint_set"

PG_FUNCTION_INFO_V1(berita_fingerprints);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_in);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_out);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_recv);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_send);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_eq);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_ne);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_lt);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_le);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_gt);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_ge);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_cmp);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_hash);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_hash_extended);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_containment);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_near);
PG_FUNCTION_INFO_V1(berita_fingerprint_set_count);

FingerprintSet *
fingerprints_make(const uint32 *print, size_t n, uint32 words, uint16 flags)
{
	FingerprintSet *set;

	/* A text of 1 GB has about half as many bytes of them. */
	n = Min(n, (MaxAllocSize - sizeof(FingerprintSet)) / sizeof(uint32));
	set = palloc(FINGERPRINT_SET_SIZE(n));
	SET_VARSIZE(set, FINGERPRINT_SET_SIZE(n));
	set->format = WINNOW_FORMAT;
	set->profile = SHINGLE_PROFILE;
	set->flags = flags;
	set->words = words;
	memcpy(set->print, print, n * sizeof(uint32));
	return set;
}

Datum
berita_fingerprints(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	Winnow		winnow;
	uint64		words = signature_read(body.text, NULL, NULL, &winnow);
	FingerprintSet *set;

	if (words == 0)
		PG_RETURN_NULL();
	set = fingerprints_make(winnow.print, winnow.n, (uint32) words, words < WINNOW_N ? SIGNATURE_SHORT : 0);
	winnow_free(&winnow);
	PG_RETURN_POINTER(set);
}

/* An empty set with room for n numbers. */
static FingerprintSet *
set_with_room(size_t n)
{
	return palloc(FINGERPRINT_SET_SIZE(n));
}

static void
set_close(FingerprintSet *set, const SignatureHead *head, size_t n)
{
	SET_VARSIZE(set, FINGERPRINT_SET_SIZE(n));
	set->format = head->format;
	set->profile = head->profile;
	set->flags = head->flags;
	set->words = head->size;
}

static SignatureHead
head_of(const FingerprintSet *set)
{
	SignatureHead head = {set->format, set->profile, set->flags, set->words};

	return head;
}

FingerprintSet *
fingerprints_from_text(const char *text, Node *escontext)
{
	Span		span = span_of(text, strlen(text));
	FingerprintSet *set = set_with_room(span.len / 8);
	SignatureHead head;
	size_t		n;
	const char *fault = notation_read_prints(span, &head, set->print, &n);

	if (fault)
	{
		signature_bad_text(text, TYPE, fault, escontext);
		return NULL;
	}
	set_close(set, &head, n);
	return set;
}

FingerprintSet *
fingerprints_from_message(StringInfo message)
{
	Span		rest = signature_rest(message);
	FingerprintSet *set = set_with_room(rest.len / 4);
	SignatureHead head;
	size_t		n;
	const char *fault = notation_receive_prints(rest, &head, set->print, &n);

	if (fault)
		signature_bad_binary(TYPE, fault);
	set_close(set, &head, n);
	return set;
}

void
fingerprints_to_text(StringInfo out, const FingerprintSet *set)
{
	SignatureHead head = head_of(set);
	size_t		n = fingerprint_count(set);

	if (8 * n + NOTATION_HEAD >= MaxAllocSize - (size_t) out->len)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("fingerprint set is too large to be shown as text")));
	enlargeStringInfo(out, (int) (8 * n + NOTATION_HEAD));
	out->len += (int) notation_write_prints(&head, set->print, n, out->data + out->len);
	out->data[out->len] = '\0';
}

void
fingerprints_to_message(StringInfo message, const FingerprintSet *set)
{
	SignatureHead head = head_of(set);
	size_t		n = fingerprint_count(set);

	enlargeStringInfo(message, (int) (4 * n + NOTATION_HEAD_BYTES));
	message->len += (int) notation_send_prints(&head, set->print, n, message->data + message->len);
	message->data[message->len] = '\0';
}

Datum
berita_fingerprint_set_in(PG_FUNCTION_ARGS)
{
	FingerprintSet *set = fingerprints_from_text(PG_GETARG_CSTRING(0), fcinfo->context);

	if (set == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(set);
}

Datum
berita_fingerprint_set_out(PG_FUNCTION_ARGS)
{
	StringInfoData out;

	initStringInfo(&out);
	fingerprints_to_text(&out, PG_GETARG_FINGERPRINTS(0));
	PG_RETURN_CSTRING(out.data);
}

Datum
berita_fingerprint_set_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(fingerprints_from_message((StringInfo) PG_GETARG_POINTER(0)));
}

Datum
berita_fingerprint_set_send(PG_FUNCTION_ARGS)
{
	StringInfoData message;

	pq_begintypsend(&message);
	fingerprints_to_message(&message, PG_GETARG_FINGERPRINTS(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

/* An arbitrary but lasting order: as the numbers, then the rest. */
static int
set_compare(const FingerprintSet *a, const FingerprintSet *b)
{
	uint32		a_n = fingerprint_count(a),
				b_n = fingerprint_count(b);
	uint64		a_head = (uint64) a->format << 56 | (uint64) a->profile << 48 | (uint64) a->flags << 32 | a->words,
				b_head = (uint64) b->format << 56 | (uint64) b->profile << 48 | (uint64) b->flags << 32 | b->words;

	for (uint32 i = 0; i < a_n && i < b_n; i++)
		if (a->print[i] != b->print[i])
			return a->print[i] < b->print[i] ? -1 : 1;
	if (a_n != b_n)
		return a_n < b_n ? -1 : 1;
	return a_head < b_head ? -1 : a_head > b_head;
}

/* Compares both arguments; sorting calls it often, so that copies are freed. */
static int
compare_arguments(FunctionCallInfo fcinfo)
{
	FingerprintSet *a = PG_GETARG_FINGERPRINTS(0),
			   *b = PG_GETARG_FINGERPRINTS(1);
	int			order = set_compare(a, b);

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

#define COMPARE(name, op) \
Datum \
berita_fingerprint_set_##name(PG_FUNCTION_ARGS) \
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
berita_fingerprint_set_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare_arguments(fcinfo));
}

static uint64
set_hash(const FingerprintSet *set, uint64 seed)
{
	uint64		h = hash_join(seed, set->words);
	uint32		n = fingerprint_count(set);

	for (uint32 i = 0; i < n; i++)
		h = hash_join(h, set->print[i]);
	return hash_mix(h);
}

Datum
berita_fingerprint_set_hash(PG_FUNCTION_ARGS)
{
	PG_RETURN_UINT32((uint32) set_hash(PG_GETARG_FINGERPRINTS(0), 0));
}

Datum
berita_fingerprint_set_hash_extended(PG_FUNCTION_ARGS)
{
	PG_RETURN_UINT64(set_hash(PG_GETARG_FINGERPRINTS(0), (uint64) PG_GETARG_INT64(1)));
}

double
fingerprints_containment(const FingerprintSet *a, const FingerprintSet *b)
{
	uint32		a_n = fingerprint_count(a);

	if (a->format != b->format || a->profile != b->profile)
		return -1.0;
	return (double) winnow_shared(a->print, a_n, b->print, fingerprint_count(b)) / (double) a_n;
}

Datum
berita_fingerprint_set_containment(PG_FUNCTION_ARGS)
{
	double		share = fingerprints_containment(PG_GETARG_FINGERPRINTS(0), PG_GETARG_FINGERPRINTS(1));

	if (share < 0)
		signature_mixed(TYPE);
	PG_RETURN_FLOAT8(share);
}

/* near(fingerprint_set, fingerprint_set, min_containment) */
Datum
berita_fingerprint_set_near(PG_FUNCTION_ARGS)
{
	double		share = fingerprints_containment(PG_GETARG_FINGERPRINTS(0), PG_GETARG_FINGERPRINTS(1));

	PG_RETURN_BOOL(share >= 0 && share >= PG_GETARG_FLOAT8(2));
}

/* How many fingerprints a set holds. */
Datum
berita_fingerprint_set_count(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32((int32) fingerprint_count(PG_GETARG_FINGERPRINTS(0)));
}
