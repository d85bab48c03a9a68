/*
 * Who said what.
 *
 * An article is read three times.  First the quotation marks are paired
 * (core/mark) and the named mentions collected (core/mention, core/person), so
 * that a short name is known by its full form.  Then the text is read from the
 * front, outside quotations word by word:
 *
 *		at a quotation		core/quote_direct: is there a word of saying behind it, or
 *							before it, or does it go on with the one before?
 *		at a word of saying	core/quote_indirect: who is its subject, what its content?
 *
 * and every attribution is remembered, for the pronouns that come after it
 * (core/quote_speaker).  Each row carries the rule that made it and a confidence, the
 * rule's share of right rows times how sure the speaker's resolution is.
 *
 *		"Kami siap," kata Menteri Ana Budiman di Jakarta. "Mari."
 *		D1	direct, cue kata, mention role+name, Ana Budiman
 *		D9	direct, goes on: part 2 of the same utterance
 *
 * Limits: what nobody is said to have said stays out (Ia tidak menjelaskan), so
 * does reported thought without a word for it.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/quote.h"

#include "core/host.h"
#include "core/quote_scan.h"

#define BREATH 1024
#define FARTHEST 400			/* tokens of a sentence that are looked at from a word of saying */

Quote *
scan_add(Scan *s, QuoteKind kind, uint32_t from, uint32_t to, const char *rule, float confidence)
{
	QuoteList  *l = s->out;
	Quote	   *q;

	if (l->n == l->room)
	{
		l->room = l->room ? l->room * 2 : 32;
		l->quote = berita_grow(l->quote, (size_t) l->room * sizeof(Quote));
	}
	q = &l->quote[l->n++];
	memset(q, 0, sizeof(*q));
	q->kind = (uint8_t) kind;
	q->span = (Run) {from, to};
	q->place = reading_place(s->r, from, to);
	q->speaker = q->second = NOWHERE;
	q->rule = rule;
	q->confidence = confidence;
	q->utterance = l->n;
	q->part = 1;
	for (uint32_t i = from; i < to; i++)
		q->words += fact_is(s->r, i, FACT_WORD) && (kind != QUOTE_MIXED || fact_is(s->r, i, FACT_QUOTED));
	return q;
}

static Polarity
polarity_of(const Scan *s, uint32_t cue, const Cue *c)
{
	bool		negated = cue > 0 && part_is(s->r, cue - 1, PART_NEGATOR);

	if (c->class == CUE_DENIAL)
		return negated ? POLARITY_NOT_DENY : POLARITY_DENY;
	if (c->class == CUE_ACCUSE)
		return POLARITY_ACCUSE;
	return c->class == CUE_QUESTION ? POLARITY_ASK : POLARITY_ASSERT;
}

/* Is the clitic's word written with -nya itself, with no accent or hidden character in it? */
static bool
ends_in_nya(Span word)
{
	const char *end = word.at + word.len;

	return word.len > 3 && (end[-3] | 0x20) == 'n' && (end[-2] | 0x20) == 'y' && (end[-1] | 0x20) == 'a';
}

/* Gives a row its cue (NOWHERE: none) and its speaker, and remembers the speaker. */
void
scan_attribute(Scan *s, Quote *q, uint32_t cue, const Speaker *who)
{
	const Reading *r = s->r;

	if (cue != NOWHERE)
	{
		q->cue = r->token[cue].place;
		if (r->fact[cue].cue != 0)
		{
			Cue			c = reading_cue(r, cue);

			q->lemma = c.lemma;
			q->polarity = (uint8_t) polarity_of(s, cue, &c);
		}
	}
	q->mention_type = (uint8_t) who->mention.type;
	if (who->mention.type != MENTION_NONE)
		q->mention = reading_place(r, who->mention.whole.from, who->mention.whole.to);
	if (who->mention.type == MENTION_CLITIC && ends_in_nya(span_at(r->article->text, q->mention)))
	{
		q->mention.at += q->mention.len - 3;
		q->mention.chars_at += q->mention.chars - 3;
		q->mention.len = q->mention.chars = 3;
	}
	q->speaker = who->person;
	q->second = who->second;
	q->confidence *= who->certainty;
	speaker_remember(s, who);
	s->last_row = s->out->n;
}

