/*
 * The triggers that keep the side tables of an attached table current.
 *
 * The row trigger is the registry: UPDATE OF names the columns, in the order
 * that its second argument tells ("id body title published outlet"), so that
 * it follows their renames and guards them from being dropped.  Its arguments
 * say how to analyse, never where to write (see side.c).
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "miscadmin.h"
#include "parser/parse_coerce.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/timestamp.h"

#include "pg/compat.h"
#include "pg/guc.h"
#include "pg/harvest.h"
#include "pg/moment.h"
#include "pg/pair.h"
#include "pg/side.h"

PG_FUNCTION_INFO_V1(berita_sync_row);
PG_FUNCTION_INFO_V1(berita_sync_truncate);

/* What a column of the source table is to us, in the order of SourceRow. */
typedef enum Role
{
	ROLE_ID, ROLE_BODY, ROLE_TITLE, ROLE_PUBLISHED, ROLE_OUTLET, ROLES
} Role;

static const char *const role_name[ROLES] = {"id", "body", "title", "published", "outlet"};

/* The trigger as it was created, read once a statement. */
typedef struct Sync
{
	Oid			trigger;
	Analyser   *analyser;
	int			column[ROLES];	/* number in the table that fires, 0 where not named */
	Oid			type[ROLES];
	bool		deferred;
	int64		max_bytes;
	double		threshold;		/* from which on near-duplicates are kept */
	Oid			owner;
	Oid			namespace;
	char	   *table;			/* name of the attached table, the root of partitions */
	char	   *prefix;
	bool		warned;
} Sync;

/* The attached table of a trigger that a partition has from its root. */
static Oid
root_of_trigger(Oid trigger)
{
	Relation	catalog = table_open(TriggerRelationId, AccessShareLock);
	Oid			root = InvalidOid;

	while (OidIsValid(trigger))
	{
		ScanKeyData key;
		SysScanDesc scan;
		HeapTuple	tuple;

		ScanKeyInit(&key, Anum_pg_trigger_oid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(trigger));
		scan = systable_beginscan(catalog, TriggerOidIndexId, true, NULL, 1, &key);
		tuple = systable_getnext(scan);
		trigger = InvalidOid;
		if (HeapTupleIsValid(tuple))
		{
			root = ((Form_pg_trigger) GETSTRUCT(tuple))->tgrelid;
			trigger = ((Form_pg_trigger) GETSTRUCT(tuple))->tgparentid;
		}
		systable_endscan(scan);
	}
	table_close(catalog, AccessShareLock);
	return root;
}

/* Takes the columns from UPDATE OF and their roles from the argument. */
static void
read_columns(Sync *sync, Trigger *trigger, TupleDesc desc)
{
	char	   *roles = pstrdup(trigger->tgargs[1]);
	char	   *state = NULL;
	int			n = 0;

	for (char *word = strtok_r(roles, " ", &state); word; word = strtok_r(NULL, " ", &state))
	{
		int			role = 0;

		while (role < ROLES && strcmp(word, role_name[role]) != 0)
			role++;
		if (role == ROLES || n >= trigger->tgnattr)
			elog(ERROR, "trigger \"%s\" has columns and roles that do not agree", trigger->tgname);
		sync->column[role] = trigger->tgattr[n++];
		sync->type[role] = getBaseType(TupleDescAttr(desc, sync->column[role] - 1)->atttypid);
	}
	if (sync->column[ROLE_ID] == 0 || sync->column[ROLE_BODY] == 0)
		elog(ERROR, "trigger \"%s\" names no id or no body", trigger->tgname);
	sync->type[ROLE_ID] = TupleDescAttr(desc, sync->column[ROLE_ID] - 1)->atttypid;
}

