/*
 * Persons and organisations of an article.
 *
 * Every named mention of the text is noted in reading order before anybody is
 * resolved.  A mention whose words are all words of a person's name is that
 * person's (Lavrov, Sergei Lavrov); one that holds all the words of a person's
 * name and more gives the person a fuller name.  Among several the last one
 * named before the mention wins.  An index of words to persons keeps this linear:
 * a word's chain is followed over CHAIN persons at most.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/person.h"

#include "core/host.h"
#include "core/lexicon.h"
#include "core/stem.h"
#include "core/table.h"
#include "core/utf8.h"

#include "core/nickname_table.h"
#include "core/office_table.h"

/* Bytes of a users' full name. */
#define NAME_ROOM 160

#define CHAIN 24
#define SHORTENED 40			/* persons of before that are tried for a shortened name */

struct PersonNode
{
	uint32_t	hash;
	uint32_t	person;
	uint32_t	next;			/* node + 1, or 0 */
};

void
person_list_open(PersonList *list, const Reading *r)
{
	uint32_t	size = 256;

	memset(list, 0, sizeof(*list));
	while (size < r->n / 8)
		size *= 2;
	list->slot = berita_alloc((size_t) size * sizeof(uint32_t));
	memset(list->slot, 0, (size_t) size * sizeof(uint32_t));
	list->mask = size - 1;
}

void
person_list_free(PersonList *list)
{
	berita_free(list->person);
	berita_free(list->node);
	berita_free(list->slot);
	memset(list, 0, sizeof(*list));
}

static uint32_t *
head_of(const PersonList *list, uint32_t hash)
{
	uint32_t	h = hash * 2654435761u;

	return &list->slot[(h ^ h >> 16) & list->mask];
}

static void
index_word(PersonList *list, uint32_t hash, uint32_t person)
{
	uint32_t   *head = head_of(list, hash);

	if (list->nodes == list->node_room)
	{
		list->node_room = list->node_room ? list->node_room * 2 : 64;
		list->node = berita_grow(list->node, (size_t) list->node_room * sizeof(struct PersonNode));
	}
	list->node[list->nodes] = (struct PersonNode) {hash, person, *head};
	*head = ++list->nodes;
}

/* The hashes of a name's words, without brackets, honorifics before it left out. */
static uint32_t
name_hashes(const Reading *r, Run name, uint32_t *hash)
{
	uint32_t	n = 0;
	int			depth = 0;

	for (uint32_t i = name.from; i < name.to && n < PERSON_WORDS; i++)
	{
		if (mark_is(r, i, MARK_OPEN_BRACKET))
			depth++;
		else if (mark_is(r, i, MARK_CLOSE_BRACKET))
			depth--;
		else if (depth == 0 && fact_is(r, i, FACT_WORD))
			hash[n++] = r->fact[i].hash;
	}
	return n;
}

static bool
has_word(const Person *p, uint32_t hash)
{
	for (uint32_t i = 0; i < p->hashes; i++)
		if (p->hash[i] == hash)
			return true;
	return false;
}

static bool
has_alias(const Person *p, uint32_t hash)
{
	for (uint32_t i = 0; i < p->aliases; i++)
		if (p->alias_hash[i] == hash)
			return true;
	return false;
}

/* Are all the words the person's? */
static bool
is_part_of(const Person *p, const uint32_t *hash, uint32_t n)
{
	if (n == 1 && has_alias(p, hash[0]))
		return true;
	/* An organisation's short name is an alias, or all of its name. */
	if (p->kind == SPEAKER_ORGANISATION && n == 1 && p->hashes != 1)
		return false;
	for (uint32_t i = 0; i < n; i++)
		if (!has_word(p, hash[i]))
			return false;
	return true;
}

/* Are all the person's words among these? */
static bool
holds(const Person *p, const uint32_t *hash, uint32_t n)
{
	for (uint32_t i = 0; i < p->hashes; i++)
	{
		uint32_t	k = 0;

		while (k < n && hash[k] != p->hash[i])
			k++;
		if (k == n)
			return false;
	}
	return p->hashes > 0;
}

/* Is the word neither the first nor the last of the name? */
static bool
in_the_middle(const Person *p, uint32_t hash)
{
	return p->hashes > 2 && p->hash[0] != hash && p->hash[p->hashes - 1] != hash && !has_alias(p, hash);
}

