/*
 * Indirect speech: a word of saying outside quotation marks, its subject, its content.
 *
 *		I1 X mengatakan bahwa C		I6 Menurut X, C; C, menurut X
 *		I2 X mengatakan, C			I7 Menurutnya, C
 *		I3 X mengatakan C			I8 C1, kata X, C2
 *		I4 X meminta agar C			I9 C, kata X.
 *		I5 X mengatakan kepada A, C	I10 Hal itu disampaikan X: the sentence before
 *		I11 Dikatakannya, C			I13 O dituduh oleh X C
 *		I17 the content holds words in quotation marks: mixed
 *
 * The content ends with its sentence, before a second word of saying that is
 * joined to the first, and before a clause that names the source.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/quote_scan.h"

#define FEWEST 2				/* words of a content */

/* What a word of saying and its surroundings say before anything is written down. */
typedef struct Telling
{
	uint32_t	cue;
	uint32_t	start;			/* of the clause */
	uint32_t	end;			/* of the sentence */
	Cue			word;
} Telling;

/* Is the pair that opens at i speech of its own, not a part of this sentence's content? */
static bool
own_speech(const Scan *s, uint32_t i)
{
	uint32_t	pair = scan_pair_at(s, i);

	return pair != NOWHERE && (direct_has_cue_behind(s, &s->out->pairs.pair[pair]) || fact_is(s->r, i, FACT_SENTENCE));
}

/* Is a clause that names the source at the comma i: , dilansir ...; , seperti dikutip ...? */
static bool
source_clause(const Reading *r, uint32_t i)
{
	if (!mark_is(r, i, MARK_COMMA))
		return false;
	i++;
	while (word_is(r, i, WORDS_BEFORE_CITING_THUS))
		i++;
	return word_is(r, i, WORDS_CITING);
}

/* Does a second word of saying take over at i: , namun mengonfirmasi bahwa? */
static bool
second_telling(const Reading *r, uint32_t i)
{
	uint32_t	k = i;

	if (mark_is(r, k, MARK_COMMA))
		k++;
	if (!word_is(r, k, WORDS_SECOND_VERB))
		return false;
	k++;
	while (part_is(r, k, PART_ADVERB))
		k++;
	return reading_cue_in(r, k, CUE_IN_ACT) && reading_cue(r, k).weight >= 7 && (i != k - 1 || mark_is(r, i, MARK_COMMA) || word_is(r, k + 1, WORDS_BAHWA)) &&
		(word_is(r, k + 1, WORDS_BAHWA) || mark_is(r, i, MARK_COMMA));
}

/* The end of the content that begins at i, at most end; *mixed: it holds quotation marks. */
static uint32_t
content_end(const Scan *s, uint32_t i, uint32_t end, bool *mixed)
{
	const Reading *r = s->r;
	uint32_t	p = i;

	*mixed = false;
	while (p < end)
	{
		if (fact_is(r, p, FACT_QUOTED) && mark_is(r, p, MARK_QUOTE))
		{
			uint32_t	pair = scan_pair_at(s, p);

			if (pair != NOWHERE)
			{
				const Pair *q = &s->out->pairs.pair[pair];

				if (p > i && own_speech(s, p))
					break;
				*mixed = true;
				p = q->close == NOWHERE ? q->end : q->close + 1;
				if (q->end > q->first && mark_is(r, q->end - 1, MARK_END))
					break;
				continue;
			}
		}
		if (p > i && (source_clause(r, p) || second_telling(r, p)))
			break;
		p++;
	}
	while (p > i && (mark_is(r, p - 1, MARK_END) || mark_is(r, p - 1, MARK_COMMA) || mark_is(r, p - 1, MARK_DASH)) && !fact_is(r, p - 1, FACT_QUOTED))
		p--;
	return p;
}

static uint32_t
count_words(const Reading *r, uint32_t from, uint32_t to)
{
	uint32_t	n = 0;

	for (uint32_t i = from; i < to; i++)
		n += fact_is(r, i, FACT_WORD);
	return n;
}

