/*
 * Direct speech: the quotation between two marks and the words of saying beside it.
 *
 *		D1 "Q," kata X.				D7 X mengatakan, "Q."
 *		D2 "Q," katanya.			D8 Kata X, "Q."
 *		D6 "Q," kata dia.			D12 "Q," demikian X.
 *		D13 "Q," X menambahkan.		D16 "Q," tulis X di Facebook.
 *		D9 "Q1," kata X. "Q2."		goes on, no word of saying of its own
 *		D10 "Q1," kata X, "q2."		goes on within the sentence
 *		D11 "Q." by itself			goes on where the last attribution is near
 *
 * A word of saying behind the quotation is preferred to one before it, and either
 * to every test of whether the words are a title or a term.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/quote_scan.h"

#define FAR 16					/* tokens between a description and the name behind its comma */
#define BACK 30					/* tokens between a word of saying and the quotation it opens */

/* The token behind a pair. */
static uint32_t
behind(const Pair *p)
{
	return p->close == NOWHERE ? p->end : p->close + 1;
}

static uint32_t
count_words(const Reading *r, const Pair *p, uint32_t most)
{
	uint32_t	n = 0;

	for (uint32_t i = p->first; i < p->end && n < most; i++)
		n += fact_is(r, i, FACT_WORD);
	return n;
}

/* Does the quotation end as speech does, with its comma or end mark inside? */
static bool
ends_as_speech(const Reading *r, const Pair *p)
{
	return p->end > p->first && (mark_is(r, p->end - 1, MARK_COMMA) || mark_is(r, p->end - 1, MARK_END));
}

/* May the word at i, which has a bare form, be a word of saying behind this quotation? */
static bool
licensed(const Reading *r, const Pair *p, uint32_t i, bool comma)
{
	if (fact_is(r, i, FACT_CAPITAL) && reading_cue_in(r, i, CUE_IN_NYA) && (mark_is(r, i + 1, MARK_COMMA) || fact_is(r, i + 1, FACT_WORD)) && mark_is(r, p->end - 1, MARK_END))
		return false;
	if (fact_is(r, i, FACT_CAPITAL) && !reading_cue_in(r, i, CUE_IN_NYA) && (mark_is(r, p->end - 1, MARK_END) || !fact_is(r, i + 1, FACT_CAPITAL)))
		return false;
	if (reading_cue_in(r, i, CUE_IN_NYA))
		return true;
	if (!reading_cue_in(r, i, CUE_IN_BARE))
		return false;
	if (ends_as_speech(r, p) || comma || p->close == NOWHERE)
		return true;
	if (i + 1 < r->n && r->token[i + 1].class == TOKEN_HANDLE)
		return true;
	return fact_is(r, i + 1, FACT_CAPITAL) || part_is(r, i + 1, PART_PRONOUN | PART_ROLE | PART_GROUP | PART_HUMAN);
}

/* A misprinted word of saying, where only one can stand. */
static bool
mended(Reading *r, const Pair *p, uint32_t i)
{
	if (p->end <= p->first || !mark_is(r, p->end - 1, MARK_COMMA) || i >= r->n || r->fact[i].cue != 0)
		return false;
	if (!fact_is(r, i + 1, FACT_CAPITAL) && !part_is(r, i + 1, PART_PRONOUN) && !mark_is(r, i + 1, MARK_END))
		return false;
	return reading_mend_cue(r, i);
}

/* The word of saying behind the pair, or NOWHERE. */
static uint32_t
cue_behind(Reading *r, const Pair *p)
{
	uint32_t	i = behind(p);
	bool		comma = mark_is(r, i, MARK_COMMA);

	if (comma || (mark_is(r, i, MARK_END) && reading_cue_in(r, i + 1, CUE_IN_BARE | CUE_IN_NYA) && !fact_is(r, i + 1, FACT_CAPITAL)))
		i++;
	if (mark_is(r, i, MARK_DASH))
		i++;
	if (word_is(r, i, WORDS_THUS) && reading_cue_in(r, i + 1, CUE_IN_BARE | CUE_IN_NYA))
		i++;
	/* "Q," demikian disampaikan Ana */
	else if (word_is(r, i, WORDS_THUS) && ends_as_speech(r, p) && reading_cue_in(r, i + 1, CUE_IN_PAS) && !reading_cue_in(r, i + 1, CUE_IN_NYA_AGENT) &&
			 (fact_is(r, i + 2, FACT_CAPITAL) || part_is(r, i + 2, PART_ROLE | PART_GROUP | PART_PRONOUN)))
		return i + 1;
	if (i < r->n && r->fact[i].cue != 0 && licensed(r, p, i, comma))
		return i;
	if (mended(r, p, i))
		return i;
	if (reading_cue_in(r, i, CUE_IN_THUS) && !fact_is(r, i, FACT_CAPITAL) &&
		(fact_is(r, i + 1, FACT_CAPITAL) || part_is(r, i + 1, PART_ROLE | PART_DOCUMENT) || reading_cue_in(r, i + 1, CUE_IN_ACCORDING)))
		return i;
	return NOWHERE;
}

