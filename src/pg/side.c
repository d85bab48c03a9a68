/*
 * The side tables of an attached table: found by name, checked, written as their owner.
 *
 * Somebody with a TRIGGER privilege can put our trigger on any table of his and
 * hand it any arguments.  So the side tables are never named by an argument:
 * their names follow from the source table's, and a table is written only if it
 * is an ordinary table in the same schema, of the same owner, with exactly the
 * columns of our row type.  The writing happens with the owner's rights, as
 * that of a foreign key does, so that a writer needs no grants.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "executor/spi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

#include "pg/compat.h"
#include "pg/side.h"

/* "_berita_signatures" is the longest ending. */
#define LONGEST_ENDING 18

static const struct
{
	const char *name;
	const char *type;
	int			keys;			/* columns before those of the type */
}			kind[SIDES] = {
	{"articles", "article", 1},
	{"quotes", "quote", 1},
	{"sources", "source", 1},
	{"people", "person", 1},
	{"signatures", "signature", 1},
	{"copies", "copy", 2},
};

/* Statements over side tables, kept per articles table. */
typedef struct PlanKey
{
	Oid			articles;
	SideSql		sql;
} PlanKey;

typedef struct KeptPlan
{
	PlanKey		key;
	SPIPlanPtr	plan;
} KeptPlan;

static HTAB *plans = NULL;

const char *
side_type_name(Side side)
{
	return kind[side].type;
}

/* A long name is cut, and told from others that begin alike by a hash. */
char *
side_prefix(const char *source)
{
	int			len = (int) strlen(source);
	uint32		hash = 2166136261u;

	if (len + LONGEST_ENDING < NAMEDATALEN)
		return pstrdup(source);
	for (int i = 0; i < len; i++)
		hash = (hash ^ (unsigned char) source[i]) * 16777619u;
	len = pg_mbcliplen(source, len, NAMEDATALEN - LONGEST_ENDING - 10);
	return psprintf("%.*s_%08x", len, source, hash);
}

char *
side_name(const char *prefix, Side side)
{
	return psprintf("%s_berita_%s", prefix, kind[side].name);
}

char *
side_prefix_of(const char *articles)
{
	static const char ending[] = "_berita_articles";
	size_t		len = strlen(articles);

	if (len < sizeof(ending) || strcmp(articles + len - (sizeof(ending) - 1), ending) != 0)
		return NULL;
	return pnstrdup(articles, len - (sizeof(ending) - 1));
}

void
side_rights_take(SideRights *saved, Oid owner)
{
	GetUserIdAndSecContext(&saved->user, &saved->context);
	SetUserIdAndSecContext(owner, saved->context | SECURITY_LOCAL_USERID_CHANGE
						   | SECURITY_RESTRICTED_OPERATION | SECURITY_NOFORCE_RLS);
	saved->guc_level = NewGUCNestLevel();
	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
}

void
side_rights_back(const SideRights *saved)
{
	AtEOXact_GUC(false, saved->guc_level);
	SetUserIdAndSecContext(saved->user, saved->context);
}

/* Are the columns of the table the keys and then the columns of the type? */
static bool
columns_fit(TupleDesc table, TupleDesc type, int keys, Oid key_type)
{
	static const char *const one[] = {"id"};
	static const char *const two[] = {"id_a", "id_b"};

	if (table->natts <= keys || table->natts > keys + type->natts)
		return false;
	for (int i = 0; i < table->natts; i++)
	{
		Form_pg_attribute have = TupleDescAttr(table, i);
		const char *name;
		Oid			wanted = key_type;

		if (i < keys)
			name = keys == 1 ? one[i] : two[i];
		else
		{
			Form_pg_attribute column = TupleDescAttr(type, i - keys);

			name = NameStr(column->attname);
			wanted = column->atttypid;
		}
		if (have->attisdropped || have->attgenerated || have->atttypid != wanted
			|| strcmp(NameStr(have->attname), name) != 0)
			return false;
	}
	return true;
}

