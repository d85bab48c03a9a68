/*
 * From a mention to a person: names, roles, pronouns and the clitic -nya.
 *
 * A name or a role is looked up among the persons of the article.  A pronoun, the
 * clitic or a description is taken for, in this order,
 *
 *		the person who is the subject of the sentence right before,
 *		where that sentence came after the last attribution;
 *		the speaker of the last attribution;
 *		nobody: a wrong name is worse than none.
 *
 * Names within quotations are never candidates, nor are names in what stands
 * before the subject: "Saat konferensi pers dengan Ana, Budi ..." is about Budi.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/quote_scan.h"

#define BRIDGE 28				/* tokens between a subject and its verb */

static bool
is_person(const Scan *s, uint32_t person)
{
	return person != NOWHERE && s->persons->person[person].kind == SPEAKER_PERSON;
}

/* Who "dia", "-nya" or "pria itu" is at this point of the text. */
static uint32_t
resolve_pronoun(const Scan *s, bool plural, float *certainty)
{
	bool		fresh = s->subject != NOWHERE && (s->last == NOWHERE || s->subject_sentence > s->last_sentence);

	if (fresh && s->sentence - s->subject_sentence <= 1 && is_person(s, s->subject))
	{
		*certainty = s->subject == s->last ? 0.97f : 0.85f;
		return s->subject;
	}
	if (s->last != NOWHERE)
	{
		uint32_t	gap = s->sentence - s->last_sentence;

		*certainty = gap <= 2 ? 0.95f : gap <= 6 ? 0.85f : 0.7f;
		if (plural && s->last_second == NOWHERE && is_person(s, s->last))
			*certainty = 0.55f;
		if (!plural && s->last_person != NOWHERE && s->last_person != s->last &&
			(s->persons->person[s->last].kind == SPEAKER_ORGANISATION || s->persons->person[s->last].kind == SPEAKER_STATE))
		{
			*certainty *= 0.85f;
			return s->last_person;
		}
		return s->last;
	}
	if (s->subject != NOWHERE)
	{
		*certainty = 0.6f;
		return s->subject;
	}
	*certainty = 0.0f;
	return NOWHERE;
}

/* An unnamed speaker of before whose description begins with the same word, or NOWHERE. */
static uint32_t
same_description(const Scan *s, const Mention *m)
{
	uint32_t	looked = 0;

	for (uint32_t i = s->persons->n; i-- > 0 && looked < 32; looked++)
	{
		const Person *p = &s->persons->person[i];

		if (p->named)
			continue;
		for (uint32_t k = p->name.from; k < p->name.to; k++)
			if (s->r->fact[k].hash == s->r->fact[m->whole.from].hash)
				return i;
	}
	return NOWHERE;
}

/* pria itu, politikus asal Medan ini: words that stand for a person known by name */
static bool
points_to_person(const Reading *r, const Mention *m)
{
	if (word_is(r, m->whole.from, WORDS_ONE_OF) && part_is(r, m->whole.from + 1 + word_is(r, m->whole.from, WORDS_SALAH), PART_ROLE))
		return true;
	/* tiga kali juara dunia itu */
	if (word_is(r, m->whole.from + 1, WORDS_TIMES) && word_is(r, m->whole.to - 1, WORDS_DEMONSTRATIVE))
		return true;
	return part_is(r, m->whole.from, PART_ROLE) ||
		word_is(r, m->whole.from, WORDS_SOMEBODY);
}

/* pria yang akrab disapa Emil: who is called so, or NOWHERE */
static uint32_t
called(const Scan *s, uint32_t i)
{
	const Reading *r = s->r;
	Mention		m;

	for (uint32_t k = i; k < i + 6; k++)
		if (word_is(r, k, WORDS_ADDRESSED) && mention_read(r, k + 1, r->n, &m) && !run_empty(m.name))
			return person_find(s->persons, r, &m);
	return NOWHERE;
}