/* Does a clause stand in [from, to), a verb that no yang or untuk makes part of a noun phrase? */
static bool
is_clause(const Reading *r, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
	{
		uint32_t	b = i;

		if (!reading_verb(r, i))
			continue;
		while (b > from && word_is(r, b - 1, WORDS_AUXILIARY))
			b--;
		if (b == from || !word_is(r, b - 1, WORDS_OPENS_CLAUSE))
			return true;
	}
	return false;
}

/* Does a clause stand there whose predicate is no verb: harga masih sangat tinggi? */
static bool
has_predicate(const Reading *r, uint32_t from, uint32_t to)
{
	for (uint32_t i = from + 1; i + 1 < to; i++)
		if (word_is(r, i, WORDS_PREDICATE) &&
			!word_is(r, i - 1, WORDS_BEFORE_PREDICATE))
			return true;
	return false;
}

static bool
noun_object(const Reading *r, uint32_t i)
{
	if (word_is(r, i + 1, WORDS_DEMONSTRATIVE))
		return false;
	return word_is(r, i, WORDS_OBJECT);
}

/* Do the tokens hold a whole quotation of at least two words that begins small, no title? */
static bool
holds_fragment(const Scan *s, uint32_t from, uint32_t to)
{
	const Reading *r = s->r;

	for (uint32_t i = from; i < to; i++)
	{
		uint32_t	pair = mark_is(r, i, MARK_QUOTE) ? scan_pair_at(s, i) : NOWHERE;
		const Pair *p = pair == NOWHERE ? NULL : &s->out->pairs.pair[pair];

		if (p != NULL && p->end <= to && count_words(r, p->first, p->end) >= 2 && !fact_is(r, p->first, FACT_CAPITAL) && !(i > from && word_is(r, i - 1, WORDS_TITLE) && !word_is(r, i - 1, WORDS_SEBAGAI)))
			return true;
	}
	return false;
}

/* Takes back the fragments that were read before the words of saying behind them were. */
static bool
drop_fragments(Scan *s, uint32_t from)
{
	bool		any = false;

	while (s->out->n > 0 && s->out->quote[s->out->n - 1].kind == QUOTE_SCARE && s->out->quote[s->out->n - 1].span.from > from)
	{
		s->out->n--;
		any = true;
	}
	return any;
}

/* Turns a content and its speaker into a row. */
static uint32_t
put(Scan *s, const Telling *t, uint32_t from, uint32_t to, bool mixed, Speaker *who, const char *rule, float confidence)
{
	Circumstance c;
	Quote	   *q;
	const char *r = mixed ? "I17" : rule;

	memset(&c, 0, sizeof(c));
	around_via(s, t->start, from, &c);
	around_via(s, to, t->end, &c);
	q = scan_add(s, mixed ? QUOTE_MIXED : QUOTE_INDIRECT, from, to, r, confidence);
	scan_attribute(s, q, t->cue, who);
	if (t->word.class == CUE_ACCORDING)
		q->polarity = POLARITY_ASSERT;
	q->around = c;
	s->done = to;
	return to;
}

static void
resolve(Scan *s, Speaker *who, const Mention *m, const Mention *second, uint32_t at)
{
	memset(who, 0, sizeof(*who));
	who->mention = *m;
	who->person = who->second = NOWHERE;
	speaker_resolve(s, who, at);
	if (second && second->type != MENTION_NONE)
	{
		Speaker		other = {.mention = *second, .person = NOWHERE, .second = NOWHERE};

		speaker_resolve(s, &other, at);
		if (other.person != who->person)
			who->second = other.person;
	}
}

static void
clitic(Mention *m, uint32_t i)
{
	memset(m, 0, sizeof(*m));
	m->type = MENTION_CLITIC;
	m->whole = (Run) {i, i + 1};
}

/* Where the content behind an active verb starts, or NOWHERE; *how tells by what. */
typedef enum How
{
	BY_BAHWA, BY_AGAR, BY_COMMA, BY_NOTHING
} How;

