/*
 * berita.ball: a signature with a threshold, what an index is asked for.
 *
 * The planner turns near(column, other, threshold) into column <@ around(other,
 * threshold), which the GIN operator classes answer.  Text form: kind/threshold/
 * signature, where kind is hamming, similar, inside or covering.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/float.h"

#include "core/signature.h"
#include "pg/ball.h"
#include "pg/compat.h"
#include "pg/signature.h"

PG_FUNCTION_INFO_V1(berita_ball_in);
PG_FUNCTION_INFO_V1(berita_ball_out);
PG_FUNCTION_INFO_V1(berita_ball_recv);
PG_FUNCTION_INFO_V1(berita_ball_send);
PG_FUNCTION_INFO_V1(berita_ball_around_simhash64);
PG_FUNCTION_INFO_V1(berita_ball_around_minhash128);
PG_FUNCTION_INFO_V1(berita_ball_around_fingerprint_set);
PG_FUNCTION_INFO_V1(berita_ball_covering);
PG_FUNCTION_INFO_V1(berita_ball_has_simhash64);
PG_FUNCTION_INFO_V1(berita_ball_has_minhash128);
PG_FUNCTION_INFO_V1(berita_ball_has_fingerprint_set);

static const char *const kind_name[] = {"hamming", "similar", "inside", "covering"};

static Ball *
ball_make(BallKind kind, double threshold, const void *center, Size size)
{
	Ball	   *ball = palloc(BALL_HEAD + size);

	SET_VARSIZE(ball, BALL_HEAD + size);
	ball->kind = kind;
	ball->threshold = threshold;
	memcpy(&ball->center, center, size);
	return ball;
}

Datum
berita_ball_around_simhash64(PG_FUNCTION_ARGS)
{
	uint64		hash = PG_GETARG_SIMHASH(0);

	PG_RETURN_POINTER(ball_make(BALL_HAMMING, PG_GETARG_INT32(1), &hash, sizeof(hash)));
}

Datum
berita_ball_around_minhash128(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(ball_make(BALL_SIMILAR, PG_GETARG_FLOAT8(1), PG_GETARG_MINHASH(0), sizeof(MinHash)));
}

Datum
berita_ball_around_fingerprint_set(PG_FUNCTION_ARGS)
{
	FingerprintSet *set = PG_GETARG_FINGERPRINTS(0);

	PG_RETURN_POINTER(ball_make(BALL_INSIDE, PG_GETARG_FLOAT8(1), set, VARSIZE(set)));
}

Datum
berita_ball_covering(PG_FUNCTION_ARGS)
{
	FingerprintSet *set = PG_GETARG_FINGERPRINTS(0);

	PG_RETURN_POINTER(ball_make(BALL_COVERING, PG_GETARG_FLOAT8(1), set, VARSIZE(set)));
}

Datum
berita_ball_has_simhash64(PG_FUNCTION_ARGS)
{
	Ball	   *ball = PG_GETARG_BALL(1);

	PG_RETURN_BOOL(ball->kind == BALL_HAMMING &&
				   (int32) simhash_distance(PG_GETARG_SIMHASH(0), ball->center.simhash) <= ball_distance(ball));
}

Datum
berita_ball_has_minhash128(PG_FUNCTION_ARGS)
{
	Ball	   *ball = PG_GETARG_BALL(1);

	PG_RETURN_BOOL(ball->kind == BALL_SIMILAR &&
				   minhash_near(PG_GETARG_MINHASH(0), &ball->center.minhash, ball->threshold));
}

Datum
berita_ball_has_fingerprint_set(PG_FUNCTION_ARGS)
{
	FingerprintSet *set = PG_GETARG_FINGERPRINTS(0);
	Ball	   *ball = PG_GETARG_BALL(1);
	FingerprintSet *center = ball_fingerprints(ball);
	double		share = -1;

	if (ball->kind == BALL_INSIDE)
		share = fingerprints_containment(set, center);
	else if (ball->kind == BALL_COVERING)
		share = fingerprints_containment(center, set);
	PG_RETURN_BOOL(share >= 0 && share >= ball->threshold);
}

/* The kind of a name of len letters, or -1. */
static int
kind_of(const char *name, size_t len)
{
	for (int kind = BALL_HAMMING; kind <= BALL_COVERING; kind++)
		if (strlen(kind_name[kind]) == len && memcmp(kind_name[kind], name, len) == 0)
			return kind;
	return -1;
}