/* An earlier one beats a later one; among earlier ones the last named, among later ones the first. */
static bool
is_nearer(const Person *p, const Person *than, uint32_t at, uint32_t hash)
{
	bool		middle = in_the_middle(p, hash);

	if (middle != in_the_middle(than, hash))
		return !middle;
	if (p->first <= at)
		return than->first > at || p->last > than->last;
	return than->first > at && p->first < than->first;
}

static uint32_t
find_hashes(const PersonList *list, const uint32_t *hash, uint32_t n, uint32_t at, bool within)
{
	uint32_t	best = NOWHERE;

	for (uint32_t w = 0; w < n && (w == 0 || within); w++)
	{
		uint32_t	node = *head_of(list, hash[w]);

		for (uint32_t step = 0; node != 0 && step < CHAIN; step++, node = list->node[node - 1].next)
		{
			uint32_t	i = list->node[node - 1].person;
			const Person *p = &list->person[i];

			if (list->node[node - 1].hash != hash[w] || !p->named)
				continue;
			if ((within ? holds(p, hash, n) : is_part_of(p, hash, n)) &&
				(best == NOWHERE || is_nearer(p, &list->person[best], at, hash[0])))
				best = i;
		}
	}
	return best;
}

bool
person_alias_entry(uint32_t n, UserEntry *entry)
{
	if (n >= nickname_table.rows)
		return false;
	memset(entry, 0, sizeof(*entry));
	entry->form = table_key(&nickname_table, n);
	entry->meaning = table_text(&nickname_table, nickname_row[n].name);
	entry->kind = USER_ALIAS;
	return true;
}

/* The hashes of the words of a text, at most PERSON_WORDS; returns how many. */
static uint32_t
hash_words(Span text, uint32_t *hash)
{
	uint32_t	n = 0;

	while (text.len > 0 && n < PERSON_WORDS)
	{
		const char *blank = memchr(text.at, ' ', text.len);
		size_t		w = blank ? (size_t) (blank - text.at) : text.len;

		hash[n++] = table_hash(span_of(text.at, w));
		w += blank != NULL;
		text = span_of(text.at + w, text.len - w);
	}
	return n;
}

/* The words of the full name behind a nickname, or 0. */
static uint32_t
nickname_hashes(const Reading *r, uint32_t i, uint32_t *hash)
{
	char		word[32];
	size_t		len;
	int32_t		row;
	const UserEntry *user;
	char		full[NAME_ROOM];
	Span		name;

	/* Most names are no nickname, and their hash tells. */
	if (r->lexicon == NULL && !table_may_hold(&nickname_table, r->fact[i].hash))
		return 0;
	len = reading_fold(r, i, word, sizeof(word));
	row = len ? table_find(&nickname_table, span_of(word, len)) : -1;
	user = len ? user_find(r->lexicon, USER_ALIAS, span_of(word, len)) : NULL;
	if (user != NULL && !user->remove)
		name = span_of(full, utf8_fold_span(user->meaning, full, sizeof(full)));
	else if (user != NULL || row < 0)
		return 0;
	else
		name = table_text(&nickname_table, nickname_row[row].name);
	return hash_words(name, hash);
}

uint32_t
person_find(const PersonList *list, const Reading *r, const Mention *m)
{
	uint32_t	hash[PERSON_WORDS];
	uint32_t	n = name_hashes(r, m->name, hash);
	uint32_t	found;

	if (n == 0)
		return NOWHERE;
	if (n == 1)
	{
		uint32_t	full[PERSON_WORDS];
		uint32_t	words = nickname_hashes(r, m->name.from, full);

		if (words > 0 && (found = find_hashes(list, full, words, m->whole.from, false)) != NOWHERE)
			return found;
	}
	found = find_hashes(list, hash, n, m->whole.from, false);
	if (found == NOWHERE && m->type != MENTION_ORGANISATION)
		found = find_hashes(list, hash, n, m->whole.from, true);
	return found;
}

static SpeakerKind
kind_of(const Mention *m)
{
	if (m->state && m->type == MENTION_ORGANISATION)
		return SPEAKER_STATE;
	if (m->document)
		return SPEAKER_DOCUMENT;
	return m->type == MENTION_ORGANISATION ? SPEAKER_ORGANISATION : m->type == MENTION_ANONYMOUS ? SPEAKER_ANONYMOUS : SPEAKER_PERSON;
}