/* "Q," Menteri Ana Budiman, Senin: only the speaker, the word of saying was left out. */
static bool
speaker_behind(const Reading *r, const Pair *p, Mention *m)
{
	uint32_t	i = behind(p);

	if (p->end <= p->first || !mark_is(r, p->end - 1, MARK_COMMA) || count_words(r, p, 5) < 5 || !mention_read(r, i, r->n, m))
		return false;
	if (m->type != MENTION_ROLE_NAME && (m->type != MENTION_NAME || !fact_is(r, m->name.from, FACT_ALONE | FACT_FIRST)))
		return false;
	i = m->whole.to;
	return mark_is(r, i, MARK_COMMA) || mark_is(r, i, MARK_END) || part_is(r, i, PART_TIME) || (part_is(r, i, PART_STOP) && !reading_verb(r, i));
}

/* "Q," X menambahkan: the verb, with its subject in *m. */
static uint32_t
verb_behind(const Reading *r, const Pair *p, Mention *m)
{
	uint32_t	i = behind(p);
	uint32_t	v;

	if (mark_is(r, i, MARK_COMMA))
		i++;
	if (!ends_as_speech(r, p) || mark_is(r, p->end - 1, MARK_END) || !mention_read(r, i, r->n, m))
		return NOWHERE;
	for (v = m->whole.to; part_is(r, v, PART_ADVERB) && v < m->whole.to + 3;)
		v++;
	if (!reading_cue_in(r, v, CUE_IN_ACT))
		return NOWHERE;
	return v;
}

bool
direct_has_cue_behind(const Scan *s, const Pair *p)
{
	Mention		m;

	return cue_behind(s->r, p) != NOWHERE || verb_behind(s->r, p, &m) != NOWHERE;
}

/* The start of the sentence, or of what stands behind the last quotation, before token i. */
static uint32_t
clause_start(const Scan *s, uint32_t i)
{
	const Reading *r = s->r;
	uint32_t	k = i;

	while (k > 0 && i - k < 80)
	{
		if (fact_is(r, k - 1, FACT_QUOTED | FACT_SKIP))
			break;
		k--;
		if (fact_is(r, k, FACT_SENTENCE))
			break;
	}
	return k;
}

/* The word of saying that opens the quotation: X mengatakan, "Q"; Kata X, "Q". */
static uint32_t
cue_before(const Scan *s, const Pair *p, uint32_t *start)
{
	const Reading *r = s->r;
	uint32_t	from = p->open == NOWHERE ? p->first : p->open;
	uint32_t	q = from,
				v = NOWHERE;
	bool		marked;

	*start = clause_start(s, from);
	if (q == 0 || q <= *start)
		return NOWHERE;
	marked = mark_is(r, q - 1, MARK_COMMA) || mark_is(r, q - 1, MARK_COLON);
	if (marked)
		q--;
	if (q > *start && word_is(r, q - 1, WORDS_BEFORE_QUOTE))
		q--;
	if (q <= *start)
		return NOWHERE;
	if (reading_cue_in(r, q - 1, CUE_IN_ACT | CUE_IN_NYA_AGENT))
		v = q - 1;
	for (uint32_t k = q; v == NOWHERE && marked && k > *start && q - k < BACK; k--)
	{
		if (mark_is(r, k - 1, MARK_COMMA) && mark_is(r, q, MARK_COMMA) && !part_is(r, k, PART_TIME | PART_STOP))
			break;
		if (reading_cue_in(r, k - 1, CUE_IN_ACT | CUE_IN_PAS) && (k == q || part_is(r, k, PART_STOP | PART_ADVERB | PART_TIME) || reading_cue_in(r, k - 1, CUE_IN_PAS)))
			v = k - 1;
	}
	if (v == NOWHERE && marked && reading_cue_in(r, *start, CUE_IN_BARE | CUE_IN_NYA))
		v = *start;
	if (v != NOWHERE && part_is(r, v > 0 ? v - 1 : 0, PART_NEGATOR) && v > *start)
		return NOWHERE;
	return v;
}