static Sync *
sync_of_trigger(FunctionCallInfo fcinfo, TriggerData *data)
{
	Trigger    *trigger = data->tg_trigger;
	Sync	   *sync = fcinfo->flinfo->fn_extra;
	MemoryContext caller;
	Relation	root;

	if (sync && sync->trigger == trigger->tgoid)
		return sync;
	if (trigger->tgnargs < 3)
		elog(ERROR, "trigger \"%s\" lacks arguments: make it with berita.attach", trigger->tgname);
	caller = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	sync = palloc0(sizeof(Sync));
	sync->trigger = trigger->tgoid;
	read_columns(sync, trigger, RelationGetDescr(data->tg_relation));
	sync->deferred = strcmp(trigger->tgargs[0], "deferred") == 0;
	sync->max_bytes = pg_strtoint64(trigger->tgargs[2]);
	sync->threshold = trigger->tgnargs > 3 ? DatumGetFloat8(DirectFunctionCall1(float8in, CStringGetDatum(trigger->tgargs[3]))) : 0.5;
	root = table_open(trigger->tgisclone ? root_of_trigger(trigger->tgoid) : RelationGetRelid(data->tg_relation), AccessShareLock);
	sync->owner = root->rd_rel->relowner;
	sync->namespace = RelationGetNamespace(root);
	sync->table = pstrdup(RelationGetRelationName(root));
	sync->prefix = side_prefix(sync->table);
	table_close(root, AccessShareLock);
	MemoryContextSwitchTo(caller);
	fcinfo->flinfo->fn_extra = sync;
	return sync;
}

/* A value as text: as it is where the type allows, else as it prints. */
static Datum
as_text(Datum value, Oid type)
{
	Oid			output;
	bool		varlena;

	if (IsBinaryCoercible(type, TEXTOID))
		return value;
	if (type == BPCHAROID)
		return DirectFunctionCall1(rtrim1, value);	/* as its cast does */
	getTypeOutputInfo(type, &output, &varlena);
	return CStringGetTextDatum(OidOutputFunctionCall(output, value));
}

/* A moment without a zone is one in Jakarta, whatever the session's zone. */
static Datum
as_moment(Datum value, Oid type, bool *null)
{
	switch (type)
	{
		case TIMESTAMPTZOID:
			return value;
		case DATEOID:
			value = DirectFunctionCall1(date_timestamp, value);
			/* FALLTHROUGH */
		case TIMESTAMPOID:
			return DirectFunctionCall2(timestamp_zone, CStringGetTextDatum("Asia/Jakarta"), value);
	}
	return moment_of_text(as_text(value, type), null);
}

static Datum
column_value(const Sync *sync, Role role, HeapTuple tuple, TupleDesc desc, bool *null)
{
	Datum		value;

	*null = true;
	if (sync->column[role] == 0)
		return (Datum) 0;
	value = heap_getattr(tuple, sync->column[role], desc, null);
	if (*null || role == ROLE_ID)
		return value;
	return role == ROLE_PUBLISHED ? as_moment(value, sync->type[role], null) : as_text(value, sync->type[role]);
}

/* False where the row has no key, and so nothing can be kept of it. */
static bool
read_row(const Sync *sync, HeapTuple tuple, TupleDesc desc, SourceRow *row)
{
	bool		no_key;

	row->key = column_value(sync, ROLE_ID, tuple, desc, &no_key);
	row->body = column_value(sync, ROLE_BODY, tuple, desc, &row->no_body);
	row->title = column_value(sync, ROLE_TITLE, tuple, desc, &row->no_title);
	row->published = column_value(sync, ROLE_PUBLISHED, tuple, desc, &row->no_published);
	row->outlet = column_value(sync, ROLE_OUTLET, tuple, desc, &row->no_outlet);
	return !no_key;
}

static Datum
array_of_one(Datum value, Oid type)
{
	int16		len;
	bool		byval;
	char		align;

	get_typlenbyvalalign(type, &len, &byval, &align);
	return PointerGetDatum(construct_array(&value, 1, type, len, byval, align));
}

/* What an INSERT or UPDATE of one article asks for. */
static void
sync_article(Sync *sync, SideTables *side, FunctionCallInfo fcinfo, SourceRow *row)
{
	Analysis	analysis;

	row->paired = !sync->deferred && pair_indexed(side);
	if (sync->analyser == NULL)
		sync->analyser = analyser_create(fcinfo->flinfo->fn_mcxt);
	if (sync->deferred)
		analyse_nothing(sync->analyser, row, NULL, &analysis);
	else
		analyse_safely(sync->analyser, row, sync->max_bytes, sync->table, side->key_type, &analysis);
	analysis_write(side, sync->analyser, row->key, &analysis);
	if (row->paired && analysis.signed_text)
		pair_articles(side, array_of_one(row->key, side->key_type), sync->threshold);
}