/* Is the run about a relative or helper of the person, who is named in it: istri Ana itu? */
static bool
is_relative(const Scan *s, Run run, uint32_t person)
{
	const Person *p = &s->persons->person[person];
	uint32_t	head = run.from + word_is(s->r, run.from, WORDS_FORMER);
	bool		any = false;

	if (!word_is(s->r, head, WORDS_KIN) && !word_is(s->r, head, WORDS_TAKES_NAME))
		return false;
	for (uint32_t i = head + 1; i < run.to; i++)
	{
		bool		own = !fact_is(s->r, i, FACT_CAPITAL) || part_is(s->r, i, PART_HONORIFIC | PART_RANK);

		for (uint32_t k = 0; k < p->hashes && !own; k++)
			own = s->r->fact[i].hash == p->hash[k];
		if (!own)
			return false;
		any = any || fact_is(s->r, i, FACT_CAPITAL);
	}
	return any && p->named;
}

/* A description without a name: somebody known where it points back, else itself. */
static void
resolve_description(Scan *s, Speaker *who)
{
	const Mention *m = &who->mention;
	bool		generic = (points_to_person(s->r, m) || word_is(s->r, m->whole.from, WORDS_SANG)) && !part_is(s->r, m->whole.from, PART_ROLE);
	bool		points = generic || (m->whole.to > m->whole.from && word_is(s->r, m->whole.to - 1, WORDS_DEMONSTRATIVE));

	if (generic)
		who->person = called(s, m->whole.to);
	if (points && who->person == NOWHERE)
	{
		who->person = person_by_role(s->persons, s->r, m, m->whole.from);
		if (who->person == NOWHERE && (generic || points_to_person(s->r, m)))
			who->person = resolve_pronoun(s, false, &who->certainty);
		if (who->person != NOWHERE && is_relative(s, m->whole, who->person))
			who->person = NOWHERE;
		who->certainty *= 0.8f;
	}
	if (who->person == NOWHERE)
	{
		who->person = same_description(s, m);
		who->certainty = 0.8f;
	}
	if (who->person == NOWHERE)
		who->person = person_add_unnamed(s->persons, s->r, m);
}

/* perusahaan itu, klub, kementerian: the last organisation named before, or NOWHERE */
static uint32_t
last_organisation(const Scan *s, const Mention *m)
{
	uint32_t	looked = 0;

	if (m->whole.to - m->whole.from > 2 || !word_is(s->r, m->whole.from, WORDS_ORGANISATION))
		return NOWHERE;
	for (uint32_t i = s->note; i-- > 0 && looked < 40; looked++)
	{
		uint32_t	p = s->noted[i].person;

		if (s->noted[i].from < m->whole.from && s->persons->person[p].kind == SPEAKER_ORGANISATION && part_is(s->r, s->noted[i].from, PART_ORG) &&
			s->noted[i].to - s->noted[i].from > 1 &&
			!fact_is(s->r, s->noted[i].from, FACT_QUOTED))
			return p;
	}
	return NOWHERE;
}

/* Ani, sapaan akrabnya; Toni panggilan akrab Arif Fathoni: whose name it is, or NOWHERE. */
static uint32_t
resolve_familiar(Scan *s, const Mention *m)
{
	const Reading *r = s->r;
	uint32_t	i = m->whole.to + mark_is(r, m->whole.to, MARK_COMMA);
	uint32_t	own,
				person = NOWHERE;
	Mention		full;
	float		certainty;

	if (m->name.to - m->name.from > 2 || !word_is(r, i, WORDS_FAMILIAR))
		return NOWHERE;
	own = person_find(s->persons, r, m);
	if (own != NOWHERE && s->persons->person[own].hashes > 2)
		return NOWHERE;
	while (word_is(r, i, WORDS_FAMILIAR_FILLER))
		i++;
	if (fact_is(r, i, FACT_CAPITAL) && mention_read(r, i, r->n, &full) && !run_empty(full.name))
		person = person_find(s->persons, r, &full);
	else
	{
		uint32_t	last = s->last;

		if (last == own)
			s->last = NOWHERE;
		person = resolve_pronoun(s, false, &certainty);
		s->last = last;
	}
	if (person != NOWHERE && person != own)
		person_rename(s->persons, r, person, m->name, own);
	return person;
}

