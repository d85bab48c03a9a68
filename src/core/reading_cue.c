/*
 * Words of saying: what is known of them, built in and by the users.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/reading_cue.h"

#include "core/table.h"

#include "core/reporting_table.h"

/* How readily a users' word of saying has content; see src/data/reporting.tsv. */
#define USER_WEIGHT 7
/* Longer words are no word of the table. */
#define WORD_ROOM 64

static const char *const cue_class_name[] = {
	"neutral", "expository", "emphatic", "additive", "closing", "response", "defence", "denial", "affirmative", "question", "directive",
	"stance", "evaluative", "accuse", "manner", "narrative", "written", "declarative", "promise", "according", "noun"
};

uint16_t
cue_of_word(Span word)
{
	return (uint16_t) (table_find(&reporting_table, word) + 1);
}

uint16_t
cue_of_user(const UserLexicon *lexicon, const UserEntry *verb)
{
	size_t		n = reporting_table.rows + 1 + (size_t) (verb - lexicon->entry);

	return n > UINT16_MAX ? 0 : (uint16_t) n;
}

/* A word of saying of the users: its slot is told by its form. */
static Cue
user_cue(const Reading *r, uint32_t i)
{
	const UserEntry *e = &r->lexicon->entry[r->fact[i].cue - reporting_table.rows - 1];
	Cue			cue = {e->meaning, CUE_NEUTRAL, CUE_IN_BARE, USER_WEIGHT};
	char		word[WORD_ROOM];
	size_t		len = reading_fold(r, i, word, sizeof(word));

	for (unsigned k = 0; k < sizeof(cue_class_name) / sizeof(cue_class_name[0]); k++)
		if (span_is(e->detail, cue_class_name[k]))
			cue.class = (CueClass) k;
	if (len == e->form.len + 3)
		cue.slot = CUE_IN_NYA;
	else if (e->form.len > 4 && memcmp(e->form.at, "di", 2) == 0)
		cue.slot = CUE_IN_PAS;
	else if (e->form.len > 4 && (memcmp(e->form.at, "me", 2) == 0 || memcmp(e->form.at, "ber", 3) == 0))
		cue.slot = CUE_IN_ACT;
	return cue;
}

Cue
reading_cue(const Reading *r, uint32_t i)
{
	const ReportingRow *row;
	Cue			cue;

	if (r->fact[i].cue > reporting_table.rows)
		return user_cue(r, i);
	row = &reporting_row[r->fact[i].cue - 1];
	cue.lemma = table_text(&reporting_table, row->lemma);
	cue.class = (CueClass) row->class;
	cue.slot = row->slot;
	cue.weight = row->weight;
	return cue;
}

unsigned
reading_slots(const Reading *r, uint32_t i)
{
	if (r->fact[i].cue > reporting_table.rows)
		return user_cue(r, i).slot;
	return reporting_row[r->fact[i].cue - 1].slot;
}

bool
reading_verb_entry(uint32_t n, UserEntry *entry)
{
	if (n >= reporting_table.rows)
		return false;
	memset(entry, 0, sizeof(*entry));
	entry->form = table_key(&reporting_table, n);
	entry->meaning = table_text(&reporting_table, reporting_row[n].lemma);
	entry->detail = span_of(cue_class_name[reporting_row[n].class], strlen(cue_class_name[reporting_row[n].class]));
	entry->kind = USER_VERB;
	return true;
}

/* One letter more, less, other, or two changed places? */
static bool
one_apart(Span a, Span b)
{
	size_t		same = 0,
				back = 0;

	while (same < a.len && same < b.len && a.at[same] == b.at[same])
		same++;
	while (back < a.len - same && back < b.len - same && a.at[a.len - 1 - back] == b.at[b.len - 1 - back])
		back++;
	a.len -= same + back;
	b.len -= same + back;
	if (a.len <= 1 && b.len <= 1)
		return true;
	return a.len == 2 && b.len == 2 && a.at[same] == b.at[same + 1] && a.at[same + 1] == b.at[same];
}

bool
reading_mend_cue(Reading *r, uint32_t i)
{
	static const char *const common[] = {
		"kata", "katanya", "ujar", "ujarnya", "tutur", "tuturnya", "ucap", "ucapnya", "ungkap", "ungkapnya",
		"jelas", "jelasnya", "tambah", "tambahnya", "lanjut", "lanjutnya", "pungkas", "pungkasnya", "tegas", "tegasnya",
		"terang", "terangnya", "imbuh", "imbuhnya", "papar", "paparnya", "tulis", "tulisnya", "jawab", "sambung", "sambungnya"
	};
	char		folded[WORD_ROOM];
	size_t		len;

	if (!fact_is(r, i, FACT_WORD) || fact_is(r, i, FACT_CAPITAL | FACT_NUMBER) || part_is(r, i, PART_STOP))
		return false;
	len = reading_fold(r, i, folded, sizeof(folded));
	if (len < 3 || len > 12 || user_find(r->lexicon, USER_VERB, span_of(folded, len)) != NULL)
		return false;
	for (size_t k = 0; k < sizeof(common) / sizeof(common[0]); k++)
	{
		Span		word = span_of(common[k], strlen(common[k]));

		if (one_apart(span_of(folded, len), word))
		{
			r->fact[i].cue = cue_of_word(word);
			return r->fact[i].cue != 0;
		}
	}
	return false;
}