uint32_t
scan_pair_at(const Scan *s, uint32_t i)
{
	const PairList *l = &s->out->pairs;

	for (uint32_t k = s->pair; k < l->n && l->pair[k].first <= i + 1; k++)
		if (!l->pair[k].nested && (l->pair[k].open == i || (l->pair[k].open == NOWHERE && l->pair[k].first == i)))
			return k;
	return NOWHERE;
}

/*
 * The first token at or behind i that begins a sentence outside quotations,
 * boilerplate, or the end; at most FARTHEST tokens away.
 */
uint32_t
scan_sentence_end(Scan *s, uint32_t i)
{
	const Reading *r = s->r;
	uint32_t	end = i;

	if (i >= s->ends.from && i <= s->ends.to)
		end = s->ends.to;
	else
	{
		while (end < r->n && !fact_is(r, end, FACT_SKIP) &&
			   !(fact_is(r, end, FACT_SENTENCE) && (!fact_is(r, end, FACT_QUOTED) || mark_is(r, end, MARK_QUOTE))))
			end++;
		s->ends = (Run) {i, end};
	}
	return end - i > FARTHEST ? i + FARTHEST : end;
}

static bool
can_open(const Reading *r, uint32_t i)
{
	return fact_is(r, i, FACT_CAPITAL) || (part_is(r, i, PART_ROLE) && !fact_is(r, i, FACT_NUMBER)) || word_is(r, i, WORDS_SEORANG);
}

/* Could the one who has a single name be the person: does a word of the full name begin with the same letter? */
static bool
is_nickname(const QuoteList *list, uint32_t person, uint32_t single)
{
	const Reading *r = &list->reading;
	const Person *p = &list->persons.person[person];
	const Person *s = &list->persons.person[single];

	if (person == single || p->hashes < 2 || s->hashes != 1 || p->kind != SPEAKER_PERSON || !p->certain)
		return false;
	for (uint32_t i = p->name.from; i < p->name.to; i++)
		if (fact_is(r, i, FACT_CAPITAL) && r->text.at[r->token[i].place.at] == r->text.at[r->token[s->name.from].place.at])
			return true;
	return false;
}

/*
 * Ana Budiman tiba. Pria yang akrab disapa Aan itu ...; and
 * Teo - panggilan akrab Ana Budiman: what was noted right before the mention is
 * a name of its person.
 */
static void
join_familiar(QuoteList *list, const Noted *before, const Mention *m, uint32_t person)
{
	const Reading *r = &list->reading;
	uint32_t	i = m->whole.from;
	const Person *p = &list->persons.person[before->person];

	if (i > before->to + 3 && i < before->to + 40 && word_is(r, i - 1, WORDS_ADDRESSED) && word_is(r, i - 2, WORDS_CALLED) && is_nickname(list, before->person, person))
	{
		for (uint32_t k = before->to; k < i; k++)
			if (fact_is(r, k, FACT_SENTENCE) && word_is(r, k, WORDS_SOMEBODY))
				person_rename(&list->persons, r, before->person, list->persons.person[person].name, person);
		return;
	}
	while (i > before->to && word_is(r, i - 1, WORDS_FAMILIAR_LINK))
		i--;
	if (i <= before->to || !word_is(r, i - 1, WORDS_NICKNAME))
		return;
	i--;
	if (i > before->to && r->fact[i - 1].mark != MARK_NONE)
		i--;
	if (i == before->to && before->person != person && p->hashes <= 2 && p->name.from >= before->from)
		person_rename(&list->persons, r, person, p->name, before->person);
}

/* The first reading: every named mention, in order. */
static Noted *
note_names(QuoteList *list, uint32_t *notes)
{
	const Reading *r = &list->reading;
	Noted	   *noted = NULL;
	uint32_t	room = 0;
	Mention		m;

	*notes = 0;
	for (uint32_t k = 0, next = 0; k < r->openers; k++)
	{
		uint32_t	i = r->opener[k];
		uint32_t	person;

		if (k % BREATH == 0)
			berita_breathe();
		if (i < next || !can_open(r, i) || fact_is(r, i, FACT_SKIP) || !mention_read(r, i, r->n, &m))
			continue;
		person = person_note(&list->persons, r, &m);
		if (person != NOWHERE || m.type == MENTION_ROLE)
			next = m.whole.to;
		if (person == NOWHERE)
			continue;
		if (*notes > 0)
			join_familiar(list, &noted[*notes - 1], &m, person);
		if (*notes == room)
		{
			room = room ? room * 2 : 64;
			noted = berita_grow(noted, (size_t) room * sizeof(Noted));
		}
		noted[(*notes)++] = (Noted) {m.whole.from, m.whole.to, person};
	}
	return noted;
}