/* How far a person of the list is to be trusted: somebody with a role and a full name most. */
static float
trust(const Scan *s, uint32_t person)
{
	const Person *p;

	if (person == NOWHERE)
		return 1.0f;
	p = &s->persons->person[person];
	if (p->kind == SPEAKER_ORGANISATION || p->kind == SPEAKER_STATE)
		return 0.92f;
	if (p->named && !p->certain)
		return 0.8f;
	if (p->named && p->hashes == 1 && run_empty(p->role))
		return 0.92f;
	return p->hashes > 4 ? 0.92f : 1.0f;
}

static void
resolve_mention(Scan *s, Speaker *who, uint32_t at)
{
	const Mention *m = &who->mention;

	who->certainty = 0.97f;
	who->person = NOWHERE;
	switch (m->type)
	{
		case MENTION_NONE:
			who->certainty = 0.5f;
			return;
		case MENTION_PRONOUN:
		case MENTION_CLITIC:
			who->person = resolve_pronoun(s, m->plural, &who->certainty);
			if (who->person == s->last)
				who->second = s->last_second;
			return;
		case MENTION_ROLE:
			who->person = person_by_role(s->persons, s->r, m, at);
			who->certainty = 0.9f;
			if (who->person == NOWHERE)
			{
				who->person = person_add_unnamed(s->persons, s->r, m);
				who->certainty = 0.75f;
			}
			return;
		case MENTION_DESCRIPTION:
		case MENTION_ANONYMOUS:
			resolve_description(s, who);
			return;
		case MENTION_NAME:
		case MENTION_ROLE_NAME:
		case MENTION_ORGANISATION:
			if (!run_empty(m->name))
				who->person = resolve_familiar(s, m);
			if (!run_empty(m->name) && who->person == NOWHERE)
				who->person = person_find(s->persons, s->r, m);
			if (m->type == MENTION_ORGANISATION && (who->person == NOWHERE || s->persons->person[who->person].hashes == 1))
			{
				uint32_t	org = fact_is(s->r, m->whole.from, FACT_UPPER) ? NOWHERE : person_by_role(s->persons, s->r, m, at);

				if (org == NOWHERE)
					org = last_organisation(s, m);

				if (org != NOWHERE)
				{
					who->person = org;
					who->certainty = 0.8f;
				}
			}
			if (who->person == NOWHERE)
			{
				who->person = person_add_unnamed(s->persons, s->r, m);
				if (!run_empty(m->name))
					s->persons->person[who->person].name = m->name;
			}
			return;
	}
}

void
speaker_resolve(Scan *s, Speaker *who, uint32_t at)
{
	resolve_mention(s, who, at);
	who->certainty *= trust(s, who->person);
}

void
speaker_remember(Scan *s, const Speaker *who)
{
	/* Informasi yang beredar menyebut: nobody whom "dia" could stand for */
	if (who->person == NOWHERE || (who->mention.type == MENTION_DESCRIPTION && word_is(s->r, who->mention.whole.from, WORDS_HEARSAY)))
		return;
	s->last = who->person;
	if (is_person(s, who->person))
		s->last_person = who->person;
	s->last_second = who->second;
	s->last_sentence = s->sentence;
}

/* Is the sentence's beginning before token i no place for a subject: Saat ..., Dalam ...? */
static bool
in_adverbial(const Scan *s, uint32_t i)
{
	const Reading *r = s->r;

	if (!part_is(r, s->sentence_from, PART_STOP) || reading_cue_in(r, s->sentence_from, CUE_IN_ACCORDING))
		return false;
	for (uint32_t k = s->sentence_from; k < i; k++)
		if (mark_is(r, k, MARK_COMMA))
			return false;
	return true;
}

