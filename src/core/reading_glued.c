/*
 * Words that were run together, as where links were dropped from a page.
 *
 *		MenteriAna			the name behind an office or a place
 *		Anamengunjungi		the name before a word that follows names
 *		IndonesiaTrump		two words of which neither tells where the name is
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/reading_word.h"

#include "core/lexicon.h"
#include "core/table.h"

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Does a verb begin at i, with eight letters at least: memimpin, mengunjungi, menyerahkan? */
static inline bool
verb_at(Span s, size_t i)
{
	return i >= 4 && s.len - i >= 8 && s.at[i] == 'm' && s.at[i + 1] == 'e' &&
		(s.at[i + 2] == 'm' || (s.at[i + 2] == 'n' && (s.at[i + 3] == 'g' || s.at[i + 3] == 'y')));
}

/* Hasanmengunjungi: a verb within a word. */
static bool
holds_verb(Span s)
{
	for (size_t i = 0; i + 8 <= s.len && s.at[i] != '-' && s.at[i] != '\''; i++)
		if (verb_at(s, i))
			return true;
	return false;
}

/* The same, or a capital within: IndonesiaTrump, INTERNASIONALTrump. */
static bool
run_together(Span s)
{
	size_t		upper = 0;

	for (size_t i = 0; i < s.len; i++)
	{
		bool		capital = is_upper(s.at[i]);

		if (capital && upper == 0 && i >= 4 && s.len - i >= 4)
			return true;
		if (!capital && upper >= 4 && s.len - i >= 3 && s.at[i] >= 'a' && s.at[i] <= 'z')
			return true;
		if (s.at[i] == '-' || s.at[i] == '\'')
			return false;
		upper = capital ? upper + 1 : 0;
		if (verb_at(s, i))
			return true;
	}
	return false;
}

/* Anamengunjungi, Anayang: is it a word that follows names, which was run onto one of so many letters? */
static bool
follows_name(Span word, size_t letters)
{
	if (letters + word.len < 9 || letters < 4 || word.len < 4)
		return false;
	/* Penindakan is no Penind */
	if (word.len == 4 && memcmp(word.at, "akan", 4) == 0 && memchr("aeiou", word.at[-1], 5) == NULL)
		return false;
	if ((word_begins(word, "me", 6) || word_begins(word, "ber", 7) || word_begins(word, "ter", 7)) && known_derived(word))
		return true;
	return known_list(word, WORDS_FOLLOWS_NAME);
}

/*
 * MenteriAna, RIAna, Anamengunjungi, MenteriAnayang: where in a word the name is
 * that an office or place was run onto, or that was run onto the word behind it.
 */
static bool
find_name(Span s, size_t *from, size_t *to)
{
	const unsigned offices = PART_ROLE | PART_PART | PART_RANK | PART_HONORIFIC | PART_ORG | PART_STATE;
	char		folded[WORD_ROOM];
	size_t		start = 0,
				i;

	*from = 0;
	*to = s.len;
	if (s.len > sizeof(folded))
		return false;
	for (i = 0; i < s.len; i++)
	{
		bool		capital = is_upper(s.at[i]);

		if (!capital && !(s.at[i] >= 'a' && s.at[i] <= 'z'))
			return false;
		folded[i] = (char) (s.at[i] | 0x20);
		if (capital && i >= 2 && s.len - i >= 3 && s.at[i + 1] >= 'a' && s.at[i + 1] <= 'z')
		{
			start = *from;
			*from = i;
		}
	}
	if (*from > 0)
	{
		Known		office = known_word(span_of(folded + start, *from - start));

		if (!(office.part & offices) && !(office.tail & TAIL_FIELD) && !(office.kind & (NAME_PROVINCE | NAME_CITY | NAME_COUNTRY)))
			return false;
	}
	for (i = *from + 4; i + 4 <= s.len && *to == s.len; i++)
		if (follows_name(span_of(folded + i, s.len - i), i - *from))
			*to = i;
	/* A word that has a root is one word. */
	if (*to < s.len && known_derived(span_of(folded + *from, s.len - *from)))
		*to = s.len;
	return *from > 0 || *to < s.len;
}

/* Takes the word at i for the name that is in it, if there is one. */
static bool
take_name(Reading *r, uint32_t i)
{
	Fact	   *f = &r->fact[i];
	Span		s = span_at(r->text, r->token[i].place);
	char		folded[WORD_ROOM];
	size_t		from,
				to;
	Span		name;
	Known		known;

	if (r->token[i].flags & TOKEN_FOREIGN || !find_name(s, &from, &to) || (from == 0 && (i == 0 || !(r->fact[i - 1].flags & FACT_CAPITAL))))
		return false;
	name = span_of(folded + from, to - from);
	(void) reading_fold(r, i, folded, sizeof(folded));
	known = known_word(name);
	if (known.part != 0 || known.reporting != 0 || (known.kind & ~NAME_PERSON) || (!(known.kind & NAME_PERSON) && (known.class > 0 || known_derived(name))))
		return false;
	/* RIAna, yet not BRILink */
	if (from > 0 && is_upper(s.at[from - 1]) && name.len < 5 && !(known.kind & NAME_PERSON))
		return false;
	f->hash = table_hash(name);
	f->cue = f->word = f->part = 0;
	f->tail = 0;
	f->name = known.kind;
	f->flags = (uint16_t) ((f->flags & ~(unsigned) (FACT_UPPER | FACT_VERB)) | (from > 0 ? FACT_GLUED_BEFORE : 0u) | (to < s.len ? FACT_GLUED_BEHIND : 0u));
	return true;
}

bool
glued_word(Reading *r, uint32_t i)
{
	Fact	   *f = &r->fact[i];
	Span		s = span_at(r->text, r->token[i].place);
	bool		inner = false;

	for (size_t k = 1; k < s.len; k++)
		inner |= is_upper(s.at[k]);
	/* Without a capital inside, a name has a word behind it, and another name before. */
	if ((inner || (i > 0 && r->fact[i - 1].flags & FACT_CAPITAL)) && take_name(r, i))
		return true;
	if (s.len < 9 || !(inner ? run_together(s) : holds_verb(s)))
		return false;
	f->flags &= (uint16_t) ~(FACT_CAPITAL | FACT_UPPER);
	f->name = 0;
	return true;
}

Span
glued_name(const Reading *r, uint32_t i)
{
	Span		s = span_at(r->text, r->token[i].place);
	size_t		from,
				to;

	(void) find_name(s, &from, &to);
	return span_of(s.at + from, (r->fact[i].flags & FACT_GLUED_BEHIND ? to : s.len) - from);
}