static Quote *
add_direct(Scan *s, const Pair *p, const char *rule, float confidence)
{
	const Reading *r = s->r;
	Quote	   *q = scan_add(s, QUOTE_DIRECT, p->first, p->end, rule, confidence);

	/* What is quoted is everything between the marks, blanks too. */
	if (p->open != NOWHERE && p->close != NOWHERE)
	{
		Place		open = r->token[p->open].place;
		Place		close = r->token[p->close].place;

		q->place.at = open.at + open.len;
		q->place.chars_at = open.chars_at + open.chars;
		q->place.len = close.at - q->place.at;
		q->place.chars = close.chars_at - q->place.chars_at;
	}
	if (p->open == NOWHERE || p->close == NOWHERE)
		q->confidence *= 0.6f;
	return q;
}

static void
copy_around(Quote *q, const Circumstance *c)
{
	q->around = *c;
}

/*
 * kata pengamat yang juga dosen, Ana Budiman, saat ...; kata Ketua RT sekaligus panitia, Ana.
 * An office or description without a name takes the one behind a comma that a few words part from it.
 */
static void
name_behind(const Reading *r, Mention *m)
{
	bool		place = false;
	Mention		name;

	for (uint32_t k = m->whole.to; k < m->whole.to + FAR && k + 1 < r->n; k++)
	{
		if (fact_is(r, k, FACT_SENTENCE | FACT_QUOTED | FACT_SKIP) || r->fact[k].cue != 0 || part_is(r, k, PART_TIME | PART_PRONOUN) || word_is(r, k, WORDS_AROUND))
			return;
		place = place || word_is(r, k, WORDS_DI);
		if (!mark_is(r, k, MARK_COMMA))
		{
			if (r->fact[k].mark != MARK_NONE && !mark_is(r, k, MARK_OPEN_BRACKET) && !mark_is(r, k, MARK_CLOSE_BRACKET))
				return;
			continue;
		}
		if (fact_is(r, k + 1, FACT_SENTENCE | FACT_QUOTED) || !mention_read(r, k + 1, r->n, &name) || name.type != MENTION_NAME || name.whole.to - name.name.from > 5)
			return;
		if (place && !fact_is(r, name.name.from, FACT_ALONE | FACT_FIRST) && name.name.from == name.whole.from &&
			(name.name.to - name.name.from < 2 || mark_is(r, name.whole.to, MARK_END)))
			return;
		if (r->fact[name.whole.to].mark == MARK_NONE && !part_is(r, name.whole.to, PART_STOP | PART_TIME))
			return;
		m->role = m->whole;
		m->name = name.name;
		m->whole.to = name.whole.to;
		m->type = MENTION_ROLE_NAME;
		return;
	}
}

/* Reads the speaker behind a bare word of saying. */
static void
mention_behind(const Reading *r, uint32_t cue, Mention *m)
{
	uint32_t	i = cue + 1;

	memset(m, 0, sizeof(*m));
	if (reading_cue_in(r, cue, CUE_IN_NYA))
	{
		m->type = MENTION_CLITIC;
		m->whole = (Run) {cue, cue + 1};
		return;
	}
	if (reading_cue_in(r, cue, CUE_IN_THUS) && reading_cue_in(r, i, CUE_IN_ACCORDING))
		i++;
	while ((word_is(r, i, WORDS_BEHIND_CUE) || (reading_cue_in(r, i, CUE_IN_BARE) && !fact_is(r, i, FACT_CAPITAL) && fact_is(r, i + 1, FACT_CAPITAL))) && i < cue + 3)
		i++;
	/* A line that ends behind the word of saying ends no sentence. */
	if ((fact_is(r, i, FACT_SENTENCE) && !(i == cue + 1 && fact_is(r, i, FACT_LINE) && fact_is(r, i, FACT_CAPITAL) && reading_cue_in(r, cue, CUE_IN_BARE))) || (!mention_read(r, i, r->n, m) && !mention_read_plain(r, i, r->n, m)))
		memset(m, 0, sizeof(*m));
	else if (run_empty(m->name) && (m->type == MENTION_ROLE || m->type == MENTION_ANONYMOUS || m->type == MENTION_DESCRIPTION) && !m->document && !m->plural)
		name_behind(r, m);
}

