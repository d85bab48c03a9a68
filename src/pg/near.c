/*
 * Planner support of berita.near(): index conditions and selectivity.
 *
 * near(a, b, threshold) on an indexed column a becomes a <@ around(b, threshold),
 * on b likewise; for fingerprint_set, whose containment has a direction, the
 * second becomes b <@ covering(a, threshold).  near() itself stays as a filter.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include <math.h>

#include "access/stratnum.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "parser/parse_func.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"

#include "core/simhash.h"
#include "pg/ball.h"
#include "pg/compat.h"

PG_FUNCTION_INFO_V1(berita_near_support);
PG_FUNCTION_INFO_V1(berita_near_covering_support);
PG_FUNCTION_INFO_V1(berita_ball_sel);
PG_FUNCTION_INFO_V1(berita_ball_joinsel);

/* What a threshold lets through when nothing else is known. */
#define NEAR_DEFAULT 1e-5
#define NEAR_DISTANCE 8
#define NEAR_SHARE 0.5

/* Share of random hashes within a distance: the lower tail of 64 coins. */
static double
random_share(double distance)
{
	double		ways = ldexp(1.0, -64),
				sum = 0;

	for (int d = 0; d <= 64 && d <= distance; d++)
	{
		sum += ways;
		ways = ways * (64 - d) / (d + 1);
	}
	return Min(sum, 1.0);
}

/*
 * Rows near a given one: copies, plus chance.  Articles are copied a few times,
 * in small tables as in large ones; a low threshold lets more through.
 */
static double
share_near(BallKind kind, double threshold)
{
	if (kind == BALL_HAMMING)
		return NEAR_DEFAULT + random_share(threshold);
	if (isnan(threshold) || threshold > 1)
		return 0;
	if (kind == BALL_SIMILAR)
		return NEAR_DEFAULT * (threshold < NEAR_SHARE ? 10 : 1);
	return threshold <= 0 ? 1 : NEAR_DEFAULT / Max(threshold * threshold, 0.01);
}

/*
 * Rows that an index with the default options lets through on top: by chance one
 * of the keys is the same.
 */
static double
share_candidates(const Ball *ball)
{
	double		blocks = (double) (UINT64_C(1) << (64 / SIMHASH_BLOCKS));

	if (ball->kind == BALL_HAMMING)
		return ball->threshold < 0 ? 0 : (double) simhash_neighbours(0, (uint32_t) ball_distance(ball), SIMHASH_BLOCKS, NULL, 0) / blocks;
	if (ball->kind == BALL_SIMILAR)
		return (double) MINHASH_BANDS / (double) (1 << MINHASH_KEY_BITS);
	return 0;
}

/* near() on such arguments: which of the two it is decides the kind. */
static BallKind
kind_of_type(Oid threshold_type, bool covering)
{
	return threshold_type == INT4OID ? BALL_HAMMING : covering ? BALL_INSIDE : BALL_SIMILAR;
}

static double
const_threshold(Node *node, double unknown)
{
	if (!IsA(node, Const) || ((Const *) node)->constisnull)
		return unknown;
	if (((Const *) node)->consttype == INT4OID)
		return DatumGetInt32(((Const *) node)->constvalue);
	return DatumGetFloat8(((Const *) node)->constvalue);
}

/* The share of rows equal to an average one, where the statistics know it. */
static double
share_equal(PlannerInfo *root, Node *column, int varRelid)
{
	VariableStatData stats;
	bool		guessed = true;
	double		distinct = 0;

	examine_variable(root, column, varRelid, &stats);
	if (stats.rel)
		distinct = get_variable_numdistinct(&stats, &guessed);
	ReleaseVariableStats(stats);
	return guessed || distinct < 1 ? 0 : 1 / distinct;
}

/* The function by this name beside near(), for such arguments. */
static Oid
neighbour_function(Oid near, const char *name, Oid *types)
{
	List	   *names = list_make2(makeString(get_namespace_name(get_func_namespace(near))), makeString(pstrdup(name)));

	return LookupFuncName(names, 2, types, true);
}

static List *
index_condition(SupportRequestIndexCondition *request, bool has_direction)
{
	FuncExpr   *near = (FuncExpr *) request->node;
	Node	   *column,
			   *other,
			   *threshold,
			   *ball;
	Oid			types[2],
				function,
				operator;

	if (!is_funcclause(near) || list_length(near->args) != 3 || request->indexarg > 1)
		return NIL;
	column = list_nth(near->args, request->indexarg);
	other = list_nth(near->args, 1 - request->indexarg);
	threshold = lthird(near->args);
	if (!is_pseudo_constant_for_index(request->root, other, request->index) ||
		!is_pseudo_constant_for_index(request->root, threshold, request->index))
		return NIL;
	types[0] = exprType(other);
	types[1] = exprType(threshold);
	function = neighbour_function(near->funcid, has_direction && request->indexarg == 1 ? "covering" : "around", types);
	if (!OidIsValid(function))
		return NIL;
	operator = get_opfamily_member(request->opfamily, exprType(column), get_func_rettype(function), 1);
	if (!OidIsValid(operator))
		return NIL;
	ball = (Node *) makeFuncExpr(function, get_func_rettype(function), list_make2(other, threshold),
								 InvalidOid, InvalidOid, COERCE_EXPLICIT_CALL);
	ball = eval_const_expressions(request->root, ball);
	request->lossy = true;
	return list_make1(make_opclause(operator, BOOLOID, false, (Expr *) column, (Expr *) ball, InvalidOid, InvalidOid));
}

static void
selectivity(SupportRequestSelectivity *request, bool has_direction)
{
	Node	   *threshold = lthird(request->args);
	BallKind	kind = kind_of_type(exprType(threshold), has_direction);

	request->selectivity = share_near(kind, const_threshold(threshold, kind == BALL_HAMMING ? NEAR_DISTANCE : NEAR_SHARE));
	if (!request->is_join)
		request->selectivity += share_equal(request->root, linitial(request->args), request->varRelid);
	CLAMP_PROBABILITY(request->selectivity);
}

static Node *
support(Node *request, bool has_direction)
{
	if (IsA(request, SupportRequestIndexCondition))
		return (Node *) index_condition((SupportRequestIndexCondition *) request, has_direction);
	if (IsA(request, SupportRequestSelectivity))
	{
		selectivity((SupportRequestSelectivity *) request, has_direction);
		return request;
	}
	return NULL;
}

Datum
berita_near_support(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(support((Node *) PG_GETARG_POINTER(0), false));
}

/* The same for fingerprint_set: share of the first found in the second. */
Datum
berita_near_covering_support(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(support((Node *) PG_GETARG_POINTER(0), true));
}

/* Selectivity of signature <@ ball. */
Datum
berita_ball_sel(PG_FUNCTION_ARGS)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	int			varRelid = PG_GETARG_INT32(3);
	Node	   *right = lsecond(args);
	double		share = NEAR_DEFAULT;

	if (IsA(right, Const) && !((Const *) right)->constisnull)
	{
		Ball	   *ball = DatumGetBall(((Const *) right)->constvalue);

		share = share_near((BallKind) ball->kind, ball->threshold) + share_candidates(ball);
	}
	share += share_equal(root, linitial(args), varRelid);
	CLAMP_PROBABILITY(share);
	PG_RETURN_FLOAT8(share);
}

Datum
berita_ball_joinsel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(NEAR_DEFAULT);
}