static Person *
add_person(PersonList *list, const Mention *m)
{
	Person	   *p;

	if (list->n == list->room)
	{
		list->room = list->room ? list->room * 2 : 32;
		list->person = berita_grow(list->person, (size_t) list->room * sizeof(Person));
	}
	p = &list->person[list->n++];
	memset(p, 0, sizeof(*p));
	p->first = m->whole.from;
	p->kind = (uint8_t) kind_of(m);
	return p;
}

static void
set_name(PersonList *list, const Reading *r, uint32_t person, Run name)
{
	Person	   *p = &list->person[person];
	uint32_t	hash[PERSON_WORDS];
	uint32_t	n = name_hashes(r, name, hash);

	for (uint32_t i = 0; i < n; i++)
		if (!has_word(p, hash[i]))
			index_word(list, hash[i], person);
	p = &list->person[person];
	memcpy(p->hash, hash, sizeof(hash));
	p->hashes = (uint8_t) n;
	p->name = name;
	p->named = true;
}

static void
add_alias(PersonList *list, const Reading *r, uint32_t person, Run alias)
{
	Person	   *p = &list->person[person];
	uint32_t	hash;

	if (run_empty(alias) || p->aliases == PERSON_ALIASES)
		return;
	hash = r->fact[alias.from].hash;
	if (alias.to - alias.from > 1)
		hash = r->fact[alias.to - 1].hash;
	if (hash == 0 || has_alias(p, hash) || has_word(p, hash))
		return;
	p->alias[p->aliases] = alias;
	p->alias_hash[p->aliases++] = hash;
	index_word(list, hash, person);
}

/* How good an introduction a role is: a formal one with an affiliation is best. */
static uint32_t
role_worth(const Reading *r, Run role, Run affiliation)
{
	uint32_t	worth = 0;

	if (run_empty(role))
		return 0;
	worth = 1u + (part_is(r, role.from, PART_ROLE) ? 4u : 0u) + (run_empty(affiliation) ? 0u : 2u) + (role.to - role.from > 1 ? 1u : 0u);
	return word_is(r, role.from, WORDS_WEAK_ROLE) ? 1 : worth;
}

/* Keeps the best introduction, the first among equals, and one more. */
static void
take_role(Person *p, const Reading *r, const Mention *m)
{
	uint32_t	have = role_worth(r, p->role, p->affiliation);
	uint32_t	got = role_worth(r, m->role, m->affiliation);

	if (got == 0)
		return;
	if (got > have)
	{
		p->other_role = p->role;
		p->other_affiliation = p->affiliation;
		p->role = m->role;
		p->affiliation = m->affiliation;
	}
	else
	{
		p->other_role = m->role;
		p->other_affiliation = m->affiliation;
	}
}

/* X atau Y, X alias Y, X yang akrab disapa Y: Y names X too. */
static Run
spoken_alias(const Reading *r, const Mention *m)
{
	uint32_t	i = m->whole.to;
	Run			alias = {0, 0};

	if (mark_is(r, i, MARK_COMMA))
		i++;
	if (word_is(r, i, WORDS_ALIAS))
		i++;
	else if (word_is(r, i, WORDS_CALLED))
	{
		uint32_t	k = i;

		while (k < i + 5 && word_is(r, k, WORDS_CALLED_FILLER))
			k++;
		if (!word_is(r, k, WORDS_KNOWN) && !word_is(r, k - 1, WORDS_CALLING))
			return alias;
		i = k + word_is(r, k, WORDS_KNOWN);
		if (word_is(r, i, WORDS_CALLED_BY))
			i++;
	}
	else
		return alias;
	while (part_is(r, i, PART_HONORIFIC) && fact_is(r, i + 1, FACT_CAPITAL))
		i++;
	if (fact_is(r, i, FACT_CAPITAL) && !fact_is(r, i, FACT_SENTENCE) && !part_is(r, i, PART_ROLE | PART_ORG | PART_STOP | PART_STATE))
		alias = (Run) {i, i + 1};
	return alias;
}

/* Ana (35): does an age stand behind the name, one that is no initials? */
static bool
has_age(const Reading *r, Run name)
{
	return mark_is(r, name.to, MARK_OPEN_BRACKET) && fact_is(r, name.to + 1, FACT_NUMBER) && r->token[name.to + 1].place.chars <= 2 &&
		mark_is(r, name.to + 2, MARK_CLOSE_BRACKET) && !fact_is(r, name.from, FACT_UPPER);
}

/* Is one of the words known as a person's name, or said to speak? */
static bool
known_name(const Reading *r, Run name)
{
	for (uint32_t i = name.from; i < name.to; i++)
		if (fact_is(r, i, FACT_ALONE) || (r->fact[i].name & NAME_PERSON))
			return true;
	return false;
}