/* kata X dan Y: the second speaker's mention follows. */
static uint32_t
second_behind(Scan *s, Speaker *who)
{
	const Reading *r = s->r;
	uint32_t	i = who->mention.whole.to;
	Speaker		other;

	if (who->mention.type != MENTION_NAME && who->mention.type != MENTION_ROLE_NAME)
		return i;
	if (!word_is(r, i, WORDS_AND_SLASH) || !mention_read(r, i + 1, r->n, &other.mention) ||
		(other.mention.type != MENTION_NAME && other.mention.type != MENTION_ROLE_NAME))
		return i;
	other.second = NOWHERE;
	speaker_resolve(s, &other, i + 1);
	if (other.person != who->person)
		who->second = other.person;
	return other.mention.whole.to;
}

static const char *
rule_behind(const Scan *s, uint32_t cue, const Mention *m)
{
	if (reading_cue_in(s->r, cue, CUE_IN_THUS))
		return "D12";
	if (reading_cue(s->r, cue).class == CUE_WRITTEN)
		return "D16";
	switch (m->type)
	{
		case MENTION_CLITIC:
			return "D2";
		case MENTION_PRONOUN:
			return "D6";
		case MENTION_ROLE_NAME:
			return "D4";
		case MENTION_DESCRIPTION:
		case MENTION_ANONYMOUS:
		case MENTION_ROLE:
			return "D5";
		default:
			return "D1";
	}
}

static uint32_t
read_behind(Scan *s, const Pair *p, uint32_t cue)
{
	const Reading *r = s->r;
	Speaker		who = {.person = NOWHERE, .second = NOWHERE};
	Circumstance c;
	uint32_t	tail,
				end;
	Quote	   *q;

	memset(&c, 0, sizeof(c));
	mention_behind(r, cue, &who.mention);
	speaker_resolve(s, &who, cue);
	tail = who.mention.type == MENTION_CLITIC || who.mention.type == MENTION_NONE ? cue + 1 : second_behind(s, &who);
	end = around_read(r, tail, scan_sentence_end(s, tail), &c);
	around_via(s, tail, end, &c);
	q = add_direct(s, p, rule_behind(s, cue, &who.mention), 0.98f);
	scan_attribute(s, q, cue, &who);
	copy_around(q, &c);
	s->done = end;
	return behind(p);
}

static uint32_t
read_verb_behind(Scan *s, const Pair *p, uint32_t verb, const Mention *m)
{
	Speaker		who = {.mention = *m, .person = NOWHERE, .second = NOWHERE};
	Circumstance c;
	Quote	   *q;

	memset(&c, 0, sizeof(c));
	speaker_resolve(s, &who, verb);
	s->done = around_read(s->r, verb + 1, scan_sentence_end(s, verb + 1), &c);
	around_via(s, verb + 1, s->done, &c);
	q = add_direct(s, p, "D13", 0.95f);
	scan_attribute(s, q, verb, &who);
	copy_around(q, &c);
	return behind(p);
}

static uint32_t
read_speaker_behind(Scan *s, const Pair *p, const Mention *m)
{
	Speaker		who = {.mention = *m, .person = NOWHERE, .second = NOWHERE};
	Circumstance c;
	Quote	   *q;

	memset(&c, 0, sizeof(c));
	speaker_resolve(s, &who, behind(p));
	s->done = around_read(s->r, m->whole.to, scan_sentence_end(s, m->whole.to), &c);
	around_via(s, m->whole.to, s->done, &c);
	q = add_direct(s, p, "D1", 0.85f);
	scan_attribute(s, q, NOWHERE, &who);
	copy_around(q, &c);
	return behind(p);
}

