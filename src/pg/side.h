/*
 * The side tables of an attached table: found by name, checked, written as their owner.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_SIDE_H
#define BERITA_PG_SIDE_H

#include "access/htup.h"
#include "executor/tuptable.h"
#include "nodes/execnodes.h"
#include "utils/rel.h"

typedef enum Side
{
	SIDE_ARTICLES,				/* one row an article: what was found, or the error */
	SIDE_QUOTES,
	SIDE_SOURCES,
	SIDE_PEOPLE,
	SIDE_SIGNATURES,
	SIDE_COPIES,				/* one row a pair of near-duplicates */
	SIDES
} Side;

typedef struct SideTables
{
	Oid			namespace;
	const char *prefix;
	Oid			owner;
	Oid			key_type;
	EState	   *estate;
	Relation	rel[SIDES];
	ResultRelInfo *info[SIDES];
	TupleTableSlot *slot[SIDES];
	char	   *problem;		/* why they cannot be used, or NULL */
} SideTables;

/* A change of the user id and the search path, to be undone. */
typedef struct SideRights
{
	Oid			user;
	int			context;
	int			guc_level;
} SideRights;

/* The name of berita's row type that a side table's columns follow: "quote". */
extern const char *side_type_name(Side side);

/* What the names of the side tables of source begin with. */
extern char *side_prefix(const char *source);

/* The name of a side table: side_name("arsip", SIDE_QUOTES) is arsip_berita_quotes. */
extern char *side_name(const char *prefix, Side side);

/* Acts as owner, the way foreign keys do, until side_rights_back(). */
extern void side_rights_take(SideRights *saved, Oid owner);
extern void side_rights_back(const SideRights *saved);

/* The prefix that the name of an articles table begins with, or NULL. */
extern char *side_prefix_of(const char *articles);

/*
 * Opens and checks all side tables with a prefix.  False where something is not as
 * it must be: side->problem says what, and nothing is left open.  Without a
 * key_type that of the articles table is the one.
 */
extern bool side_open(SideTables *side, Oid namespace, const char *prefix, Oid owner, Oid key_type);
extern void side_close(SideTables *side);

/* Adds one row: the key, then the columns of row, which is of the row type. */
extern void side_insert(SideTables *side, Side which, Datum key, HeapTuple row, TupleDesc desc);

/*
 * Runs a statement that reads or writes side tables; its text is asked for once,
 * the plan is kept.  Returns how many rows it touched.
 */
typedef char *(*SideSql) (const SideTables *side);
extern uint64 side_execute(const SideTables *side, SideSql sql, int nargs, Oid *types, Datum *values);

/* Takes everything that is known about an article out of all side tables. */
extern void side_forget(SideTables *side, Datum key);

/* Empties all side tables, where they are as they must be. */
extern void side_truncate(Oid namespace, const char *prefix, Oid owner);

#endif