/* The first line is a headline: its words count, and "Ana Bantah C" is a telling of Ana's. */
static void
read_headline(Scan *s, uint32_t end)
{
	const Reading *r = s->r;

	for (uint32_t v = 1; v + 1 < end; v++)
	{
		Speaker		who = {.person = NOWHERE, .second = NOWHERE};
		Quote	   *q;

		if (!reading_cue_in(r, v, CUE_IN_ACT | CUE_IN_BARE) || !mention_read(r, 0, v, &who.mention) || who.mention.whole.to != v)
			continue;
		speaker_resolve(s, &who, v);
		q = scan_add(s, QUOTE_INDIRECT, v + 1, end, "I16", 0.7f);
		scan_attribute(s, q, v, &who);
		s->done = end;
		return;
	}
}

/* Takes the first line for running text; returns the token behind it. */
static uint32_t
open_headline(Reading *r)
{
	uint32_t	i = 0;

	for (; i < r->n && r->token[i].line == r->token[0].line; i++)
		r->fact[i].flags &= (uint16_t) ~FACT_SKIP;
	return i;
}

/* The second reading: attributions, in order. */
static void
read_attributions(Scan *s)
{
	const Reading *r = s->r;
	PairList   *pairs = &s->out->pairs;

	for (uint32_t i = 0; i < r->n;)
	{
		uint32_t	next = i;

		if (i % BREATH == 0)
			berita_breathe();
		if (!fact_is(r, i, FACT_SENTENCE | FACT_QUOTED) && r->fact[i].cue == 0)
		{
			i++;
			continue;
		}
		while (s->pair < pairs->n && (pairs->pair[s->pair].nested || pairs->pair[s->pair].end <= i))
			s->pair++;
		if (fact_is(r, i, FACT_SENTENCE) && (!fact_is(r, i, FACT_QUOTED) || mark_is(r, i, MARK_QUOTE)))
		{
			speaker_advance(s, i);
			s->sentence++;
			s->sentence_from = i;
		}
		if (fact_is(r, i, FACT_QUOTED))
		{
			uint32_t	pair = scan_pair_at(s, i);

			speaker_advance(s, i);
			if (pair != NOWHERE)
				next = direct_read(s, pair);
		}
		else if (r->fact[i].cue != 0 && i >= s->done && !fact_is(r, i, FACT_SKIP))
		{
			speaker_advance(s, i);
			next = indirect_read(s, i);
		}
		i = next > i ? next : i + 1;
	}
}

static int
by_place(const Quote *a, const Quote *b)
{
	return a->place.at < b->place.at ? -1 : a->place.at > b->place.at;
}

/* Rows come nearly in order: straight insertion moves each a few places at most. */
static void
sort_rows(QuoteList *l)
{
	for (uint32_t i = 1; i < l->n; i++)
	{
		Quote		q = l->quote[i];
		uint32_t	k = i;

		berita_breathe_each(i);
		while (k > 0 && i - k < 64 && by_place(&l->quote[k - 1], &q) > 0)
		{
			l->quote[k] = l->quote[k - 1];
			k--;
		}
		l->quote[k] = q;
	}
}