static uint32_t
read_before(Scan *s, const Pair *p, uint32_t cue, uint32_t start)
{
	const Reading *r = s->r;
	uint32_t	open = p->open == NOWHERE ? p->first : p->open;
	Speaker		who = {.person = NOWHERE, .second = NOWHERE};
	Mention		second;
	Circumstance c;
	Quote	   *q;
	uint32_t	verb = cue;

	memset(&c, 0, sizeof(c));
	memset(&second, 0, sizeof(second));
	if (reading_cue_in(r, cue, CUE_IN_NYA | CUE_IN_NYA_AGENT))
	{
		who.mention.type = MENTION_CLITIC;
		who.mention.whole = (Run) {cue, cue + 1};
	}
	else if (!reading_cue_in(r, cue, CUE_IN_ACT))
	{
		if (!mention_read(r, cue + 1 + word_is(r, cue + 1, WORDS_OLEH), open, &who.mention))
			memset(&who.mention, 0, sizeof(who.mention));
	}
	else
	{
		while (verb > start && part_is(r, verb - 1, PART_ADVERB))
			verb--;
		if (!speaker_subject(s, start, verb, &who.mention, &second) &&
			(!mention_read(r, start, verb, &who.mention) || run_empty(who.mention.name)))
			memset(&who.mention, 0, sizeof(who.mention));
	}
	speaker_resolve(s, &who, cue);
	if (who.mention.type == MENTION_NONE && reading_cue(r, cue).weight < 3)
	{
		add_direct(s, p, "scare", 0.9f)->kind = QUOTE_SCARE;
		return behind(p);
	}
	if (who.mention.type == MENTION_NONE && s->last != NOWHERE && s->sentence - s->last_sentence <= 1)
	{
		who.person = s->last;
		who.certainty = 0.7f;
	}
	if (second.type != MENTION_NONE)
	{
		Speaker		other = {.mention = second, .person = NOWHERE, .second = NOWHERE};

		speaker_resolve(s, &other, cue);
		who.second = other.person;
	}
	(void) around_read(r, cue + 1, open, &c);
	around_via(s, start, open, &c);
	q = add_direct(s, p, "D7", 0.93f);
	scan_attribute(s, q, cue, &who);
	copy_around(q, &c);
	s->done = behind(p);
	return behind(p);
}

/* Is a word before the marks one that announces a title or a term? */
static bool
is_title(const Reading *r, const Pair *p)
{
	uint32_t	i = p->open == NOWHERE ? p->first : p->open;

	return i > 0 && word_is(r, i - 1, WORDS_TITLE);
}

/* Does the quotation look like whole sentences rather than a term? */
static bool
looks_spoken(const Reading *r, const Pair *p)
{
	if (count_words(r, p, 4) < 3 || !fact_is(r, p->first, FACT_CAPITAL) || is_title(r, p))
		return false;
	return p->end > p->first && mark_is(r, p->end - 1, MARK_END);
}

/* Does it stand at the beginning of a sentence, nothing of the same sentence before it? */
static bool
begins_sentence(const Reading *r, const Pair *p)
{
	uint32_t	i = p->open == NOWHERE ? p->first : p->open;

	if (i > 1 && mark_is(r, i - 1, MARK_COMMA) && part_is(r, i - 2, PART_OPENER))
		for (uint32_t k = i - 2; k + 5 > i; k--)
			if (fact_is(r, k, FACT_SENTENCE) || k == 0)
				return true;
	return i == 0 || fact_is(r, i, FACT_SENTENCE | FACT_LINE) || fact_is(r, i - 1, FACT_QUOTED | FACT_SKIP) || mark_is(r, i - 1, MARK_END);
}

/* A quotation without a word of saying of its own that goes on with the last one. */
static uint32_t
read_continuation(Scan *s, const Pair *p, const char *rule, float confidence)
{
	const Quote *before = &s->out->quote[s->last_row - 1];
	Speaker		who = {.person = s->last, .second = s->last_second, .certainty = before->confidence < confidence ? before->confidence / confidence : 1.0f};
	Quote		old = *before;
	Quote	   *q = add_direct(s, p, rule, confidence);

	who.mention.type = MENTION_NONE;
	scan_attribute(s, q, NOWHERE, &who);
	q->cue = old.cue;
	q->lemma = old.lemma;
	q->mention = old.mention;
	q->mention_type = old.mention_type;
	q->utterance = old.utterance;
	q->part = old.part + 1;
	return behind(p);
}

/* How many characters of narrative stand between the last row's attribution and the pair. */
static bool
follows_attribution(const Scan *s, const Pair *p)
{
	uint32_t	open = p->open == NOWHERE ? p->first : p->open;

	return s->last_row != 0 && s->out->quote[s->last_row - 1].kind == QUOTE_DIRECT && open >= s->done && open - s->done <= 1 && s->done > 0;
}

