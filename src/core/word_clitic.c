/*
 * Which clitics and particles a surface token carries.
 *
 * -nya is split from every word but a closed list of adverbs (akhirnya), words
 * that are roots or names with that ending (tanya, Kenya), and se-...-nya
 * (sebaiknya).  The others are split where the analysis of the stemmer finds them
 * (namaku, tulislah) and the whole word is no root (buku, masalah); a capital
 * that the start of a sentence does not explain makes a name of it (Abdullah).
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/word_clitic.h"

#include "core/analyse.h"
#include "core/byte.h"
#include "core/lexicon.h"
#include "core/table.h"
#include "core/utf8_unit.h"

/* What becomes of a word of the closed list; the column of the data file. */
enum
{
	CLITIC_WHOLE,				/* one word */
	CLITIC_SPLIT				/* host and particle */
};

#include "core/clitic_table.h"

#define WORD_MAX 96

static bool
ends(Span s, const char *end)
{
	size_t		n = strlen(end);

	return s.len > n && memcmp(s.at + s.len - n, end, n) == 0;
}

static Span
without(Span s, size_t n)
{
	return span_of(s.at, s.len - n);
}

static bool
is_known(Span folded)
{
	return lexicon_root(folded) >= 0 || lexicon_function(folded) != FUNCTION_NONE;
}

/* An own analysis, or a word of the lists. */
static bool
has_analysis(Span folded)
{
	Analysis	a;

	return is_known(folded) || (folded.len <= ANALYSE_MAX && analyse_word(folded, &a));
}

/* se- before a root, the whole of it none: sebaik, seharus. */
static bool
is_adverbial_se(Span rest)
{
	Span		inner = span_of(rest.at + 2, rest.len - 2);

	return rest.len > 5 && memcmp(rest.at, "se", 2) == 0 && !is_known(rest) && is_known(inner);
}

/* Is -nya, the word's end, a clitic? */
static bool
splits_nya(Span folded, bool name)
{
	Span		rest = without(folded, 3);
	Analysis	a;

	if (rest.len < 2 || (is_known(folded) && !(rest.len >= 4 && is_known(rest))) || is_adverbial_se(rest))
		return false;
	if (folded.len <= ANALYSE_MAX && analyse_word(folded, &a) && a.clitics < 3 && ends(span_of(a.root, a.len), "nya"))
		return false;
	return !name || has_analysis(rest) || lexicon_name(rest);
}

/* Does the stemmer find a clitic of n bytes at the end? */
static bool
splits_by_analysis(Span folded, size_t n)
{
	Analysis	a;

	if (folded.len < n + 2 || is_known(folded) || lexicon_name(folded))
		return false;
	return folded.len <= ANALYSE_MAX && analyse_word(folded, &a) && a.clitics >= n;
}

/* The closed list's word for the end, or -1 where it does not know the word. */
static int
listed(Span folded)
{
	int32_t		row = table_find(&clitic_table, folded);

	return row < 0 ? -1 : clitic_row[row].treat;
}

static uint32_t
particle_of(Span folded, bool name)
{
	static const char *const particles[] = {"lah", "kah", "pun"};
	int			treat;

	for (int i = 0; i < 3; i++)
		if (ends(folded, particles[i]))
		{
			treat = listed(folded);
			if (treat >= 0)
				return treat == CLITIC_SPLIT ? 3 : 0;
			return !name && splits_by_analysis(folded, 3) ? 3 : 0;
		}
	return 0;
}

static uint32_t
possessive_of(Span folded, bool name)
{
	if (listed(folded) == CLITIC_WHOLE)
		return 0;
	if (ends(folded, "nya"))
		return splits_nya(folded, name) ? 3 : 0;
	if (ends(folded, "ku") || ends(folded, "mu"))
		return !name && splits_by_analysis(folded, 2) ? 2 : 0;
	return 0;
}

/* ku- and kau- before a verb's root. */
static uint32_t
proclitic_of(Span folded, bool name)
{
	size_t		n = folded.len > 6 && memcmp(folded.at, "kau", 3) == 0 ? 3 : folded.len > 5 && memcmp(folded.at, "ku", 2) == 0 ? 2 : 0;
	Span		rest = span_of(folded.at + n, folded.len - n);
	Analysis	a;

	if (n == 0 || name || is_known(folded) || lexicon_name(folded) || listed(folded) == CLITIC_WHOLE)
		return 0;
	if (lexicon_root(rest) >= 2)
		return (uint32_t) n;
	if (!analyse_word(rest, &a) || (size_t) a.len + 4 < rest.len || !(ends(rest, "kan") || ends(rest, "i")))
		return 0;
	return analyse_word(folded, &a) && memcmp(a.root, folded.at, a.len) == 0 ? 0 : (uint32_t) n;
}

