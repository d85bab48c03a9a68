/*
 * berita.quotes(text, jsonb): who said what.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

#include "core/quote.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/lexicon.h"
#include "pg/rows.h"
#include "pg/study.h"

PG_FUNCTION_INFO_V1(berita_quotes);
PG_FUNCTION_INFO_V1(berita_people);

typedef struct QuotesOptions
{
	QuoteOptions core;
	bool		repeats;
	unsigned	kinds;			/* bits: 1 << QuoteKind */
} QuotesOptions;

/* What a row is written from, with a buffer for texts that are put together. */
typedef struct Writer
{
	RowWriter	row;
	const Body *body;
	const QuoteList *list;
	char	   *buffer;
	Size		room;
} Writer;

static bool
get_bool(const JsonbValue *key, const JsonbValue *v)
{
	if (v->type != jbvBool)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("option \"%s\" must be true or false", pnstrdup(key->val.string.val, key->val.string.len))));
	return v->val.boolean;
}

static unsigned
get_kind(const JsonbValue *v)
{
	if (v->type == jbvString)
		for (int kind = QUOTE_DIRECT; kind <= QUOTE_SCARE; kind++)
		{
			const char *name = quote_kind_name(kind);

			if (strlen(name) == (Size) v->val.string.len && memcmp(name, v->val.string.val, v->val.string.len) == 0)
				return 1u << kind;
		}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("option \"kinds\" must be an array of kinds of quotation"),
			 errhint("Kinds are direct, mixed, indirect and scare.")));
}

static unsigned
get_kinds(const JsonbValue *v)
{
	JsonbIterator *it;
	JsonbIteratorToken token;
	JsonbValue	element;
	unsigned	kinds = 0;

	if (v->type != jbvBinary || !JsonContainerIsArray(v->val.binary.data) || JsonContainerIsScalar(v->val.binary.data))
		return get_kind(v);
	it = JsonbIteratorInit(v->val.binary.data);
	while ((token = JsonbIteratorNext(&it, &element, true)) != WJB_DONE)
		if (token == WJB_ELEM)
			kinds |= get_kind(&element);
	return kinds;
}

static bool
is_key(const JsonbValue *key, const char *name)
{
	return strlen(name) == (Size) key->val.string.len && memcmp(name, key->val.string.val, key->val.string.len) == 0;
}

static QuotesOptions
get_options(Jsonb *jsonb)
{
	QuotesOptions o = {{false}, false, 1u << QUOTE_DIRECT | 1u << QUOTE_MIXED | 1u << QUOTE_INDIRECT};
	JsonbIterator *it;
	JsonbValue	key,
				v;
	JsonbIteratorToken token;

	if (!JB_ROOT_IS_OBJECT(jsonb))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("options must be a JSON object")));
	it = JsonbIteratorInit(&jsonb->root);
	while ((token = JsonbIteratorNext(&it, &key, true)) != WJB_DONE)
	{
		if (token != WJB_KEY)
			continue;
		(void) JsonbIteratorNext(&it, &v, true);
		if (is_key(&key, "repeats"))
			o.repeats = get_bool(&key, &v);
		else if (is_key(&key, "title"))
			o.core.title = get_bool(&key, &v);
		else if (is_key(&key, "kinds"))
			o.kinds = get_kinds(&v);
		else
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unknown option \"%s\"", pnstrdup(key.val.string.val, key.val.string.len)),
					 errhint("Options are repeats, kinds and title.")));
	}
	return o;
}

static void
make_room(Writer *w, Size room)
{
	if (room <= w->room)
		return;
	w->room = room * 2;
	w->buffer = w->buffer ? repalloc_huge(w->buffer, w->room) : MemoryContextAllocHuge(CurrentMemoryContext, w->room);
}

static Size
run_size(const Writer *w, Run run)
{
	return run_empty(run) ? 0 : reading_place(&w->list->reading, run.from, run.to).len;
}

static void
put_name(RowWriter *row, const char *name)
{
	row_text(row, span_of(name, strlen(name)));
}

static void
put_place(Writer *w, Place place)
{
	if (place.len == 0)
		row_null(&w->row);
	else
		row_text(&w->row, body_span(w->body, span_at(w->body->text, place)));
}

/* The words of a run, or NULL. */
static void
put_run(Writer *w, Run run)
{
	Size		len = 0;

	make_room(w, run_size(w, run) + 1);
	if (!run_empty(run))
		len = reading_text(&w->list->reading, run.from, run.to, w->buffer);
	if (len == 0)
		row_null(&w->row);
	else
		row_text(&w->row, body_span(w->body, span_of(w->buffer, len)));
}

/* A run as it stands in the text, or NULL. */
static void
put_tokens(Writer *w, Run run)
{
	Place		nowhere = {0, 0, 0, 0};

	put_place(w, run_empty(run) ? nowhere : reading_place(&w->list->reading, run.from, run.to));
}

/* A person's fullest name, as the users want it shown, in memory of its own. */
static Span
person_shown(const Writer *w, const Person *p)
{
	char	   *out = palloc(run_size(w, p->name) + 1);

	return lexicon_shown(span_of(out, run_empty(p->name) ? 0 : reading_text(&w->list->reading, p->name.from, p->name.to, out)));
}

static void
put_person(Writer *w, const Person *p)
{
	Size		len = 0;

	make_room(w, run_size(w, p->name) + 1);
	if (!run_empty(p->name))
		len = reading_text(&w->list->reading, p->name.from, p->name.to, w->buffer);
	if (len == 0)
		row_null(&w->row);
	else
		row_text(&w->row, body_span(w->body, lexicon_shown(span_of(w->buffer, len))));
}