static uint32_t
content_start(const Reading *r, uint32_t verb, uint32_t end, How *how, bool *far)
{
	uint32_t	i = verb + 1;
	bool		request = reading_cue(r, verb).class == CUE_DIRECTIVE;

	*far = false;
	if (word_is(r, i, WORDS_AGAIN))
		i++;
	for (uint32_t k = i; k < end && k < i + 14; k++)
	{
		bool		tail = k == i || word_is(r, i, WORDS_BEFORE_THAT);

		if (word_is(r, k, WORDS_THAT) && (tail || k < i + 8))
		{
			*how = BY_BAHWA;
			*far = k > i;
			return k + 1;
		}
		if (k == i && word_is(r, k, WORDS_IF) && !mark_is(r, k + 1, MARK_COMMA))
		{
			*how = BY_BAHWA;
			return k + 1;
		}
		if (k == i && (word_is(r, k, WORDS_SO_THAT) || (request && word_is(r, k, WORDS_UNTUK))))
		{
			*how = BY_AGAR;
			return k + 1;
		}
		if (k > i && reading_cue_in(r, k, CUE_IN_ACT))
			break;
		if (mark_is(r, k, MARK_COMMA) && !tail)
			break;
		if (mark_is(r, k, MARK_COMMA) && tail && !(k + 1 < r->n && part_is(r, k + 1, PART_TIME)))
		{
			*how = BY_COMMA;
			*far = k > i;
			return word_is(r, k + 1, WORDS_BAHWA) ? k + 2 : k + 1;
		}
		if (mark_is(r, k, MARK_END) || mark_is(r, k, MARK_COLON))
			break;
	}
	*how = BY_NOTHING;
	return i;
}

/* The words right before the verb that belong to it, and whether they forbid it. */
static bool
verb_start(const Reading *r, uint32_t start, uint32_t verb, uint32_t *from, bool bahwa, const Cue *word)
{
	uint32_t	b = verb;

	while (b > start && (part_is(r, b - 1, PART_ADVERB) || word_is(r, b - 1, WORDS_AKAN)) && !fact_is(r, b - 1, FACT_CAPITAL))
		b--;
	*from = b;
	if (b == start)
		return true;
	if (part_is(r, b - 1, PART_NEGATOR) && !fact_is(r, b - 1, FACT_CAPITAL))
	{
		*from = b - 1;
		return word->class == CUE_DENIAL && word_is(r, b - 1, WORDS_NOT);
	}
	if (part_is(r, b - 1, PART_BLOCK))
		return false;
	if (word_is(r, b - 1, WORDS_YANG))
	{
		*from = b - 1;
		return bahwa || (b >= start + 2 && mark_is(r, b - 2, MARK_COMMA) && word->weight >= 6);
	}
	return true;
}

static bool
ellipsis(const Reading *r, uint32_t from, uint32_t start)
{
	return from > start && word_is(r, from - 1, WORDS_ELLIPSIS);
}