/* Did an UPDATE change any of our columns? */
static bool
columns_changed(const Sync *sync, TriggerData *data)
{
	TupleDesc	desc = RelationGetDescr(data->tg_relation);

	for (int i = 0; i < ROLES; i++)
	{
		bool		null_old,
					null_new;
		Datum		old,
					new;
		Form_pg_attribute column;

		if (sync->column[i] == 0)
			continue;
		column = TupleDescAttr(desc, sync->column[i] - 1);
		old = heap_getattr(data->tg_trigtuple, sync->column[i], desc, &null_old);
		new = heap_getattr(data->tg_newtuple, sync->column[i], desc, &null_new);
		if (null_old != null_new || (!null_old && !datum_image_eq(old, new, column->attbyval, column->attlen)))
			return true;
	}
	return false;
}

static void
warn_once(Sync *sync, const char *problem)
{
	if (!sync->warned)
		ereport(WARNING,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("changes of \"%s\" are not analysed: %s", sync->table, problem),
				 errhint("SELECT berita.attach(%s);", quote_literal_cstr(quote_identifier(sync->table)))));
	sync->warned = true;
}

static void
sync_change(Sync *sync, FunctionCallInfo fcinfo, TriggerData *data)
{
	TupleDesc	desc = RelationGetDescr(data->tg_relation);
	SourceRow	old,
				new;
	bool		has_old;
	SideTables	side;

	if (!side_open(&side, sync->namespace, sync->prefix, sync->owner, sync->type[ROLE_ID]))
	{
		warn_once(sync, side.problem);
		return;
	}
	has_old = read_row(sync, data->tg_trigtuple, desc, &old);
	if (has_old)
		side_forget(&side, old.key);
	if (TRIGGER_FIRED_BY_UPDATE(data->tg_event))
	{
		if (read_row(sync, data->tg_newtuple, desc, &new))
		{
			if (!has_old || !datum_image_eq(old.key, new.key, get_typbyval(side.key_type), get_typlen(side.key_type)))
				side_forget(&side, new.key);
			sync_article(sync, &side, fcinfo, &new);
		}
	}
	else if (TRIGGER_FIRED_BY_INSERT(data->tg_event) && has_old)
		sync_article(sync, &side, fcinfo, &old);
	side_close(&side);
}

/* berita.sync_row() returns trigger: AFTER INSERT OR DELETE OR UPDATE OF columns, for each row. */
Datum
berita_sync_row(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	SideRights	rights;
	Sync	   *sync;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(data->tg_event) || !TRIGGER_FIRED_FOR_ROW(data->tg_event))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("berita.sync_row() must be called by an AFTER ... FOR EACH ROW trigger")));
	if (!guc_sync)
		return PointerGetDatum(NULL);
	sync = sync_of_trigger(fcinfo, data);
	if (TRIGGER_FIRED_BY_UPDATE(data->tg_event) && !columns_changed(sync, data))
		return PointerGetDatum(NULL);
	side_rights_take(&rights, sync->owner);
	sync_change(sync, fcinfo, data);
	side_rights_back(&rights);
	return PointerGetDatum(NULL);
}

/* berita.sync_truncate() returns trigger: AFTER TRUNCATE, for each statement. */
Datum
berita_sync_truncate(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	SideRights	rights;
	Relation	rel;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_BY_TRUNCATE(data->tg_event))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("berita.sync_truncate() must be called by an AFTER TRUNCATE trigger")));
	if (!guc_sync)
		return PointerGetDatum(NULL);
	rel = data->tg_relation;
	side_rights_take(&rights, rel->rd_rel->relowner);
	side_truncate(RelationGetNamespace(rel), side_prefix(RelationGetRelationName(rel)), rel->rd_rel->relowner);
	side_rights_back(&rights);
	return PointerGetDatum(NULL);
}
