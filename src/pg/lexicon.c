/*
 * berita.lexicon, read once and kept until somebody changes it.
 *
 * The table is read with the catalog snapshot, which is new at every look, so a
 * session in a long REPEATABLE READ transaction, and the next one in it, see what
 * is committed.  Changing rows of a table sends no word to other backends; the
 * table's statement trigger does, by invalidating the table's relation cache entry,
 * at the next command in this session and at commit in all others.  The callback
 * only marks the lexicon as stale: a function that is reading it goes on with
 * what it has, and the next one reads the table again.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "access/table.h"
#include "access/tableam.h"
#include "catalog/namespace.h"
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "core/outlet.h"
#include "core/person.h"
#include "core/utf8.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/lexicon.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_lexicon_changed);
PG_FUNCTION_INFO_V1(berita_lexicon_entries);

/* The columns of berita.lexicon. */
enum
{
	COLUMN_KIND = 1, COLUMN_FORM, COLUMN_MEANING, COLUMN_DETAIL, COLUMN_REMOVE
};

static const char *const kind_name[USER_KINDS] = {"verb", "alias", "person", "role", "outlet", "agency"};

static UserLexicon lexicon;
static MemoryContext lexicon_context = NULL;
static Oid	lexicon_table = InvalidOid;
static bool lexicon_fresh = false;
static uint64 lexicon_loads = 0;

static void
table_changed(Datum arg, Oid relation)
{
	if (relation == InvalidOid || relation == lexicon_table)
		lexicon_fresh = false;
}

/* The text of a column as UTF-8, in the current context; empty for NULL. */
static Span
column_text(TupleTableSlot *slot, int column)
{
	bool		null;
	Datum		value = slot_getattr(slot, column, &null);
	Span		text;
	char	   *copy;

	if (null)
		return span_of("", 0);
	text = body_of_datum(value).text;
	copy = palloc(text.len + 1);
	memcpy(copy, text.at, text.len);
	return span_of(copy, text.len);
}

/* The form as readers look it up: folded, words parted by single blanks. */
static Span
folded_form(Span text)
{
	Size		room = 4 * text.len + 1;
	char	   *folded = palloc(room);
	Size		n = utf8_fold_span(text, folded, room);
	Size		out = 0;
	bool		blank = false;

	for (Size i = 0; i < n; i++)
	{
		if (folded[i] == ' ' || folded[i] == '\t' || folded[i] == '\n' || folded[i] == '\r')
		{
			blank = out > 0;
			continue;
		}
		if (blank)
			folded[out++] = ' ';
		blank = false;
		folded[out++] = folded[i];
	}
	return span_of(folded, out);
}

static bool
entry_of_row(TupleTableSlot *slot, UserEntry *entry)
{
	Span		kind = column_text(slot, COLUMN_KIND);
	Span		form = column_text(slot, COLUMN_FORM);
	bool		null;
	int			k = 0;

	while (k < USER_KINDS && !span_is(kind, kind_name[k]))
		k++;
	entry->form = folded_form(form);
	if (k == USER_KINDS || entry->form.len == 0)
		return false;
	entry->kind = k;
	entry->meaning = column_text(slot, COLUMN_MEANING);
	if (entry->meaning.len == 0)
		entry->meaning = form;
	entry->detail = column_text(slot, COLUMN_DETAIL);
	entry->remove = DatumGetBool(slot_getattr(slot, COLUMN_REMOVE, &null)) && !null;
	return true;
}

/* Reads the table into the current context. */
static void
read_table(Oid table, UserLexicon *into)
{
	Relation	relation = table_open(table, AccessShareLock);
	Snapshot	snapshot = RegisterSnapshot(GetCatalogSnapshot(table));
	TupleTableSlot *slot = table_slot_create(relation, NULL);
	TableScanDesc scan = table_beginscan(relation, snapshot, 0, NULL);
	uint32_t	n = 0,
				room = 64;
	UserEntry  *entry = palloc(room * sizeof(UserEntry));

	while (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		CHECK_FOR_INTERRUPTS();
		if (n == room)
			entry = repalloc_huge(entry, (room *= 2) * sizeof(UserEntry));
		if (entry_of_row(slot, &entry[n]))
			n++;
	}
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
	UnregisterSnapshot(snapshot);
	table_close(relation, AccessShareLock);
	user_lexicon_build(into, entry, n);
}