/* X mengatakan (bahwa|,|agar) C */
static uint32_t
read_active(Scan *s, const Telling *t)
{
	const Reading *r = s->r;
	How			how;
	bool		far,
				mixed;
	uint32_t	from = content_start(r, t->cue, t->end, &how, &far);
	uint32_t	verb,
				to;
	Mention		m,
				second;
	Speaker		who;
	const char *rule;
	float		confidence;

	if (!verb_start(r, t->start, t->cue, &verb, how == BY_BAHWA, &t->word))
		return t->cue;
	if (mark_is(r, from, MARK_COLON) || (fact_is(r, from, FACT_QUOTED) && own_speech(s, from)))
		return t->cue;
	if (fact_is(r, from, FACT_QUOTED) && mark_is(r, from, MARK_QUOTE) && how != BY_BAHWA)
	{
		uint32_t	pair = scan_pair_at(s, from);

		/* X mengatakan, "Q." is direct speech */
		if (pair != NOWHERE && (how == BY_COMMA || count_words(r, s->out->pairs.pair[pair].first, s->out->pairs.pair[pair].end) > 6))
			return t->cue;
	}
	to = content_end(s, from, t->end, &mixed);
	if (to <= from || count_words(r, from, to) < FEWEST || mark_is(r, to, MARK_COLON) || mark_is(r, to - 1, MARK_COLON))
		return t->cue;
	if (how == BY_NOTHING)
	{
		if (t->word.weight < 6 || (t->word.weight < 9 && t->word.class != CUE_STANCE && t->word.class != CUE_DIRECTIVE && noun_object(r, from)) ||
			!(is_clause(r, from, to) || (t->word.weight == 9 && has_predicate(r, from, to)) || (mixed && holds_fragment(s, from, to)) || (t->word.weight >= 8 && word_is(r, from, WORDS_THIS) && !part_is(r, from + 1, PART_STOP))) || count_words(r, from, to) < 3)
			return t->cue;
		rule = t->word.class == CUE_DIRECTIVE ? "I4" : t->word.class == CUE_STANCE ? "I15" : "I3";
		confidence = t->word.weight >= 8 ? 0.9f : 0.75f;
	}
	else
	{
		rule = how == BY_BAHWA ? (far ? "I5" : "I1") : how == BY_AGAR ? "I4" : far ? "I5" : "I2";
		if (how == BY_COMMA && t->word.weight < (t->word.class == CUE_STANCE ? 4u : t->word.class == CUE_ADDITIVE ? 3u : 6u))
			return t->cue;
		confidence = how == BY_COMMA && far ? 0.8f : 0.93f;
	}
	if (word_is(r, verb, WORDS_YANG) && verb > t->start && part_is(r, verb - 1, PART_DOCUMENT) && mention_read(r, t->start, verb, &m))
	{
		if (!word_is(r, m.whole.to, WORDS_DAN) || !mention_read(r, m.whole.to + 1, verb, &second))
			memset(&second, 0, sizeof(second));
		resolve(s, &who, &m, &second, verb);
	}
	else if (!speaker_subject(s, t->start, verb, &m, &second))
	{
		if (!ellipsis(r, verb, t->start))
			return t->cue;
		if (s->last == NOWHERE || s->last_sentence != s->sentence || s->last_row == 0)
		{
			if (!mention_read(r, t->start, verb, &m) || (m.type != MENTION_NAME && m.type != MENTION_ROLE_NAME && m.type != MENTION_PRONOUN) || how == BY_COMMA)
				return t->cue;
			resolve(s, &who, &m, NULL, verb);
			who.certainty *= 0.9f;
			return put(s, t, from, to, mixed, &who, rule, confidence);
		}
		clitic(&m, t->cue);
		resolve(s, &who, &m, NULL, t->cue);
		who.person = s->last;
		who.mention.type = MENTION_NONE;
		who.certainty = 0.85f;
	}
	else
		resolve(s, &who, &m, &second, verb);
	return put(s, t, from, to, mixed, &who, rule, confidence);
}

/* Does menurut at i speak of a source that is nobody: menurut rencana, menurut saya? */
static bool
nobody(const Reading *r, uint32_t i)
{
	return part_is(r, i, PART_DOCUMENT) || word_is(r, i, WORDS_NOBODY);
}

/* Menurut X, C; C, menurut X; C1, menurut X, C2; Menurutnya C */
static uint32_t
read_according(Scan *s, const Telling *t)
{
	const Reading *r = s->r;
	uint32_t	i = t->cue + 1;
	bool		clit = reading_cue_in(r, t->cue, CUE_IN_NYA_AGENT),
				mixed;
	bool		first = t->cue == t->start || fact_is(r, t->cue, FACT_SENTENCE),
				direct = false;
	uint32_t	from,
				to;
	Mention		m;
	Speaker		who;
	Circumstance c;

	if (t->cue > t->start + 1 && !mark_is(r, t->cue - 1, MARK_COMMA) && !first && !part_is(r, t->cue - 1, PART_OPENER | PART_ADVERB))
		return t->cue;
	first = first || t->cue == t->start + 1;
	if (clit)
		clitic(&m, t->cue);
	else if (nobody(r, i) || !mention_read(r, i, t->end, &m))
		return t->cue;
	else
		i = m.whole.to;
	memset(&c, 0, sizeof(c));
	if (clit || (fact_is(r, i, FACT_WORD) && !word_is(r, i, WORDS_BEHIND_ACCORDING)))
		direct = fact_is(r, i, FACT_WORD);
	while (!direct && i < t->end && !mark_is(r, i, MARK_COMMA) && !mark_is(r, i, MARK_END) && !clit && i < m.whole.to + 14)
		i++;
	resolve(s, &who, &m, NULL, t->cue);
	if (mark_is(r, i, MARK_COMMA) || direct || (clit && !mark_is(r, i, MARK_END)))
	{
		from = mark_is(r, i, MARK_COMMA) ? i + 1 : i;
		if (!first && mark_is(r, t->cue - 1, MARK_COMMA) && count_words(r, t->start, t->cue) > 3)
			from = t->start;
		to = content_end(s, mark_is(r, i, MARK_COMMA) ? i + 1 : i, t->end, &mixed);
		if (to <= from || (fact_is(r, from, FACT_QUOTED) && (own_speech(s, from) || !mixed)) || count_words(r, from, to) < FEWEST)
		{
			speaker_remember(s, &who);
			return t->cue;
		}
		return put(s, t, from, to, mixed, &who, clit ? "I7" : "I6", 0.9f);
	}
	if (first || t->cue <= t->start + 3 || !mark_is(r, t->cue - 1, MARK_COMMA))
		return t->cue;
	(void) put(s, t, t->start, t->cue - 1, drop_fragments(s, t->start), &who, "I6", 0.85f);
	return i;
}

