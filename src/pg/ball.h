/*
 * berita.ball: a signature with a threshold, what an index is asked for.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_BALL_H
#define BERITA_PG_BALL_H

#include "pg/signature.h"

typedef enum BallKind
{
	BALL_HAMMING,				/* simhashes within a distance */
	BALL_SIMILAR,				/* minhashes at least so similar */
	BALL_INSIDE,				/* fingerprint sets of which such a share is in ours */
	BALL_COVERING				/* fingerprint sets that hold such a share of ours */
} BallKind;

typedef struct Ball
{
	int32		vl_len_;
	uint32		kind;			/* BallKind */
	double		threshold;
	union
	{
		uint64		simhash;
		MinHash		minhash;
	}			center;			/* or a whole FingerprintSet, see below */
} Ball;

#define BALL_HEAD offsetof(Ball, center)

#define DatumGetBall(d) ((Ball *) PG_DETOAST_DATUM(d))
#define PG_GETARG_BALL(n) DatumGetBall(PG_GETARG_DATUM(n))

static inline FingerprintSet *
ball_fingerprints(Ball *ball)
{
	return (FingerprintSet *) &ball->center;
}

/* The distance of a Hamming ball: -1 where nothing lies in it, at most 64. */
static inline int32
ball_distance(const Ball *ball)
{
	return ball->threshold < 0 ? -1 : (int32) Min(ball->threshold, 64);
}

#endif