/* A distance is a whole number. */
static bool
threshold_fits(int kind, double threshold)
{
	return kind != BALL_HAMMING || threshold == (double) (int32) Min(Max(threshold, -1e9), 1e9);
}

/* The ball of a kind around the signature that text shows; NULL after a soft error. */
static Ball *
ball_around_text(int kind, double threshold, const char *text, Node *escontext)
{
	uint64		hash;
	MinHash    *m;
	FingerprintSet *set;

	switch (kind)
	{
		case BALL_HAMMING:
			return simhash_from_text(text, &hash, escontext) ? ball_make(kind, threshold, &hash, sizeof(hash)) : NULL;
		case BALL_SIMILAR:
			m = minhash_from_text(text, escontext);
			return m ? ball_make(kind, threshold, m, sizeof(MinHash)) : NULL;
		default:
			set = fingerprints_from_text(text, escontext);
			return set ? ball_make(kind, threshold, set, VARSIZE(set)) : NULL;
	}
}

Datum
berita_ball_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	char	   *first = strchr(text, '/');
	char	   *second = first ? strchr(first + 1, '/') : NULL;
	int			kind = first ? kind_of(text, (size_t) (first - text)) : -1;
	double		threshold;
	Ball	   *ball;

	if (second == NULL || kind < 0)
	{
		signature_bad_text(text, "ball", "Expected kind/threshold/signature, the kind being hamming, similar, inside or covering.", fcinfo->context);
		PG_RETURN_NULL();
	}
	threshold = DatumGetFloat8(DirectFunctionCall1(float8in, CStringGetDatum(pnstrdup(first + 1, (Size) (second - first - 1)))));
	if (!threshold_fits(kind, threshold))
	{
		signature_bad_text(text, "ball", "A distance is a whole number.", fcinfo->context);
		PG_RETURN_NULL();
	}
	ball = ball_around_text(kind, threshold, second + 1, fcinfo->context);
	if (ball == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(ball);
}

Datum
berita_ball_out(PG_FUNCTION_ARGS)
{
	Ball	   *ball = PG_GETARG_BALL(0);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfo(&out, "%s/%s/", kind_name[ball->kind], DatumGetCString(DirectFunctionCall1(float8out, Float8GetDatum(ball->threshold))));
	if (ball->kind == BALL_HAMMING)
		appendStringInfo(&out, "%016llx", (unsigned long long) ball->center.simhash);
	else if (ball->kind == BALL_SIMILAR)
		minhash_to_text(&out, &ball->center.minhash);
	else
		fingerprints_to_text(&out, ball_fingerprints(ball));
	PG_RETURN_CSTRING(out.data);
}

Datum
berita_ball_send(PG_FUNCTION_ARGS)
{
	Ball	   *ball = PG_GETARG_BALL(0);
	StringInfoData message;

	pq_begintypsend(&message);
	pq_sendbyte(&message, (uint8) ball->kind);
	pq_sendfloat8(&message, ball->threshold);
	if (ball->kind == BALL_HAMMING)
		pq_sendint64(&message, ball->center.simhash);
	else if (ball->kind == BALL_SIMILAR)
		minhash_to_message(&message, &ball->center.minhash);
	else
		fingerprints_to_message(&message, ball_fingerprints(ball));
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

Datum
berita_ball_recv(PG_FUNCTION_ARGS)
{
	StringInfo	message = (StringInfo) PG_GETARG_POINTER(0);
	int			kind;
	double		threshold;
	uint64		hash;
	MinHash		m;
	FingerprintSet *set;

	if (message->len - message->cursor < 9 + 8)
		signature_bad_binary("ball", "The value is cut short.");
	kind = pq_getmsgbyte(message);
	threshold = pq_getmsgfloat8(message);
	if (kind > BALL_COVERING || !threshold_fits(kind, threshold))
		signature_bad_binary("ball", "Its kind or threshold is none that is known.");
	switch (kind)
	{
		case BALL_HAMMING:
			if (message->len - message->cursor != 8)
				signature_bad_binary("ball", "Expected 8 bytes.");
			hash = (uint64) pq_getmsgint64(message);
			PG_RETURN_POINTER(ball_make(kind, threshold, &hash, sizeof(hash)));
		case BALL_SIMILAR:
			minhash_from_message(message, &m);
			PG_RETURN_POINTER(ball_make(kind, threshold, &m, sizeof(m)));
		default:
			set = fingerprints_from_message(message);
			PG_RETURN_POINTER(ball_make(kind, threshold, set, VARSIZE(set)));
	}
}