/* C1, kata X, C2; C, kata X. */
static uint32_t
read_inverted(Scan *s, const Telling *t)
{
	const Reading *r = s->r;
	uint32_t	i = t->cue + 1;
	Mention		m;
	Speaker		who;
	bool		mixed;
	uint32_t	to;

	if (fact_is(r, t->cue, FACT_CAPITAL) || t->cue == 0 || !mark_is(r, t->cue - 1, MARK_COMMA) || count_words(r, t->start, t->cue) < 1)
		return t->cue;
	if (reading_cue_in(r, t->cue, CUE_IN_NYA))
		clitic(&m, t->cue);
	else
	{
		if (!mention_read(r, i, t->end, &m) || reading_cue(r, t->cue).weight < 3)
			return t->cue;
		i = m.whole.to;
	}
	if (fact_is(r, t->start, FACT_QUOTED))
		return t->cue;
	resolve(s, &who, &m, NULL, t->cue);
	if (mark_is(r, i, MARK_COMMA) && !part_is(r, i + 1, PART_TIME))
	{
		to = content_end(s, i + 1, t->end, &mixed);
		if (to <= i + 1)
			return t->cue;
		mixed = drop_fragments(s, t->start) || mixed;
		return put(s, t, t->start, to, mixed, &who, "I8", 0.9f);
	}
	if (count_words(r, t->start, t->cue) < 4)
		return t->cue;
	(void) put(s, t, t->start, t->cue - 1, drop_fragments(s, t->start), &who, "I9", 0.85f);
	s->done = t->end;
	return t->end;
}

/* Hal itu disampaikan X: the sentence before is what X said, unless it is attributed. */
static uint32_t
read_anaphor(Scan *s, const Telling *t)
{
	const Reading *r = s->r;
	uint32_t	i = t->cue + 1;
	uint32_t	to = t->start,
				from;
	Mention		m;
	Speaker		who;

	if (word_is(r, i, WORDS_OLEH))
		i++;
	if (reading_cue_in(r, t->cue, CUE_IN_NYA_AGENT))
		clitic(&m, t->cue);
	else if (!mention_read(r, i, t->end, &m))
		return t->cue;
	resolve(s, &who, &m, NULL, t->cue);
	while (to > 0 && (mark_is(r, to - 1, MARK_END) || mark_is(r, to - 1, MARK_COMMA)))
		to--;
	from = to;
	while (from > 0 && !fact_is(r, from, FACT_SENTENCE))
		from--;
	if (to > from + 3 && from >= s->done && !fact_is(r, from, FACT_QUOTED | FACT_SKIP) && !fact_is(r, to - 1, FACT_QUOTED | FACT_SKIP) &&
		s->last_sentence + 1 < s->sentence)
	{
		Telling		before = *t;

		before.start = from;
		(void) put(s, &before, from, to, false, &who, "I10", 0.75f);
	}
	else
		speaker_remember(s, &who);
	s->last_sentence = s->sentence;
	s->done = t->end;
	return t->cue;
}