/* "Q1." "Q2," kata X: the next pair with a word of saying, where only quotations stand between. */
static uint32_t
attributed_ahead(const Scan *s, uint32_t pair)
{
	const PairList *l = &s->out->pairs;
	uint32_t	end = behind(&l->pair[pair]);

	for (uint32_t k = pair + 1; k < l->n && k < pair + 12; k++)
	{
		if (l->pair[k].nested)
			continue;
		if (l->pair[k].open != end)
			return NOWHERE;
		if (cue_behind(s->r, &l->pair[k]) != NOWHERE)
			return k;
		if (!looks_spoken(s->r, &l->pair[k]))
			return NOWHERE;
		end = behind(&l->pair[k]);
	}
	return NOWHERE;
}

/* Reads the attributed pair first and gives its speaker to those before it. */
static uint32_t
read_ahead(Scan *s, uint32_t pair, uint32_t ahead)
{
	const PairList *l = &s->out->pairs;
	uint32_t	cue = cue_behind(s->r, &l->pair[ahead]);
	uint32_t	next = read_behind(s, &l->pair[ahead], cue);
	uint32_t	row = s->out->n - 1,
				part = 1;
	Quote		said = s->out->quote[row];

	for (uint32_t k = pair; k < ahead; k++)
	{
		Quote	   *q;

		if (l->pair[k].nested)
			continue;
		q = add_direct(s, &l->pair[k], "D9", 0.93f);
		q->cue = said.cue;
		q->lemma = said.lemma;
		q->mention = said.mention;
		q->mention_type = said.mention_type;
		q->speaker = said.speaker;
		q->second = said.second;
		q->polarity = said.polarity;
		q->confidence *= said.confidence;
		q->part = part++;
		q->utterance = said.utterance;
	}
	s->out->quote[row].part = part;
	s->last_row = row + 1;
	return next;
}

/* "Sudah," saat ditanya wartawan: whoever was spoken of answers. */
static uint32_t
read_answer(Scan *s, const Pair *p, uint32_t cue)
{
	Speaker		who = {.mention = {.type = MENTION_PRONOUN}, .person = NOWHERE, .second = NOWHERE};
	Quote	   *q;

	speaker_resolve(s, &who, behind(p));
	who.mention.type = MENTION_NONE;
	q = add_direct(s, p, "D11", 0.8f);
	scan_attribute(s, q, cue, &who);
	return behind(p);
}

uint32_t
direct_read(Scan *s, uint32_t pair)
{
	Reading    *r = s->r;
	const Pair *p = &s->out->pairs.pair[pair];
	uint32_t	cue = cue_behind(r, p);
	uint32_t	start;
	Mention		m;

	if (cue != NOWHERE)
		return read_behind(s, p, cue);
	cue = verb_behind(r, p, &m);
	if (cue != NOWHERE)
		return read_verb_behind(s, p, cue, &m);
	cue = cue_before(s, p, &start);
	if (cue != NOWHERE && cue + 1 >= s->done && (count_words(r, p, 3) >= 2 || ends_as_speech(r, p)) && !is_title(r, p))
		return read_before(s, p, cue, start);
	if (speaker_behind(r, p, &m))
		return read_speaker_behind(s, p, &m);
	start = behind(p);
	if (p->end > p->first && mark_is(r, p->end - 1, MARK_COMMA) && word_is(r, start, WORDS_CITED_QUOTE) && count_words(r, p, 4) >= 4)
		return read_answer(s, p, NOWHERE);
	if (ends_as_speech(r, p) && word_is(r, start, WORDS_AT_TIME) && word_is(r, start + 1, WORDS_BEING_ASKED))
		return read_answer(s, p, start + 1);
	if (looks_spoken(r, p) && begins_sentence(r, p) && !follows_attribution(s, p))
	{
		uint32_t	ahead = attributed_ahead(s, pair);

		if (ahead != NOWHERE)
			return read_ahead(s, pair, ahead);
	}
	if (s->last_row != 0 && s->last != NOWHERE)
	{
		if (follows_attribution(s, p) && (looks_spoken(r, p) || (count_words(r, p, 4) >= 3 && ends_as_speech(r, p))))
			return read_continuation(s, p, fact_is(r, p->first, FACT_CAPITAL) ? "D9" : "D10", 0.95f);
		if (begins_sentence(r, p) && looks_spoken(r, p) && s->sentence - s->last_sentence <= 2)
			return read_continuation(s, p, "D11", 0.7f);
	}
	{
		Quote	   *q = add_direct(s, p, "scare", 0.9f);

		q->kind = QUOTE_SCARE;
	}
	return behind(p);
}