static void
put_speaker(Writer *w, const Quote *q)
{
	const Person *persons = w->list->persons.person;
	Span		a,
				b;

	if (q->speaker == NOWHERE)
	{
		row_null(&w->row);
		return;
	}
	if (q->second == NOWHERE)
	{
		put_person(w, &persons[q->speaker]);
		return;
	}
	a = person_shown(w, &persons[q->speaker]);
	b = person_shown(w, &persons[q->second]);
	make_room(w, a.len + b.len + 2);
	memcpy(w->buffer, a.at, a.len);
	memcpy(w->buffer + a.len, "; ", 2);
	memcpy(w->buffer + a.len + 2, b.at, b.len);
	row_text(&w->row, body_span(w->body, span_of(w->buffer, a.len + b.len + 2)));
}

static void
put_span(Writer *w, Place place)
{
	if (place.len == 0)
	{
		row_null(&w->row);
		row_null(&w->row);
		return;
	}
	row_int(&w->row, body_start(w->body, place));
	row_int(&w->row, body_length(w->body, place));
}

static void
put_speaker_facts(Writer *w, const Quote *q)
{
	const Person *p = q->speaker == NOWHERE ? NULL : &w->list->persons.person[q->speaker];

	if (p)
	{
		put_name(&w->row, speaker_kind_name(p->kind));
		put_run(w, p->role);
		put_run(w, p->affiliation);
	}
	else
	{
		row_null(&w->row);
		row_null(&w->row);
		row_null(&w->row);
	}
	put_place(w, q->mention);
	if (q->mention_type == MENTION_NONE)
		row_null(&w->row);
	else
		put_name(&w->row, mention_type_name(q->mention_type));
}

static void
put_quote(Writer *w, const Quote *q)
{
	RowWriter  *row = &w->row;

	row_int(row, (int32) q->n);
	put_speaker(w, q);
	put_place(w, q->place);
	put_name(row, quote_kind_name(q->kind));
	put_place(w, q->cue);
	if (q->lemma.len == 0)
		row_null(row);
	else
		row_text(row, body_span(w->body, q->lemma));
	put_speaker_facts(w, q);
	put_tokens(w, q->around.via);
	put_tokens(w, q->around.addressee);
	put_tokens(w, q->around.medium);
	put_tokens(w, q->around.venue);
	put_tokens(w, q->around.when);
	put_name(row, quote_polarity_name(q->polarity));
	row_int(row, (int32) q->words);
	row_int(row, (int32) q->utterance);
	row_int(row, (int32) q->part);
	row_int(row, (int32) w->list->reading.token[q->span.from].line);
	put_span(w, q->place);
	put_span(w, q->cue);
	put_span(w, q->mention);
	put_name(row, q->rule);
	row_real(row, q->confidence);
	if (q->repeat_of == 0)
		row_null(row);
	else
		row_int(row, (int32) q->repeat_of);
	row_end(row);
}

Datum
berita_quotes(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	QuotesOptions options = get_options(PG_GETARG_JSONB_P(1));
	const QuoteList *list = study_quotes(&body, &options.core);
	Writer		w = {.body = &body, .list = list};

	row_writer(&w.row, fcinfo, "ittttttttttttttttiiiiiiiiiitri");
	for (uint32_t i = 0; i < list->n; i++)
	{
		const Quote *q = &list->quote[i];

		if ((i & 1023) == 0)
			CHECK_FOR_INTERRUPTS();
		if ((options.kinds & 1u << q->kind) != 0 && (options.repeats || q->repeat_of == 0))
			put_quote(&w, q);
	}
	return (Datum) 0;
}

/* Aliases of a person, joined by "; ", or NULL. */
static void
put_aliases(Writer *w, const Person *p)
{
	Size		size = 1,
				len = 0;

	for (int i = 0; i < p->aliases; i++)
		size += run_size(w, p->alias[i]) + 2;
	make_room(w, size);
	for (int i = 0; i < p->aliases; i++)
	{
		if (len > 0)
		{
			memcpy(w->buffer + len, "; ", 2);
			len += 2;
		}
		len += reading_text(&w->list->reading, p->alias[i].from, p->alias[i].to, w->buffer + len);
	}
	if (len == 0)
		row_null(&w->row);
	else
		row_text(&w->row, body_span(w->body, span_of(w->buffer, len)));
}

Datum
berita_people(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	QuoteOptions options = {false};
	const QuoteList *list = study_quotes(&body, &options);
	Writer		w = {.body = &body, .list = list};

	row_writer(&w.row, fcinfo, "ttttiiii");
	for (uint32_t i = 0; i < list->persons.n; i++)
	{
		const Person *p = &list->persons.person[i];

		if ((i & 1023) == 0)
			CHECK_FOR_INTERRUPTS();
		if (!p->named || p->kind != SPEAKER_PERSON)
			continue;
		put_person(&w, p);
		put_run(&w, p->role);
		put_run(&w, p->affiliation);
		put_aliases(&w, p);
		row_int(&w.row, (int32) p->mentions);
		row_int(&w.row, (int32) p->quotes);
		row_int(&w.row, (int32) p->words);
		row_int(&w.row, body_start(&body, list->reading.token[p->first].place));
		row_end(&w.row);
	}
	return (Datum) 0;
}
