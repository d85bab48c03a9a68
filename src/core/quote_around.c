/*
 * What stands around a word of saying: to whom, how, where, when, who reported it.
 *
 *		... kata Ana kepada wartawan di Jakarta, Senin (1/1), dikutip dari Antara.
 *		             addressee      venue        when          via
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/quote_scan.h"

#include "core/lexicon.h"

#define LONGEST 24

/* Where the stretch that begins at i ends: at a comma, a mark or the next opener. */
static uint32_t
stretch_end(const Reading *r, uint32_t i, uint32_t limit, bool venue)
{
	uint32_t	p = i;

	if (limit > i + LONGEST)
		limit = i + LONGEST;
	while (p < limit && (p == i || !fact_is(r, p, FACT_SENTENCE)) && !fact_is(r, p, FACT_QUOTED | FACT_SKIP))
	{
		if (mark_is(r, p, MARK_COMMA) && !(venue && fact_is(r, p + 1, FACT_CAPITAL) && !part_is(r, p + 1, PART_TIME) && !(r->fact[p + 1].name & NAME_DAY)))
			break;
		if (mark_is(r, p, MARK_END) || mark_is(r, p, MARK_COLON))
			break;
		if (p > i && (part_is(r, p, PART_TIME) || word_is(r, p, WORDS_NEXT_STRETCH)))
			break;
		if (p > i && !venue && word_is(r, p, WORDS_PLACE_OR_TIME))
			break;
		p++;
	}
	return p;
}

static bool
begins_via(const Reading *r, uint32_t i)
{
	return word_is(r, i, WORDS_CITING_ANY);
}

/* dikutip dari Z, seperti dilansir Z; a date alone is no source */
static uint32_t
skip_via(const Reading *r, uint32_t i, uint32_t limit)
{
	uint32_t	p = i + 1;
	uint32_t	end;

	while (p < limit && word_is(r, p, WORDS_BEFORE_SOURCE))
		p++;
	if (p >= limit || fact_is(r, p, FACT_SENTENCE))
		return p;
	if (!fact_is(r, p, FACT_CAPITAL) && r->token[p].class != TOKEN_HOST && r->token[p].class != TOKEN_COMPOUND)
		return stretch_end(r, p, limit, false);
	if (part_is(r, p, PART_TIME) || (r->fact[p].name & NAME_DAY))
		return p;
	for (end = p; end < limit && (fact_is(r, end, FACT_CAPITAL) || r->token[end].class == TOKEN_HOST) && !part_is(r, end, PART_TIME) && (end == p || !fact_is(r, end, FACT_SENTENCE));)
		end++;
	return end;
}

static uint32_t
read_when(const Reading *r, uint32_t i, uint32_t limit, Circumstance *c)
{
	uint32_t	p = i + 1;

	while (p < limit && p < i + 10 && !fact_is(r, p, FACT_SENTENCE) &&
		   (fact_is(r, p, FACT_NUMBER) || mark_is(r, p, MARK_OPEN_BRACKET) || mark_is(r, p, MARK_CLOSE_BRACKET) || part_is(r, p, PART_TIME) ||
			word_is(r, p, WORDS_WHEN)))
		p++;
	if (run_empty(c->when))
		c->when = (Run) {i, p};
	return p;
}

static bool
is_medium(const Reading *r, uint32_t i)
{
	uint32_t	k = i + 1;

	if (word_is(r, i, WORDS_THROUGH))
		return true;
	if (word_is(r, k, WORDS_SEBUAH))
		k++;
	if (word_is(r, i, WORDS_DALAM))
		return word_is(r, k, WORDS_UTTERANCE);
	return word_is(r, i, WORDS_DI) && word_is(r, k, WORDS_PLATFORM);
}

uint32_t
around_read(const Reading *r, uint32_t i, uint32_t limit, Circumstance *c)
{
	while (i < limit && !fact_is(r, i, FACT_SENTENCE | FACT_QUOTED | FACT_SKIP))
	{
		uint32_t	end;

		if (mark_is(r, i, MARK_END))
			return i + 1;
		if (word_is(r, i, WORDS_KEPADA) && run_empty(c->addressee))
		{
			end = stretch_end(r, i + 1, limit, false);
			c->addressee = (Run) {i + 1, end};
		}
		else if (begins_via(r, i))
			end = skip_via(r, i, limit);
		else if (part_is(r, i, PART_TIME) || (r->fact[i].name & NAME_DAY))
			end = read_when(r, i, limit, c);
		else if (is_medium(r, i) && run_empty(c->medium))
		{
			end = stretch_end(r, i + 1, limit, false);
			c->medium = (Run) {i, end};
		}
		else if (word_is(r, i, WORDS_VENUE) && run_empty(c->venue))
		{
			end = stretch_end(r, i + 1, limit, true);
			c->venue = (Run) {i, end};
		}
		else
			end = i + 1;
		i = end > i ? end : i + 1;
	}
	return i;
}

/*
 * The source from which something was reported in tokens from .. to, if none is
 * known yet.  Most sentences name none: they are read again only where a word of
 * citing stands.
 */
void
around_via(Scan *s, uint32_t from, uint32_t to, Circumstance *c)
{
	Source		source;
	uint32_t	i = from;

	while (i < to && !word_is(s->r, i, WORDS_NAMES_SOURCE))
		i++;
	if (i >= to || !run_empty(c->via))
		return;
	if (source_via(s->r->article, s->r->lexicon, from, to, &source))
		c->via = (Run) {source.first, source.first + source.tokens};
}
