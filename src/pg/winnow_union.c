/*
 * berita.fingerprint_union(fingerprint_set): the fingerprints of many texts as one set.
 *
 * The state is a bytea: numbers in no order, repeats among them, with room to
 * spare.  Where the room is used up they are sorted and the repeats dropped, and
 * only if little is gained the room is doubled; so n numbers cost n log n.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/memutils.h"

#include "core/shingle.h"
#include "pg/compat.h"
#include "pg/signature.h"

PG_FUNCTION_INFO_V1(berita_fingerprint_union_step);
PG_FUNCTION_INFO_V1(berita_fingerprint_union_combine);
PG_FUNCTION_INFO_V1(berita_fingerprint_union_final);

typedef struct UnionState
{
	int32		vl_len_;
	uint8		format;
	uint8		profile;
	uint16		sets;			/* 1, or 2 for more */
	uint32		words;			/* of all texts */
	uint32		n;				/* numbers held */
	uint32		print[FLEXIBLE_ARRAY_MEMBER];
} UnionState;

#define UNION_STATE_SIZE(n) (offsetof(UnionState, print) + (n) * sizeof(uint32))

static uint32
add_words(uint32 a, uint32 b)
{
	return a > PG_UINT32_MAX - b ? PG_UINT32_MAX : a + b;
}

/* The state with room for more numbers, in the aggregate's memory. */
static UnionState *
state_with_room(UnionState *state, uint32 more, MemoryContext context)
{
	Size		room = (VARSIZE(state) - offsetof(UnionState, print)) / sizeof(uint32);
	UnionState *grown;

	if ((Size) state->n + more <= room)
		return state;
	state->n = (uint32) winnow_sort(state->print, state->n);
	if ((Size) state->n + more <= room / 2)
		return state;
	room = 2 * ((Size) state->n + more);
	if (UNION_STATE_SIZE(room) >= MaxAllocSize)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many fingerprints for one value")));
	grown = MemoryContextAlloc(context, UNION_STATE_SIZE(room));
	memcpy(grown, state, UNION_STATE_SIZE(state->n));
	SET_VARSIZE(grown, UNION_STATE_SIZE(room));
	return grown;
}

/* A bytea that may come from anybody as a state; NULL if it is empty. */
static UnionState *
state_check(bytea *given)
{
	UnionState *state = (UnionState *) given;

	if (VARSIZE(given) == VARHDRSZ)
		return NULL;
	if (VARSIZE(given) < UNION_STATE_SIZE(1) || state->n == 0 || VARSIZE(given) < UNION_STATE_SIZE((Size) state->n))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("not a state of berita.fingerprint_union")));
	return state;
}

/* The state argument, which the first call finds empty. */
static UnionState *
state_of(FunctionCallInfo fcinfo, MemoryContext *context)
{
	UnionState *state = state_check(PG_GETARG_BYTEA_P(0));

	if (!AggCheckCallContext(fcinfo, context))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("this function is part of the aggregate berita.fingerprint_union")));
	if (state == NULL)
	{
		state = MemoryContextAllocZero(*context, UNION_STATE_SIZE(256));
		SET_VARSIZE(state, UNION_STATE_SIZE(256));
	}
	return state;
}

static UnionState *
state_add(UnionState *state, MemoryContext context, const UnionState *from, const uint32 *print, uint32 n)
{
	if (state->sets == 0)
	{
		state->format = from->format;
		state->profile = from->profile;
	}
	else if (state->format != from->format || state->profile != from->profile)
		signature_mixed("fingerprint_set");
	state = state_with_room(state, n, context);
	memcpy(state->print + state->n, print, n * sizeof(uint32));
	state->n += n;
	state->words = add_words(state->words, from->words);
	state->sets = Min(state->sets + from->sets, 2);
	return state;
}

Datum
berita_fingerprint_union_step(PG_FUNCTION_ARGS)
{
	MemoryContext context;
	UnionState *state = state_of(fcinfo, &context);
	FingerprintSet *set = PG_GETARG_FINGERPRINTS(1);
	UnionState	from = {0, set->format, set->profile, set->flags == SIGNATURE_UNION ? 2 : 1, set->words, 0};

	PG_RETURN_POINTER(state_add(state, context, &from, set->print, fingerprint_count(set)));
}

Datum
berita_fingerprint_union_combine(PG_FUNCTION_ARGS)
{
	MemoryContext context;
	UnionState *state = state_of(fcinfo, &context);
	UnionState *from = state_check(PG_GETARG_BYTEA_P(1));

	if (from == NULL)
		PG_RETURN_POINTER(state);
	PG_RETURN_POINTER(state_add(state, context, from, from->print, from->n));
}

Datum
berita_fingerprint_union_final(PG_FUNCTION_ARGS)
{
	UnionState *state = state_check(PG_GETARG_BYTEA_P(0));
	FingerprintSet *set;

	if (state == NULL)
		PG_RETURN_NULL();
	set = fingerprints_make(state->print, state->n, state->words, state->sets > 1 ? SIGNATURE_UNION : 0);
	SET_VARSIZE(set, FINGERPRINT_SET_SIZE(winnow_sort(set->print, state->n)));
	set->format = state->format;
	set->profile = state->profile;
	PG_RETURN_POINTER(set);
}