/* Is a name at token i behind a pronoun or a verb of its clause, and so no subject? */
static bool
is_object(const Scan *s, uint32_t i)
{
	const Reading *r = s->r;

	for (uint32_t k = i; k > s->sentence_from && i - k < 30;)
	{
		k--;
		if (mark_is(r, k, MARK_COMMA))
			return false;
		if (part_is(r, k, PART_PRONOUN) || word_is(r, k, WORDS_BEFORE_OBJECT) || (!fact_is(r, k, FACT_CAPITAL) && reading_verb(r, k)))
			return true;
	}
	return false;
}

/* Follows the narrative up to token to: counts sentences, keeps their subjects. */
void
speaker_advance(Scan *s, uint32_t to)
{
	while (s->note < s->notes && s->noted[s->note].from < to)
	{
		const Noted *n = &s->noted[s->note++];

		s->persons->person[n->person].last = n->from;
		/* Lihat: Ana Siap Datang */
		if (word_is(s->r, s->sentence_from, WORDS_SEE) && mark_is(s->r, s->sentence_from + 1, MARK_COLON))
			continue;
		if (n->from < s->sentence_from || fact_is(s->r, n->from, FACT_QUOTED | FACT_SKIP) || s->subject_sentence == s->sentence)
			continue;
		if (!is_person(s, n->person) || !s->persons->person[n->person].certain || in_adverbial(s, n->from) || is_object(s, n->from))
			continue;
		/* Initials stand for victims and suspects, who seldom speak. */
		if (s->last != NOWHERE && n->to == n->from + 1 && fact_is(s->r, n->from, FACT_UPPER) && s->r->token[n->from].place.chars <= 3 && s->persons->person[n->person].hashes == 1)
			continue;
		s->subject = n->person;
		s->subject_sentence = s->sentence;
	}
}

/* Is there a comma with a name behind it between i and the verb: Profesor yang ..., Ana, menulis? */
static bool
name_between(const Reading *r, uint32_t i, uint32_t verb)
{
	for (uint32_t k = i; k + 1 < verb; k++)
		if (mark_is(r, k, MARK_COMMA) && fact_is(r, k + 1, FACT_CAPITAL) && !part_is(r, k + 1, PART_TIME))
			return true;
	return false;
}

/* Can what stands between the phrase that ends at i and the verb belong to the subject? */
static bool
bridges(const Reading *r, uint32_t i, uint32_t verb)
{
	if (i == verb)
		return true;
	if (verb - i > BRIDGE)
		return false;
	if (word_is(r, i, WORDS_YANG))
		return !name_between(r, i, verb);
	if (word_is(r, i, WORDS_ALIAS))
		return verb - i <= 8 && mark_is(r, verb - 1, MARK_COMMA);
	if (word_is(r, i, WORDS_AS))
		return verb - i <= 14;
	if (mark_is(r, i, MARK_OPEN_BRACKET))
		return mark_is(r, verb - 1, MARK_CLOSE_BRACKET);
	if (mark_is(r, i, MARK_COMMA))
	{
		if (mark_is(r, verb - 1, MARK_COMMA) || word_is(r, i + 1, WORDS_YANG))
			return true;
		/* Ana, salah satu warga yang ..., mengatakan; Ana, dalam pidatonya mengatakan */
		for (uint32_t k = i + 1; k < verb; k++)
			if (mark_is(r, k, MARK_COMMA) || reading_cue_in(r, k, CUE_IN_ACT))
				return false;
		return (part_is(r, i + 1, PART_ROLE | PART_GROUP | PART_HUMAN) && !fact_is(r, i + 1, FACT_CAPITAL)) ||
			word_is(r, i + 1, WORDS_ASIDE);
	}
	if (word_is(r, i, WORDS_TOGETHER) && !fact_is(r, i + 1, FACT_CAPITAL))
		return verb - i <= 6;
	return part_is(r, i, PART_STOP) && mark_is(r, verb - 1, MARK_COMMA);
}

