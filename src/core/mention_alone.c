/*
 * Which words stand alone as names somewhere in an article, and which pairs of
 * words do: "kata Ana" tells of Ana, "Ana Budiman mengatakan" that a name begins
 * with Ana wherever Ana Budiman stands behind an office.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/mention_name.h"

#include "core/host.h"

#define BODIES 8				/* abbreviations of organisations that are kept of an article */

/* A set of hashes of words that stand alone as names. */
typedef struct Alone
{
	uint32_t   *slot;
	uint32_t	mask;
} Alone;

static bool
alone_find(Alone *set, uint32_t hash, bool add)
{
	uint32_t	i = hash * 2654435761u;

	for (i ^= i >> 15;; i++)
	{
		uint32_t   *s = &set->slot[i & set->mask];

		if (*s == hash)
			return true;
		if (*s == 0)
		{
			if (add)
				*s = hash;
			return false;
		}
	}
}

/* Is it a month's name with no number beside it, or another word that people are called: Hari, Dini, Lalu? */
static bool
is_doubtful(const Reading *r, uint32_t i)
{
	if (word_is(r, i, WORDS_ALSO_NAME))
		return !word_is(r, i + 1, WORDS_DEMONSTRATIVE) && (fact_is(r, i + 1, FACT_CAPITAL) || reading_cue_in(r, i + 1, CUE_IN_ACT) || !fact_is(r, i, FACT_SENTENCE));
	return (r->fact[i].name & NAME_MONTH) && !fact_is(r, i + 1, FACT_NUMBER) && !(i > 0 && fact_is(r, i - 1, FACT_NUMBER));
}

/* Does the word at i stand alone in a place of a name: kata Ana, Ana mengatakan? */
static bool
stands_alone(const Reading *r, uint32_t i)
{
	if (!is_capital(r, i) || fact_is(r, i, FACT_NUMBER | FACT_SKIP) || is_capital(r, i + 1))
		return false;
	if (is_doubtful(r, i) && i > 0 && reading_cue_in(r, i - 1, CUE_IN_BARE) && !fact_is(r, i - 1, FACT_CAPITAL))
		return true;
	if (i > 0 && reading_cue_in(r, i - 1, CUE_IN_BARE) && !fact_is(r, i - 1, FACT_CAPITAL) && !fact_is(r, i, FACT_UPPER | FACT_SENTENCE) &&
		!part_is(r, i, PART_ROLE | PART_ORG | PART_STATE | PART_TIME | PART_OPENER | PART_DOCUMENT | PART_STOP | PART_RANK | PART_HONORIFIC) && !(r->fact[i].name & PLACE_NAME))
		return true;
	if (reading_common(r, i) || r->fact[i].cue != 0)
		return false;
	if ((fact_is(r, i, FACT_SENTENCE | FACT_LINE) || (i > 0 && mark_is(r, i - 1, MARK_QUOTE))) && reading_derived(r, i))
		return false;
	if (fact_is(r, i, FACT_UPPER) && r->token[i].place.chars > 4)
		return false;
	if (i > 0 && (is_capital(r, i - 1) || mark_is(r, i - 1, MARK_OPEN_BRACKET)) && !fact_is(r, i, FACT_SENTENCE) && !reading_cue_in(r, i - 1, CUE_IN_BARE | CUE_IN_ACCORDING) &&
		!part_is(r, i - 1, PART_HONORIFIC))
		return false;
	if (i > 0 && (reading_cue_in(r, i - 1, CUE_IN_BARE | CUE_IN_ACCORDING | CUE_IN_PAS) || part_is(r, i - 1, PART_HONORIFIC)))
		return true;
	if (reading_cue_in(r, i + 1, CUE_IN_ACT))
		return true;
	return part_is(r, i + 1, PART_ADVERB) && !fact_is(r, i, FACT_SENTENCE | FACT_LINE | FACT_UPPER);
}

/* The hash of a pair of words that are one name together. */
static uint32_t
pair_hash(const Reading *r, uint32_t i)
{
	return (r->fact[i].hash * 31u + r->fact[i + 1].hash) | 1u;
}

/* Could the word begin or end a person's name? */
static bool
plain_name(const Reading *r, uint32_t i)
{
	return is_capital(r, i) && !fact_is(r, i, FACT_NUMBER | FACT_SKIP | FACT_UPPER | FACT_COMMON) && r->fact[i].part == 0 && !(r->fact[i].name & PLACE_NAME) && r->token[i].place.chars > 1;
}