const UserLexicon *
lexicon_current(void)
{
	static bool registered = false;
	MemoryContext context,
				caller;
	UserLexicon loaded;
	Oid			schema;

	if (lexicon_fresh)
		return &lexicon;
	if (!registered)
	{
		CacheRegisterRelcacheCallback(table_changed, (Datum) 0);
		registered = true;
	}
	schema = get_namespace_oid("berita", true);
	lexicon_table = OidIsValid(schema) ? get_relname_relid("lexicon", schema) : InvalidOid;
	if (!OidIsValid(lexicon_table))
		return NULL;
	/* What arrives while the table is read makes it stale again. */
	lexicon_fresh = true;
	context = AllocSetContextCreate(CurrentMemoryContext, "berita lexicon", ALLOCSET_SMALL_SIZES);
	caller = MemoryContextSwitchTo(context);
	PG_TRY();
	{
		read_table(lexicon_table, &loaded);
	}
	PG_CATCH();
	{
		lexicon_fresh = false;
		PG_RE_THROW();
	}
	PG_END_TRY();
	MemoryContextSwitchTo(caller);
	MemoryContextSetParent(context, TopMemoryContext);
	if (lexicon_context)
		MemoryContextDelete(lexicon_context);
	lexicon_context = context;
	lexicon = loaded;
	lexicon_loads++;
	return &lexicon;
}

uint64
lexicon_version(void)
{
	return lexicon_loads;
}

Span
lexicon_shown(Span name)
{
	static const UserKind kind[] = {USER_ALIAS, USER_PERSON};
	Span		form;

	if (lexicon.n == 0 || name.len == 0)
		return name;
	form = folded_form(name);
	for (int k = 0; k < lengthof(kind); k++)
	{
		const UserEntry *e = user_find(&lexicon, kind[k], form);

		if (e != NULL && !e->remove)
			return e->meaning;
	}
	return name;
}

/* The trigger of berita.lexicon: tells every backend that it changed. */
Datum
berita_lexicon_changed(PG_FUNCTION_ARGS)
{
	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("not called by trigger manager")));
	CacheInvalidateRelcache(((TriggerData *) fcinfo->context)->tg_relation);
	return PointerGetDatum(NULL);
}

static void
put_entry(RowWriter *w, const Body *body, const UserEntry *entry, bool user, bool active)
{
	row_text(w, span_of(kind_name[entry->kind], strlen(kind_name[entry->kind])));
	row_text(w, body_span(body, entry->form));
	row_text(w, body_span(body, entry->meaning));
	if (entry->detail.len)
		row_text(w, body_span(body, entry->detail));
	else
		row_null(w);
	row_text(w, user ? span_of("user", 4) : span_of("built-in", 8));
	row_bool(w, active);
	row_end(w);
}

/* berita.lexicon_entries(): what is compiled in, then what the users added. */
Datum
berita_lexicon_entries(PG_FUNCTION_ARGS)
{
	static bool (*const built_in[]) (uint32_t, UserEntry *) = {
		reading_verb_entry, person_alias_entry, reading_role_entry, outlet_entry
	};
	const UserLexicon *user = lexicon_current();
	Body		body = {{NULL, 0}, false, false};
	RowWriter	w;

	body.converted = GetDatabaseEncoding() != PG_UTF8 && GetDatabaseEncoding() != PG_SQL_ASCII;
	row_writer(&w, fcinfo, "tttttb");
	for (int list = 0; list < lengthof(built_in); list++)
	{
		UserEntry	entry;

		for (uint32_t n = 0; built_in[list] (n, &entry); n++)
		{
			bool		over = user_find(user, (UserKind) entry.kind, entry.form) != NULL;

			/* Outlets and agencies are one list for their readers. */
			if (entry.kind == USER_AGENCY || entry.kind == USER_OUTLET)
				over |= user_find(user, USER_AGENCY + USER_OUTLET - entry.kind, entry.form) != NULL;
			put_entry(&w, &body, &entry, false, !over);
		}
	}
	for (uint32_t n = 0; user != NULL && n < user->n; n++)
		put_entry(&w, &body, &user->entry[n], true, !user->entry[n].remove);
	return (Datum) 0;
}