/* Says what is wrong with an opened table, or NULL. */
static char *
problem_with(Relation rel, Side which, Oid owner, Oid key_type)
{
	Oid			type;
	TupleDesc	desc;
	bool		fits;

	if (rel->rd_rel->relowner != owner)
		return psprintf("table \"%s\" belongs to another role than the source table", RelationGetRelationName(rel));
	if (rel->rd_rel->relkind != RELKIND_RELATION || rel->rd_rel->relispartition || rel->rd_rel->relhassubclass)
		return psprintf("\"%s\" is not an ordinary table", RelationGetRelationName(rel));
	type = GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum(kind[which].type),
						   ObjectIdGetDatum(get_namespace_oid("berita", false)));
	if (!OidIsValid(type))
		return psprintf("type berita.%s is missing", kind[which].type);
	desc = lookup_rowtype_tupdesc(type, -1);
	fits = columns_fit(RelationGetDescr(rel), desc, kind[which].keys, key_type);
	ReleaseTupleDesc(desc);
	return fits ? NULL : psprintf("table \"%s\" does not have the expected columns", RelationGetRelationName(rel));
}

static bool
side_open_one(SideTables *side, Side which, Oid namespace, const char *prefix)
{
	char	   *name = side_name(prefix, which);
	Oid			relid = get_relname_relid(name, namespace);
	Relation	rel = OidIsValid(relid) ? try_relation_open(relid, RowExclusiveLock) : NULL;

	if (rel == NULL)
	{
		side->problem = psprintf("table \"%s\" is missing", name);
		return false;
	}
	side->rel[which] = rel;
	if (!OidIsValid(side->key_type))
		side->key_type = TupleDescAttr(RelationGetDescr(rel), 0)->atttypid;
	side->problem = problem_with(rel, which, side->owner, side->key_type);
	return side->problem == NULL;
}

bool
side_open(SideTables *side, Oid namespace, const char *prefix, Oid owner, Oid key_type)
{
	memset(side, 0, sizeof(*side));
	side->namespace = namespace;
	side->prefix = prefix;
	side->owner = owner;
	side->key_type = key_type;
	for (int i = 0; i < SIDES; i++)
	{
		if (!side_open_one(side, (Side) i, namespace, prefix))
		{
			side_close(side);
			return false;
		}
	}
	side->estate = CreateExecutorState();
	return true;
}

/* Makes a side table ready for rows, when its first one comes. */
static void
side_ready(SideTables *side, Side which)
{
	MemoryContext caller = MemoryContextSwitchTo(side->estate->es_query_cxt);
	ResultRelInfo *info = makeNode(ResultRelInfo);

	InitResultRelInfo(info, side->rel[which], 0, NULL, 0);
	ExecOpenIndices(info, false);
	side->info[which] = info;
	side->slot[which] = MakeSingleTupleTableSlot(RelationGetDescr(side->rel[which]), &TTSOpsVirtual);
	MemoryContextSwitchTo(caller);
}

void
side_close(SideTables *side)
{
	for (int i = 0; i < SIDES; i++)
	{
		if (side->info[i])
		{
			ExecCloseIndices(side->info[i]);
			ExecDropSingleTupleTableSlot(side->slot[i]);
		}
		if (side->rel[i])
			table_close(side->rel[i], NoLock);
		side->info[i] = NULL;
		side->rel[i] = NULL;
	}
	if (side->estate)
		FreeExecutorState(side->estate);
	side->estate = NULL;
}

void
side_insert(SideTables *side, Side which, Datum key, HeapTuple row, TupleDesc desc)
{
	TupleTableSlot *slot;
	int			natts;
	Datum	   *values = palloc0((desc->natts + 1) * sizeof(Datum));
	bool	   *nulls = palloc0((desc->natts + 1) * sizeof(bool));

	if (side->info[which] == NULL)
		side_ready(side, which);
	slot = side->slot[which];
	natts = slot->tts_tupleDescriptor->natts;
	heap_deform_tuple(row, desc, values + 1, nulls + 1);
	values[0] = key;
	ExecClearTuple(slot);
	memcpy(slot->tts_values, values, natts * sizeof(Datum));
	memcpy(slot->tts_isnull, nulls, natts * sizeof(bool));
	ExecStoreVirtualTuple(slot);
	side->estate->es_output_cid = GetCurrentCommandId(true);
	ExecSimpleRelationInsert(side->info[which], side->estate, slot);
	ExecClearTuple(slot);
	ResetPerTupleExprContext(side->estate);
	pfree(values);
	pfree(nulls);
}