/* Do the words from i, two to four, stand by themselves where somebody is said to speak? */
static bool
stands_free(const Reading *r, uint32_t i)
{
	uint32_t	end = i + 2;

	if (!plain_name(r, i) || !(plain_name(r, i + 1) || (is_capital(r, i + 1) && r->fact[i + 1].part == 0 && r->fact[i + 1].tail == 0 && !(r->fact[i + 1].name & PLACE_NAME))))
		return false;
	if (i > 0 && (is_capital(r, i - 1) || part_is(r, i - 1, PART_ROLE | PART_PART | PART_ORG)))
		return false;
	while (end < i + 4 && plain_name(r, end))
		end++;
	if (is_capital(r, end))
		return false;
	if (i > 0 && reading_cue_in(r, i - 1, CUE_IN_BARE) && !fact_is(r, i - 1, FACT_CAPITAL))
		return true;
	return reading_cue_in(r, end, CUE_IN_ACT) && (i == 0 || fact_is(r, i, FACT_SENTENCE) || mark_is(r, i - 1, MARK_COMMA));
}

/* Lembaga Kajian Pasar (Lemkapi): does the word in brackets shorten an organisation's name? */
static bool
shortens_body(const Reading *r, uint32_t i)
{
	const char *text = r->text.at;
	const char *word = text + r->token[i].place.at;

	if (i < 3 || !mark_is(r, i - 1, MARK_OPEN_BRACKET) || !mark_is(r, i + 1, MARK_CLOSE_BRACKET) || !plain_name(r, i) || r->fact[i].name != 0)
		return false;
	for (uint32_t k = i - 1; k-- > 0 && i - k < 12 && fact_is(r, k, FACT_WORD) && !(r->fact[k].name & NAME_PERSON);)
	{
		const char *head = text + r->token[k].place.at;

		if (is_capital(r, k) && part_is(r, k, PART_ORG) && (word[0] | 0x20) == (head[0] | 0x20) && (word[1] | 0x20) == (head[1] | 0x20))
			return k + 2 < i;
	}
	return false;
}

/* Lemkapi: what shortens the name of an organisation once is one everywhere. */
static void
note_bodies(Reading *r)
{
	uint32_t	body[BODIES];
	uint32_t	n = 0;

	for (uint32_t k = 0; k < r->openers && n < BODIES; k++)
		if (shortens_body(r, r->opener[k]))
			body[n++] = r->fact[r->opener[k]].hash;
	for (uint32_t k = 0; k < r->openers && n > 0; k++)
		for (uint32_t b = 0; b < n; b++)
		{
			Fact	   *f = &r->fact[r->opener[k]];

			if (f->hash == body[b] && f->part == 0)
			{
				f->part = PART_ORG;
				f->flags |= FACT_COMMON;
			}
		}
}

void
mention_prepare(Reading *r)
{
	Alone		set;
	uint32_t	size = 64,
				found = 0;

	note_bodies(r);
	for (uint32_t k = 0; k < r->openers; k++)
	{
		uint32_t	i = r->opener[k];
		unsigned	flag;

		/* ungkap Di Ana: a particle of the name */
		if (i > 0 && word_is(r, i, WORDS_DI) && is_capital(r, i) && is_capital(r, i + 1) && reading_cue_in(r, i - 1, CUE_IN_BARE) && !fact_is(r, i, FACT_SENTENCE))
			r->fact[i].part = 0;
		flag = stands_alone(r, i) ? FACT_ALONE : stands_free(r, i) ? FACT_FIRST : 0;
		r->fact[i].flags |= (uint16_t) flag;
		found += flag != 0;
	}
	if (found == 0)
		return;
	while (size < 2 * found + 2)
		size *= 2;
	set.slot = berita_alloc((size_t) size * sizeof(uint32_t));
	memset(set.slot, 0, (size_t) size * sizeof(uint32_t));
	set.mask = size - 1;
	for (uint32_t k = 0; k < r->openers; k++)
	{
		uint32_t	i = r->opener[k];

		if (fact_is(r, i, FACT_ALONE))
			alone_find(&set, r->fact[i].hash, true);
		if (fact_is(r, i, FACT_FIRST))
			alone_find(&set, pair_hash(r, i), true);
	}
	for (uint32_t k = 0; k < r->openers; k++)
	{
		uint32_t	i = r->opener[k];

		if (k % 1024 == 0)
			berita_breathe();
		if (!is_capital(r, i))
			continue;
		if (alone_find(&set, r->fact[i].hash, false))
		{
			r->fact[i].flags |= FACT_ALONE;
			/* kata Juli: here it is somebody */
			if (is_doubtful(r, i))
			{
				r->fact[i].part = 0;
				r->fact[i].name = NAME_PERSON;
				r->fact[i].flags &= (uint16_t) ~FACT_COMMON;
			}
		}
		if (is_capital(r, i + 1) && alone_find(&set, pair_hash(r, i), false))
			r->fact[i].flags |= FACT_FIRST;
	}
	berita_free(set.slot);
}