/* The first row at or behind a byte. */
static uint32_t
row_at(const QuoteList *l, uint32_t at)
{
	uint32_t	low = 0,
				high = l->n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (l->quote[middle].place.at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Is q a copy of the row first, whose block holds that text at byte at? */
static bool
is_copy(const Quote *q, const Quote *first, uint32_t at)
{
	/* scare quotes are numbered behind all others, and no copy comes before its first */
	return first->place.at == at && first->place.len == q->place.len && (first->kind == QUOTE_SCARE) == (q->kind == QUOTE_SCARE);
}

/* Rows within a block that repeats an earlier one get the number of the row there. */
static void
find_repeats(QuoteList *l, const Article *a)
{
	for (uint32_t b = 0; b < a->repeats; b++)
	{
		const Repeat *rep = &a->repeat[b];
		uint32_t	first = row_at(l, rep->first.at);

		for (uint32_t i = row_at(l, rep->place.at); i < l->n; i++)
		{
			Quote	   *q = &l->quote[i];
			uint32_t	offset = q->place.at - rep->place.at;

			berita_breathe_each(i);
			if (q->place.at + q->place.len > rep->place.at + rep->place.len)
				break;
			while (first < i && l->quote[first].place.at < rep->first.at + offset)
				first++;
			if (first < i && is_copy(q, &l->quote[first], rep->first.at + offset) && q->repeat_of == 0)
				q->repeat_of = l->quote[first].repeat_of ? l->quote[first].repeat_of : l->quote[first].n;
		}
	}
}

/* An utterance has the number of its first part, which is a few rows before. */
static void
name_utterances(QuoteList *l)
{
	for (uint32_t i = l->n; i-- > 0;)
	{
		Quote	   *q = &l->quote[i];
		uint32_t	k = i;

		berita_breathe_each(i);
		while (q->part > 1 && k > 0 && i - k < 64 && (l->quote[k].utterance != q->utterance || l->quote[k].part > 1))
			k--;
		if (q->part > 1)
			q->utterance = l->quote[k].n;
	}
	for (uint32_t i = 0; i < l->n; i++)
	{
		if (l->quote[i].part == 1)
			l->quote[i].utterance = l->quote[i].n;
		/* Two digits are all that a confidence has. */
		l->quote[i].confidence = (float) (int) (l->quote[i].confidence * 100.0f + 0.5f) / 100.0f;
	}
}

/* Numbers the rows, scare quotes last, so that no option changes a number. */
static void
number_rows(QuoteList *l)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < l->n; i++)
		if (l->quote[i].kind != QUOTE_SCARE)
			l->quote[i].n = ++n;
	for (uint32_t i = 0; i < l->n; i++)
		if (l->quote[i].kind == QUOTE_SCARE)
			l->quote[i].n = ++n;
	name_utterances(l);
}

static void
count_rows(QuoteList *l)
{
	for (uint32_t i = 0; i < l->n; i++)
	{
		const Quote *q = &l->quote[i];

		berita_breathe_each(i);
		if (q->speaker == NOWHERE || q->repeat_of != 0)
			continue;
		l->persons.person[q->speaker].quotes++;
		if (q->kind == QUOTE_DIRECT || q->kind == QUOTE_MIXED)
			l->persons.person[q->speaker].words += q->words;
	}
}

void
quote_list(QuoteList *list, const Article *article, const QuoteOptions *options)
{
	Scan		s;
	Noted	   *noted;
	uint32_t	headline = 0;

	memset(list, 0, sizeof(*list));
	memset(&s, 0, sizeof(s));
	reading_open(&list->reading, article, options->lexicon);
	if (options->title)
		headline = open_headline(&list->reading);
	pair_list(&list->pairs, &list->reading);
	mention_prepare(&list->reading);
	person_list_open(&list->persons, &list->reading);
	noted = note_names(list, &s.notes);
	s.out = list;
	s.r = &list->reading;
	s.persons = &list->persons;
	s.noted = noted;
	s.last = s.last_second = s.last_person = s.subject = NOWHERE;
	s.ends.from = NOWHERE;
	for (uint32_t i = 0; i < list->persons.n; i++)
		list->persons.person[i].last = 0;
	if (headline > 0)
		read_headline(&s, headline);
	read_attributions(&s);
	berita_free(noted);
	sort_rows(list);
	number_rows(list);
	find_repeats(list, article);
	count_rows(list);
}

void
quote_list_free(QuoteList *list)
{
	berita_free(list->quote);
	pair_list_free(&list->pairs);
	person_list_free(&list->persons);
	reading_close(&list->reading);
}

const char *
quote_kind_name(QuoteKind kind)
{
	static const char *const name[] = {"direct", "mixed", "indirect", "scare"};

	return name[kind];
}

const char *
quote_polarity_name(Polarity polarity)
{
	static const char *const name[] = {"assert", "deny", "not_deny", "refuse", "accuse", "ask"};

	return name[polarity];
}

const char *
speaker_kind_name(SpeakerKind kind)
{
	static const char *const name[] = {"person", "organisation", "state", "document", "anonymous"};

	return name[kind];
}

const char *
mention_type_name(MentionType type)
{
	static const char *const name[] = {"none", "name", "role", "role+name", "pronoun", "clitic", "description", "organisation", "anonymous"};

	return name[type];
}