/* A clitic behind a hyphen: KTP-nya, hamba-Ku. */
static Clitics
behind_hyphen(Span folded, size_t hyphen)
{
	static const char *const enclitics[] = {"nya", "ku", "mu", "lah", "kah", "pun"};
	Span		tail = span_of(folded.at + hyphen + 1, folded.len - hyphen - 1);
	Clitics		c = {0, 0, 0};

	for (int i = 0; i < 6; i++)
		if (span_is(tail, enclitics[i]))
		{
			if (i < 3)
				c.possessive = (uint32_t) tail.len;
			else
				c.particle = (uint32_t) tail.len;
		}
	return c;
}

/* A clitic at the end of a reduplication: anak-anaknya, teman-temanmu, hati-hatilah. */
static Clitics
behind_copy(Span folded, size_t hyphen)
{
	static const char *const enclitics[] = {"nya", "ku", "mu", "lah", "kah", "pun"};
	Span		copy = span_of(folded.at + hyphen + 1, folded.len - hyphen - 1);
	Clitics		c = {0, 0, 0};

	/* sebaik-baiknya is an adverb, senior-seniornya is none */
	if (copy.len < 4 || (memcmp(folded.at, "se", 2) == 0 && !is_known(span_of(folded.at, hyphen))))
		return c;
	if (ends(copy, "nya"))
	{
		c.possessive = copy.len > 5 ? 3 : 0;
		return c;
	}
	for (int i = 1; i < 6; i++)
	{
		size_t		n = strlen(enclitics[i]);

		/* what is left of the copy stands at the end of the first half */
		if (ends(copy, enclitics[i]) && hyphen >= copy.len - n && copy.len - n > 2 &&
			memcmp(folded.at + hyphen - (copy.len - n), copy.at, copy.len - n) == 0)
		{
			if (i < 3)
				c.possessive = (uint32_t) n;
			else
				c.particle = (uint32_t) n;
		}
	}
	return c;
}

/* Is the word written as a name: a capital that no sentence's start explains? */
static bool
is_name(Span word, bool begins)
{
	Unit		second = unit_at(word.at + 1, word.at + word.len);

	return word.at[0] >= 'A' && word.at[0] <= 'Z' && !begins && second.class != CHAR_UPPER;
}

/* Only letters of ASCII are split off: others may have more bytes than their folded form. */
static Clitics
plain_only(Span word, Clitics c)
{
	static const Clitics none = {0, 0, 0};

	for (size_t i = 0; i < word.len; i++)
		if ((i < c.proclitic || i + c.possessive + c.particle >= word.len) && !byte_letter(word.at[i]))
			return none;
	return c;
}

Clitics
word_clitics(Span word, bool begins)
{
	char		low[WORD_MAX];
	Clitics		c = {0, 0, 0};
	bool		name = is_name(word, begins);
	size_t		hyphen = 0;
	Span		folded;

	if (word.len > WORD_MAX || word.len < 4)
		return c;
	folded = span_of(low, utf8_fold_span(word, low, sizeof(low)));
	if (folded.len != word.len && !memchr("aukhn", low[folded.len - 1], 5))
		return c;
	for (size_t i = 0; i < folded.len; i++)
		if (low[i] == '-')
			hyphen = i;
	if (hyphen)
	{
		c = behind_hyphen(folded, hyphen);
		if (c.possessive || c.particle)
			return plain_only(word, c);
		return plain_only(word, behind_copy(folded, hyphen));
	}
	c.particle = particle_of(folded, name);
	folded = without(folded, c.particle);
	c.possessive = possessive_of(folded, name);
	folded = without(folded, c.possessive);
	c.proclitic = proclitic_of(folded, name);
	return plain_only(word, c);
}

/*
 * Both sides begin with a capital and have two letters; not both in capitals
 * ("Tokyo-Mitsubishi", "RI-Jepang").  Or an acronym and its clitic ("PPh-nya").
 */
bool
word_is_pair(Span compound)
{
	const char *end = compound.at + compound.len;
	const char *hyphen = memchr(compound.at, '-', compound.len);
	uint32_t	uppers = 0;
	Span		tail;

	if (!hyphen || hyphen - compound.at < 2 || end - hyphen < 3 || unit_at(compound.at, end).class != CHAR_UPPER)
		return false;
	for (const char *p = compound.at; p < hyphen; p++)
		uppers += *p >= 'A' && *p <= 'Z';
	tail = span_of(hyphen + 1, (size_t) (end - hyphen - 1));
	if (span_is(tail, "nya"))
		return uppers > 1;
	if (unit_at(tail.at, end).class != CHAR_UPPER)
		return false;
	for (size_t i = 0; i < tail.len; i++)
		uppers += tail.at[i] >= 'A' && tail.at[i] <= 'Z';
	return uppers + 1 < compound.len;
}