/* Ana Budiman Usai Digerebek: does a word that is in no name, nor in the person's own, stand in it?  p may be NULL. */
static bool
is_heading(const Reading *r, Run name, const Person *p)
{
	for (uint32_t i = name.from + 1; i < name.to; i++)
		if (part_is(r, i, PART_STOP | PART_ADVERB | PART_TIME | PART_BLOCK | PART_NEGATOR) && fact_is(r, i, FACT_CAPITAL) && !fact_is(r, i, FACT_ALONE) && !(r->fact[i].name & NAME_PERSON) &&
			!(r->fact[i].tail & TAIL_NAME) && (p == NULL || !has_word(p, r->fact[i].hash)))
			return true;
	return false;
}

/* Is the name more than the person's with an ordinary word at one end: Ana Budiman Official? */
static bool
is_fuller(const Person *p, const Reading *r, Run name)
{
	uint32_t	end[2] = {name.from, name.to - 1};

	for (int k = 0; k < 2 && p->hashes > 1; k++)
		if (fact_is(r, end[k], FACT_WORD) && reading_common(r, end[k]) && !fact_is(r, end[k], FACT_ALONE) && !has_word(p, r->fact[end[k]].hash))
			return false;
	return !is_heading(r, name, p);
}

/* Is it a word of the language, with or without affixes? */
static bool
is_word(Span word)
{
	char		stem[STEM_MAX];

	return lexicon_root(span_of(stem, stem_word(word, STEM_ROOT, stem))) >= 0;
}

/*
 * Begins the person's first name, or a longer last one, with the word at i: Rudi,
 * Rudianto?  *glued: with a word run onto it, Anaterkejut.
 */
static bool
shortened(const Person *p, const Reading *r, uint32_t i, bool *glued)
{
	char		word[NAME_ROOM],
				full[NAME_ROOM];
	size_t		len = reading_fold(r, i, word, sizeof(word));

	for (uint32_t k = p->name.from; k < p->name.to && p->name.to - p->name.from <= PERSON_WORDS; k++)
	{
		size_t		n = fact_is(r, k, FACT_CAPITAL) ? reading_fold(r, k, full, sizeof(full)) : 0;

		if (n > len && len >= 4 && memcmp(word, full, len) == 0)
		{
			*glued = n - len > 4 && is_word(span_of(full + len, n - len));
			return true;
		}
	}
	return false;
}

/* The only person of before whose name the lone word at i shortens, or NOWHERE. */
static uint32_t
find_shortened(const PersonList *list, const Reading *r, const Mention *m, bool *glued)
{
	uint32_t	found = NOWHERE;

	*glued = false;
	if (m->type != MENTION_NAME || m->name.to != m->name.from + 1 || !fact_is(r, m->name.from, FACT_ALONE) || fact_is(r, m->name.from, FACT_UPPER))
		return NOWHERE;
	for (uint32_t i = list->n; i-- > 0 && list->n - i <= SHORTENED;)
	{
		const Person *p = &list->person[i];

		if (!p->named || p->kind != SPEAKER_PERSON || !p->certain || !shortened(p, r, m->name.from, glued))
			continue;
		if (found != NOWHERE)
			return NOWHERE;
		found = i;
	}
	return found;
}

/* Lapor ke Nomor Ana Budi mengatakan: a headline before the name may reach into it. */
static bool
behind_heading(const Reading *r, const Mention *m)
{
	return m->type == MENTION_NAME && m->name.from > m->whole.from && !part_is(r, m->name.from - 1, PART_RANK | PART_HONORIFIC | PART_ROLE) && !word_is(r, m->name.from - 1, WORDS_LATE) &&
		!fact_is(r, m->name.from, FACT_GLUED_BEFORE);
}