/* Dikatakannya, C; Disebutkan bahwa C; O dituduh oleh X C; O dinilainya C */
static uint32_t
read_passive(Scan *s, const Telling *t)
{
	const Reading *r = s->r;
	bool		clit = reading_cue_in(r, t->cue, CUE_IN_NYA_AGENT),
				mixed;
	uint32_t	i = t->cue + 1,
				to;
	Mention		m;
	Speaker		who;

	if (word_is(r, t->start, WORDS_ANAPHOR) && t->cue > t->start && t->cue - t->start <= 5)
		return read_anaphor(s, t);
	if (clit && t->cue <= t->start + 1)
	{
		clitic(&m, t->cue);
		if (mark_is(r, i, MARK_COMMA) || word_is(r, i, WORDS_BAHWA))
			i++;
		to = content_end(s, i, t->end, &mixed);
		if (to <= i || count_words(r, i, to) < FEWEST || fact_is(r, i, FACT_QUOTED))
			return t->cue;
		resolve(s, &who, &m, NULL, t->cue);
		return put(s, t, i, to, mixed, &who, "I11", 0.88f);
	}
	/* Dijelaskan Ana, C */
	if (!clit && t->cue <= t->start + 1 && mention_read(r, i + word_is(r, i, WORDS_OLEH), t->end, &m) && (!run_empty(m.name) || m.type == MENTION_PRONOUN) &&
		mark_is(r, m.whole.to, MARK_COMMA))
	{
		i = m.whole.to + 1;
		to = content_end(s, i, t->end, &mixed);
		if (to <= i || count_words(r, i, to) < FEWEST || fact_is(r, i, FACT_QUOTED))
			return t->cue;
		resolve(s, &who, &m, NULL, t->cue);
		return put(s, t, i, to, mixed, &who, "I11", 0.9f);
	}
	if (clit && (t->word.class == CUE_STANCE || t->word.class == CUE_AFFIRMATIVE) && t->cue > t->start + 1)
	{
		clitic(&m, t->cue);
		to = content_end(s, t->cue + 1, t->end, &mixed);
		resolve(s, &who, &m, NULL, t->cue);
		return put(s, t, t->start, to, mixed, &who, "I13", 0.75f);
	}
	if (word_is(r, i, WORDS_OLEH) && (t->word.class == CUE_ACCUSE) && mention_read(r, i + 1, t->end, &m))
	{
		to = content_end(s, m.whole.to, t->end, &mixed);
		if (to <= m.whole.to || !is_clause(r, m.whole.to, to))
			return t->cue;
		resolve(s, &who, &m, NULL, t->cue);
		return put(s, t, m.whole.to, to, mixed, &who, "I13", 0.75f);
	}
	return t->cue;
}

/* The start of the clause that holds token i: its sentence, or what follows a quotation. */
static uint32_t
clause_start(const Scan *s, uint32_t i)
{
	const Reading *r = s->r;
	uint32_t	k = i;

	while (k > s->done && k > 0 && i - k < 120)
	{
		if (fact_is(r, k, FACT_SENTENCE) || fact_is(r, k - 1, FACT_SKIP))
			break;
		if (fact_is(r, k - 1, FACT_QUOTED) && (mark_is(r, k - 1, MARK_QUOTE) && k >= 2 && (mark_is(r, k - 2, MARK_END) || mark_is(r, k - 2, MARK_COMMA))))
			break;
		k--;
	}
	while (k < i && r->fact[k].mark != MARK_NONE && !fact_is(r, k, FACT_QUOTED))
		k++;
	return k;
}

uint32_t
indirect_read(Scan *s, uint32_t i)
{
	Telling		t;
	uint32_t	next = i;

	t.cue = i;
	t.word = reading_cue(s->r, i);
	if ((t.word.slot & ~(unsigned) (CUE_IN_NOUN | CUE_IN_THUS)) == 0)
		return i;
	t.start = clause_start(s, i);
	t.end = scan_sentence_end(s, i + 1);
	if (t.word.slot & CUE_IN_ACCORDING)
		return read_according(s, &t);
	if (t.word.slot & CUE_IN_ACT)
		next = read_active(s, &t);
	if (next == i && (t.word.slot & CUE_IN_PAS))
		next = read_passive(s, &t);
	if (next == i && (t.word.slot & (CUE_IN_BARE | CUE_IN_NYA)))
		next = read_inverted(s, &t);
	return next;
}