/* Ana di Jakarta mengatakan, Ana dalam pidatonya mengatakan */
static bool
bridges_far(const Reading *r, uint32_t i, uint32_t verb)
{
	if (verb - i > BRIDGE || !word_is(r, i, WORDS_FAR_BRIDGE))
		return false;
	for (uint32_t k = i; k < verb; k++)
		if (reading_cue_in(r, k, CUE_IN_ACT))
			return false;
	return true;
}

/* X dan Y mengatakan: reads Y. */
static bool
read_second(const Reading *r, uint32_t i, uint32_t verb, Mention *m, Mention *second)
{
	if (!word_is(r, i, WORDS_AND_SLASH) || (m->type != MENTION_NAME && m->type != MENTION_ROLE_NAME && m->type != MENTION_ORGANISATION))
		return false;
	return mention_read(r, i + 1, verb, second) && !run_empty(second->name) &&
		!(mark_is(r, i, MARK_OTHER) && (m->type == MENTION_ORGANISATION || second->type != MENTION_NAME)) && bridges(r, second->whole.to, verb);
}

/* May the word at k stand before a subject at the beginning of a clause? */
static bool
before_subject(const Reading *r, uint32_t k)
{
	return part_is(r, k, PART_ADVERB) || mark_is(r, k, MARK_DASH) ||
		word_is(r, k, WORDS_BEFORE_SUBJECT);
}

/* A phrase that begins in [start, verb) at a clause's beginning or behind a comma and reaches the verb. */
static bool
subject_at_comma(const Reading *r, uint32_t start, uint32_t verb, bool far, Mention *m, Mention *second)
{
	Mention		nameless;

	nameless.type = MENTION_NONE;
	for (uint32_t i = start; i < verb; i++)
	{
		for (uint32_t k = i, skipped = 0; skipped < 4 && k < verb; skipped++, k++)
		{
			if (mention_read(r, k, verb, m) && m->whole.to <= verb)
			{
				if (far ? bridges_far(r, m->whole.to, verb) : bridges(r, m->whole.to, verb))
				{
					/* sang adik, Ana, mengatakan: a name behind the comma is better */
					if (!run_empty(m->name) || m->whole.to == verb || !name_between(r, m->whole.to, verb))
						return true;
					if (nameless.type == MENTION_NONE)
						nameless = *m;
				}
				if (!far && read_second(r, m->whole.to, verb, m, second))
					return true;
				memset(second, 0, sizeof(*second));
			}
			if (!before_subject(r, k))
				break;
		}
		while (i < verb && !mark_is(r, i, MARK_COMMA) && !mark_is(r, i, MARK_DASH) && !word_is(r, i, WORDS_BAHWA))
			i++;
	}
	*m = nameless;
	return m->type != MENTION_NONE;
}

/* A name that ends right before the verb, wherever in the clause it begins. */
static bool
subject_beside(const Reading *r, uint32_t start, uint32_t verb, Mention *m)
{
	for (uint32_t i = verb > start + 24 ? verb - 24 : start; i < verb; i++)
	{
		if (i > start && (fact_is(r, i - 1, FACT_CAPITAL) || part_is(r, i - 1, PART_ROLE) ||
						  word_is(r, i - 1, WORDS_SUBORDINATES)))
			continue;
		if (mention_read(r, i, verb, m) && m->whole.to == verb && (m->type == MENTION_NAME || m->type == MENTION_ROLE_NAME))
			return true;
	}
	return false;
}

/*
 * The subject of the verb, a phrase that begins between start and verb: a pronoun
 * right before it; else the first phrase, at the start, behind openers or behind a
 * comma, that reaches the verb; else a name beside the verb.
 */
bool
speaker_subject(const Scan *s, uint32_t start, uint32_t verb, Mention *m, Mention *second)
{
	const Reading *r = s->r;

	memset(second, 0, sizeof(*second));
	if (verb > start && part_is(r, verb - 1, PART_PRONOUN) && mention_read(r, verb - 1, verb, m))
		return true;
	if (subject_at_comma(r, start, verb, false, m, second) || subject_beside(r, start, verb, m) ||
		subject_at_comma(r, start, verb, true, m, second))
		return true;
	m->type = MENTION_NONE;
	return false;
}