static KeptPlan *
kept_plan(const SideTables *side, SideSql sql)
{
	PlanKey		key;
	KeptPlan   *kept;
	bool		found;

	if (plans == NULL)
	{
		HASHCTL		control = {.keysize = sizeof(PlanKey),.entrysize = sizeof(KeptPlan)};

		plans = hash_create("berita side tables", 16, &control, HASH_ELEM | HASH_BLOBS);
	}
	memset(&key, 0, sizeof(key));
	key.articles = RelationGetRelid(side->rel[SIDE_ARTICLES]);
	key.sql = sql;
	kept = hash_search(plans, &key, HASH_ENTER, &found);
	if (!found)
		kept->plan = NULL;
	return kept;
}

/*
 * The plan is made once, by indexes: the tables may be empty now, and hold a
 * hundred thousand rows before this very statement of the user's ends.
 */
uint64
side_execute(const SideTables *side, SideSql sql, int nargs, Oid *types, Datum *values)
{
	KeptPlan   *kept = kept_plan(side, sql);
	int			level = NewGUCNestLevel();
	int			result;

	SPI_connect();
	if (kept->plan && !SPI_plan_is_valid(kept->plan))
	{
		SPI_freeplan(kept->plan);
		kept->plan = NULL;
	}
	if (kept->plan == NULL)
	{
		SPIPlanPtr	plan = SPI_prepare_cursor(sql(side), nargs, types, CURSOR_OPT_GENERIC_PLAN);

		if (plan == NULL)
			elog(ERROR, "cannot prepare a statement over side tables: %s", SPI_result_code_string(SPI_result));
		SPI_keepplan(plan);
		kept->plan = plan;
		(void) set_config_option("enable_seqscan", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	}
	/* The latest snapshot: what others have committed meanwhile counts as well. */
	result = SPI_execute_snapshot(kept->plan, values, NULL, GetLatestSnapshot(), InvalidSnapshot, false, true, 0);
	if (result < 0)
		elog(ERROR, "cannot run a statement over side tables: %s", SPI_result_code_string(result));
	SPI_finish();
	AtEOXact_GUC(false, level);
	return SPI_processed;
}

/*
 * One statement for all side tables, so that an article costs one plan.  A pair
 * that somebody else is taking out, with the other article, is left to him: two
 * writers of copies must not wait for each other.
 */
static char *
forget_sql(const SideTables *side)
{
	const char *schema = quote_identifier(get_namespace_name(side->namespace));
	StringInfoData sql;

	initStringInfo(&sql);
	for (int i = SIDES - 1; i >= 0; i--)
	{
		const char *table = quote_identifier(RelationGetRelationName(side->rel[i]));

		if (i > 0)
			appendStringInfo(&sql, "%s s%d AS (DELETE FROM ONLY %s.%s WHERE ", i == SIDES - 1 ? "WITH" : ",", i, schema, table);
		else
			appendStringInfo(&sql, " DELETE FROM ONLY %s.%s WHERE ", schema, table);
		if (i == SIDE_COPIES)
			appendStringInfo(&sql, "ctid = ANY (ARRAY(SELECT ctid FROM ONLY %s.%s WHERE id_a = $1 OR id_b = $1 FOR UPDATE SKIP LOCKED))", schema, table);
		else
			appendStringInfoString(&sql, "id = $1");
		if (i > 0)
			appendStringInfoChar(&sql, ')');
	}
	return sql.data;
}

void
side_forget(SideTables *side, Datum key)
{
	(void) side_execute(side, forget_sql, 1, &side->key_type, &key);
}

void
side_truncate(Oid namespace, const char *prefix, Oid owner)
{
	const char *schema = quote_identifier(get_namespace_name(namespace));
	SideTables	side;
	StringInfoData sql;

	if (!side_open(&side, namespace, prefix, owner, InvalidOid))
	{
		ereport(WARNING,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("side tables are not truncated: %s", side.problem)));
		return;
	}
	side_close(&side);
	initStringInfo(&sql);
	for (int i = 0; i < SIDES; i++)
		appendStringInfo(&sql, "%s %s.%s", i == 0 ? "TRUNCATE ONLY" : ", ONLY", schema, quote_identifier(side_name(prefix, (Side) i)));
	SPI_connect();
	if (SPI_execute(sql.data, false, 0) < 0)
		elog(ERROR, "cannot run \"%s\"", sql.data);
	SPI_finish();
}