uint32_t
person_note(PersonList *list, const Reading *r, const Mention *m)
{
	uint32_t	hash[PERSON_WORDS];
	uint32_t	n = name_hashes(r, m->name, hash);
	bool		quoted = fact_is(r, m->whole.from, FACT_QUOTED),
				glued;
	uint32_t	found;

	if (n == 0 || m->name.to - m->name.from > 16)
		return NOWHERE;
	found = person_find(list, r, m);
	if (found == NOWHERE && (found = find_shortened(list, r, m, &glued)) != NOWHERE)
	{
		if (glued && list->person[found].hashes == 1)
			set_name(list, r, found, m->name);
		else
			add_alias(list, r, found, m->name);
	}
	else if (found == NOWHERE)
	{
		found = list->n;
		(void) add_person(list, m);
		list->person[found].quoted = quoted;
		set_name(list, r, found, m->name);
	}
	else if (n > list->person[found].hashes && (!quoted || list->person[found].quoted) && !behind_heading(r, m) && is_fuller(&list->person[found], r, m->name))
		set_name(list, r, found, m->name);
	else if (n > 1 && n < list->person[found].hashes && m->type != MENTION_ORGANISATION && is_heading(r, list->person[found].name, NULL) && !is_heading(r, m->name, NULL))
		set_name(list, r, found, m->name);
	if (!quoted)
		list->person[found].quoted = false;
	if (list->person[found].kind == SPEAKER_ORGANISATION && m->type == MENTION_ROLE_NAME && !part_is(r, list->person[found].name.from, PART_ORG))
		list->person[found].kind = SPEAKER_PERSON;
	list->person[found].mentions++;
	list->person[found].last = m->whole.from;
	list->person[found].certain = list->person[found].certain || m->type == MENTION_ROLE_NAME || m->whole.from < m->name.from || known_name(r, m->name) || has_age(r, m->name);
	take_role(&list->person[found], r, m);
	add_alias(list, r, found, m->alias);
	add_alias(list, r, found, spoken_alias(r, m));
	return found;
}

/* Does the short form of an office at i stand for words of the run: Menkeu, Menteri Keuangan? */
static bool
office_within(const Reading *r, uint32_t i, Run run)
{
	char		word[32];
	size_t		len = part_is(r, i, PART_ROLE) ? reading_fold(r, i, word, sizeof(word)) : 0;
	int32_t		row = len ? table_find(&office_table, span_of(word, len)) : -1;
	uint32_t	hash[PERSON_WORDS];
	uint32_t	n = row < 0 ? 0 : hash_words(table_text(&office_table, office_row[row].words), hash);

	for (uint32_t w = 0; w < n; w++)
	{
		uint32_t	k = run.from;

		while (k < run.to && r->fact[k].hash != hash[w])
			k++;
		if (k == run.to)
			return false;
	}
	return n > 0;
}

/* Do all the words of the run that matter stand in the other? */
static bool
run_within(const Reading *r, Run run, Run other, bool capitals)
{
	for (uint32_t i = run.from; i < run.to; i++)
	{
		bool		found = false;

		if (!fact_is(r, i, FACT_WORD) || part_is(r, i, PART_STOP) || (capitals && !fact_is(r, i, FACT_CAPITAL)) || word_is(r, i, WORDS_DEMONSTRATIVE))
			continue;
		for (uint32_t k = other.from; k < other.to && !found; k++)
			found = r->fact[k].hash == r->fact[i].hash;
		if (!found && !office_within(r, i, other))
			return false;
	}
	return true;
}

/* Is the mention's role the one given? */
static bool
same_role(const Reading *r, const Mention *m, Run role, Run affiliation)
{
	Run			wanted = run_empty(m->role) ? m->whole : m->role;

	if (run_empty(role) || role.to > m->whole.from)
		return false;
	return run_within(r, wanted, role, false) && (run_empty(affiliation) || run_within(r, m->affiliation, affiliation, true));
}

uint32_t
person_by_role(const PersonList *list, const Reading *r, const Mention *m, uint32_t at)
{
	uint32_t	looked = 0;

	for (uint32_t i = list->n; i-- > 0 && looked < 64; looked++)
	{
		const Person *p = &list->person[i];

		if (p->first < at && p->named &&
			(same_role(r, m, p->role, p->affiliation) || same_role(r, m, p->other_role, p->other_affiliation)))
			return i;
	}
	return NOWHERE;
}

uint32_t
person_add_unnamed(PersonList *list, const Reading *r, const Mention *m)
{
	Person	   *p = add_person(list, m);

	p->name = m->whole;
	p->role = m->role;
	p->affiliation = m->affiliation;
	p->mentions = 1;
	(void) r;
	return list->n - 1;
}

void
person_rename(PersonList *list, const Reading *r, uint32_t person, Run alias, uint32_t other)
{
	if (person == other)
		return;
	if (other != NOWHERE)
	{
		list->person[other].named = false;
		list->person[person].mentions += list->person[other].mentions;
	}
	add_alias(list, r, person, alias);
}
