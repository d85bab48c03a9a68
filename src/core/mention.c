/*
 * Speaker noun phrases.
 *
 *		S := [role [affiliation]] [rank|honorific] NAME [(alias)] [, apposition]
 *		   | role [affiliation] | pronoun | description | organisation | anonymous
 *
 * A phrase is read from the left: first its extent (capitalised words, the small
 * words that may stand between them, brackets), then its parts.  In
 *
 *		Kepala Dinas Perhubungan DKI Jakarta Syafrin Liputo
 *		role   affiliation                   name
 *
 * the name is found from the right: it starts behind the last rank or title, else
 * it is the longest run of at most four words at the end that are neither roles,
 * organisations, places, acronyms nor common nouns.  A word that stands alone as
 * a name elsewhere in the article (kata Syafrin) decides what is doubtful.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/mention.h"

#include "core/mention_name.h"

#define PHRASE 40				/* a phrase has at most as many tokens */
#define BRACKET 8				/* and a bracket within it */
#define APPOSITION 16
#define LIST 10					/* a list of fields comes to its dan within as many */

#define TIME_NAME (NAME_MONTH | NAME_DAY)

/* Does a new sentence begin at i, or boilerplate? */
static bool
is_break(const Reading *r, uint32_t i)
{
	return i >= r->n || fact_is(r, i, FACT_SENTENCE | FACT_SKIP);
}

/* A weekday or month with something of a date behind it, or no name before. */
static bool
is_time(const Reading *r, uint32_t i)
{
	if (!part_is(r, i, PART_TIME))
	{
		if (i >= r->n || !(r->fact[i].name & TIME_NAME))
			return false;
		/* Ramadhan, Mei and April are names too. */
		if (!(r->fact[i].name & NAME_DAY) && !fact_is(r, i + 1, FACT_NUMBER) && !(i > 0 && fact_is(r, i - 1, FACT_NUMBER)))
			return false;
	}
	return !is_capital(r, i + 1) || part_is(r, i + 1, PART_TIME);
}

/* The token behind a bracket that opens at i, or i where it does not close soon. */
static uint32_t
skip_bracket(const Reading *r, uint32_t i, uint32_t limit)
{
	for (uint32_t k = i + 1; k < limit && k <= i + BRACKET && !fact_is(r, k, FACT_LINE); k++)
		if (mark_is(r, k, MARK_CLOSE_BRACKET))
			return k + 1;
	return i;
}

/* Does a name in quotation marks stand within a name at i: Riza "Ariza" Patria? */
static uint32_t
skip_nickname(const Reading *r, uint32_t i, uint32_t limit)
{
	for (uint32_t k = i + 1; k < limit && k <= i + 4; k++)
	{
		if (mark_is(r, k, MARK_QUOTE) || mark_is(r, k, MARK_SINGLE))
			return k > i + 1 && is_capital(r, k + 1) ? k + 1 : i;
		if (!is_capital(r, k))
			return i;
	}
	return i;
}

/* Does a list come to its dan: Hukum, dan; Hukum Dagang, Pajak dan? */
static bool
list_ends(const Reading *r, uint32_t k, uint32_t limit)
{
	if (!is_capital(r, k))
		return false;
	for (uint32_t i = k + 1; i < limit && i < k + LIST; i++)
	{
		if (word_is(r, i, WORDS_AND))
			return true;
		if (!mark_is(r, i, MARK_COMMA) && !(is_capital(r, i) && reading_common(r, k)))
			return false;
	}
	return false;
}

/* May a list of fields go on over the comma or dan at i: Politik, Hukum, dan Keamanan? */
static bool
list_goes_on(const Reading *r, uint32_t i, uint32_t limit)
{
	uint32_t	k = i + 1;

	if (mark_is(r, i, MARK_COMMA))
	{
		if (word_is(r, k, WORDS_AND))
			k++;
		else if (!list_ends(r, k, limit))
			return false;
	}
	if (k >= limit || !is_capital(r, k) || fact_is(r, k, FACT_ALONE) || part_is(r, k, PART_ROLE | PART_STATE | PART_TIME))
		return false;
	if (part_is(r, k, PART_OPENER) && !(r->fact[k].tail & TAIL_FIELD))
		return false;
	if (r->fact[k].name & (PLACE_NAME | NAME_PERSON))
		return false;
	return reading_common(r, k) || reading_common(r, i - 1);
}

/* May the lower-case word at i stand within a phrase that has a role? */
static bool
is_role_filler(const Reading *r, uint32_t i)
{
	if (!fact_is(r, i, FACT_WORD) || fact_is(r, i, FACT_CAPITAL))
		return false;
	if (r->fact[i].cue != 0 && !part_is(r, i, PART_ROLE | PART_PART))
		return false;
	if (part_is(r, i, PART_STOP | PART_TIME | PART_PRONOUN | PART_ADVERB | PART_BLOCK | PART_NEGATOR | PART_OPENER) && !word_is(r, i, WORDS_PARA))
		return part_is(r, i, PART_ROLE | PART_PART);
	if (word_is(r, i, WORDS_NO_FILLER))
		return false;
	return part_is(r, i, PART_ROLE | PART_PART | PART_RANK | PART_ORG) || !reading_verb(r, i);
}

/* Kepala Dinas Pasar dan perdagangan kabupaten Sukamaju, HUT ke-60 Partai: do small words lead on to a capital? */
static bool
goes_on_small(const Reading *r, uint32_t p)
{
	uint32_t	k = p + word_is(r, p, WORDS_DAN);

	if (k == p && fact_is(r, p, FACT_WORD) && !is_capital(r, p) && name_ends_in_digit(r, p))
		return is_capital(r, p + 1) && !fact_is(r, p + 1, FACT_SENTENCE);
	for (; k < p + 3 && is_role_filler(r, k) && !is_break(r, k); k++)
		if (is_capital(r, k + 1) && !fact_is(r, k + 1, FACT_SENTENCE) && !part_is(r, k + 1, PART_TIME | PART_STOP | PART_OPENER))
			return true;
	return false;
}

/* AKP Ana Prihatin, Irjen Pol Firman: is the word at p within a name that a rank begins? */
static bool
behind_rank(const Reading *r, uint32_t i, uint32_t p)
{
	if (part_is(r, p - 1, PART_RANK))
		return !part_is(r, p - 1, PART_ORG);
	return p > i + 1 && part_is(r, p - 2, PART_RANK) && r->fact[p - 1].part == 0;
}

/* The extent of the capitalised run at i; *cut is where a preposition joined it, or 0. */
static uint32_t
run_end(const Reading *r, uint32_t i, uint32_t limit, bool role, uint32_t *cut)
{
	uint32_t	p = i;
	bool		lower = role && (!is_capital(r, i) || !is_capital(r, i + 1));	/* still in the lower-case part of a role */

	*cut = 0;
	if (limit > i + PHRASE)
		limit = i + PHRASE;
	while (p < limit && (p == i || !is_break(r, p)))
	{
		uint32_t	next;

		if (p == i && (part_is(r, p, PART_RANK | PART_HONORIFIC) || r->token[p].class == TOKEN_HANDLE))
			p += mark_is(r, p + 1, MARK_END) && !fact_is(r, p + 2, FACT_SENTENCE) ? 2 : 1;
		else if (is_capital(r, p))
		{
			if (is_time(r, p) || (p > i && part_is(r, p, PART_OPENER | PART_STOP) && !is_capital(r, p + 1)))
				break;
			if (p > i && !role && word_is(r, p, WORDS_DAN))
				break;
			/* A sentence whose full stop was lost: kata Ana Menurut Budi */
			if (p > i && (reading_cue_in(r, p, CUE_IN_ACCORDING) || word_is(r, p, WORDS_LOST_STOP)))
				break;
			/* A headline that was glued on: Ana Budiman Optimistis Menang; but AKP Ana Prihatin */
			if (p > i && !behind_rank(r, i, p) && r->fact[p].part == 0 && !fact_is(r, p, FACT_ALONE) && !(r->fact[p].tail & TAIL_FIELD) && reading_cue_in(r, p, CUE_IN_ACT | CUE_IN_BARE))
				break;
			lower = lower && p == i;
			p++;
			if (fact_is(r, p - 1, FACT_GLUED_BEHIND))
				break;
		}
		else if (fact_is(r, p, FACT_NUMBER) && role && p > i && (is_capital(r, p + 1) || (mark_is(r, p + 1, MARK_DASH) && fact_is(r, p + 2, FACT_NUMBER))))
			p++;
		else if (mark_is(r, p, MARK_DASH) && role && p > i && fact_is(r, p - 1, FACT_NUMBER) && fact_is(r, p + 1, FACT_NUMBER))
			p++;
		else if (p > i && fact_is(r, p, FACT_WORD) && (r->fact[p].tail & TAIL_NAME) && is_capital(r, p + 1))
			p++;
		else if (p > i && mark_is(r, p, MARK_OPEN_BRACKET) && (next = skip_bracket(r, p, limit)) > p)
			p = next;
		else if (p > i && (mark_is(r, p, MARK_QUOTE) || mark_is(r, p, MARK_SINGLE)) && (next = skip_nickname(r, p, limit)) > p)
			p = next;
		else if (p > i && (r->fact[p].mark == MARK_OTHER || r->fact[p].mark == MARK_DASH) && word_is(r, p, WORDS_JOINER) &&
				 (r->token[p].flags & TOKEN_GLUED || word_is(r, p, WORDS_AMPERSAND)) && is_capital(r, p + 1) && !(word_is(r, p, WORDS_SLASH) && !part_is(r, p + 1, PART_ROLE | PART_ORG) && !(fact_is(r, p - 1, FACT_UPPER) && fact_is(r, p + 1, FACT_UPPER))))
			p++;
		else if (role && p > i && !lower && (mark_is(r, p, MARK_COMMA) || word_is(r, p, WORDS_AND)) && list_goes_on(r, p, limit))
			p += mark_is(r, p, MARK_COMMA) && word_is(r, p + 1, WORDS_AND) ? 2 : 1;
		else if (role && lower && p > i && word_is(r, p, WORDS_DAN) && is_role_filler(r, p + 1) && !part_is(r, p + 1, PART_ROLE))
			p++;
		else if (role && (lower || part_is(r, p, PART_PART | PART_ROLE)) && (p == i || is_role_filler(r, p)) && (lower || (p > i && part_is(r, p - 1, PART_ROLE | PART_PART))))
			p++;
		else if (role && p > i && word_is(r, p, WORDS_WHILE) && word_is(r, p + 1, WORDS_THIS) && is_capital(r, p + 2))
			p += 2;
		else if (role && p > i && word_is(r, p, WORDS_ROLE_STATE) && is_capital(r, p + 1))
			p++;
		else if (p == i + 2 && word_is(r, i, WORDS_EMBASSY) && word_is(r, p, WORDS_FOR_AT) && is_capital(r, p + 1))
			p++;
		else if (p == i + 3 && word_is(r, i, WORDS_EMBASSY) && word_is(r, p, WORDS_FOR_AT) && is_capital(r, p + 1))
			p++;
		else if (role && p > i && !name_word(r, p - 1) && goes_on_small(r, p))
			p++;
		else if (role && p > i && *cut == 0 && !name_word(r, p - 1) && word_is(r, p, WORDS_BEHIND_ROLE) && is_capital(r, p + 1) && !is_time(r, p + 1) && !fact_is(r, p + 1, FACT_ALONE))
		{
			*cut = p;
			lower = false;
			p++;
		}
		else
			break;
	}
	return p;
}

/* The words of a run without brackets, at most PHRASE. */
static uint32_t
run_words(const Reading *r, uint32_t from, uint32_t to, uint32_t *word)
{
	uint32_t	n = 0;

	for (uint32_t i = from; i < to && n < PHRASE; i++)
	{
		if (mark_is(r, i, MARK_OPEN_BRACKET))
		{
			uint32_t	next = skip_bracket(r, i, to);

			if (next > i)
				i = next - 1;
			continue;
		}
		if (fact_is(r, i, FACT_WORD))
			word[n++] = i;
	}
	return n;
}

/* Splits role words into role and affiliation at the first organisation or place. */
static void
split_role(const Reading *r, Mention *m, const uint32_t *word, uint32_t n)
{
	uint32_t	k = 0;

	while (k < n && part_is(r, word[k], PART_ROLE | PART_PART | PART_RANK) && !(k > 0 && fact_is(r, word[k], FACT_UPPER)))
		k++;
	while (k < n && !part_is(r, word[k], PART_ORG | PART_STATE) && !(r->fact[word[k]].name & PLACE_NAME) && !fact_is(r, word[k], FACT_UPPER) &&
		   !word_is(r, word[k], WORDS_FROM_AT))
		k++;
	if (n == 0)
		return;
	m->role = (Run) {word[0], k > 0 ? word[k - 1] + 1 : word[0]};
	/* Menteri Keuangan (Menkeu): the short form is the office's too */
	if (k > 0 && mark_is(r, m->role.to, MARK_OPEN_BRACKET) && m->role.to < m->whole.to)
		m->role.to = skip_bracket(r, m->role.to, m->whole.to);
	if (k < n && word_is(r, word[k], WORDS_FROM_AT))
		k++;
	/* Polres Sukamaju AKBP, Kodim Kolonel Inf: the rank is the name's */
	for (uint32_t rank = n; rank > k + 1 && part_is(r, word[rank - 1], PART_RANK); rank--)
		if (!part_is(r, word[rank - 1], PART_ORG))
			n = rank - 1;
	if (k < n)
		m->affiliation = (Run) {word[k], word[n - 1] + 1};
}

/* A bracket with capitals, no age: the alias or the abbreviation of what stands before. */
static void
find_alias(const Reading *r, Mention *m)
{
	for (uint32_t i = m->name.from; i < m->whole.to; i++)
	{
		uint32_t	next;

		if (!mark_is(r, i, MARK_OPEN_BRACKET) || (next = skip_bracket(r, i, m->whole.to)) == i)
			continue;
		if (is_capital(r, i + 1) && !fact_is(r, i + 1, FACT_NUMBER) && next - i <= 4 && !word_is(r, i + 1, WORDS_BRACKETED_RANK))
		{
			m->alias = (Run) {i + 1, next - 1};
			if (m->name.to > i && i > m->name.from)
				m->name.to = i;
		}
		i = next - 1;
	}
}

/* Is the name an organisation's, a country's, or no name at all but a heading? */
static void
judge_name(const Reading *r, Mention *m)
{
	bool		organisation = false,
				state = true,
				person = false;
	int			common = 0,
				words = 0;

	for (uint32_t i = m->name.from; i < m->name.to; i++)
	{
		if (!fact_is(r, i, FACT_WORD) || !is_capital(r, i))
			continue;
		words++;
		common += !fact_is(r, i, FACT_ALONE) && reading_common(r, i);
		organisation = organisation || part_is(r, i, PART_ORG) || (fact_is(r, i, FACT_UPPER) && r->token[i].place.chars > 2 && !fact_is(r, i, FACT_ALONE));
		state = state && (part_is(r, i, PART_STATE) || (r->fact[i].name & PLACE_NAME));
		person = person || (r->fact[i].name & NAME_PERSON) || fact_is(r, i, FACT_ALONE);
	}
	if (words == 0)
		return;
	m->state = state;
	if (state || (!person && (organisation || 2 * common >= words)))
		m->type = MENTION_ORGANISATION;
}

/* Laksamana Madya: does the word at i go on with a rank before it? */
static bool
goes_on_rank(const Reading *r, uint32_t i)
{
	return word_is(r, i, WORDS_RANK_PART) && !part_is(r, i, PART_ROLE) && part_is(r, i - 1, PART_RANK);
}

/* The token behind the ranks and honorifics that begin a name. */
static uint32_t
past_titles(const Reading *r, uint32_t i, uint32_t end)
{
	uint32_t	from = i;

	while (i + 1 < end && (part_is(r, i, PART_RANK | PART_HONORIFIC) || (i > from && goes_on_rank(r, i))))
		i++;
	return i;
}

/* Reads a pronoun or a phrase that opens with seorang, sejumlah, sumber. */
static bool
read_small(const Reading *r, uint32_t i, uint32_t limit, Mention *m)
{
	uint32_t	p = i + 1;

	if (part_is(r, i, PART_PRONOUN))
	{
		if (!word_is(r, i, WORDS_PRONOUN_ANY))
			return false;
		m->type = MENTION_PRONOUN;
		m->plural = word_is(r, i, WORDS_PLURAL);
		m->whole = (Run) {i, p};
		return true;
	}
	if (!part_is(r, i, PART_GROUP) && !(part_is(r, i, PART_HUMAN | PART_DOCUMENT) && !part_is(r, i, PART_ROLE)) &&
		!(part_is(r, i, PART_ORG) && !is_capital(r, i)) && !word_is(r, i, WORDS_LIGHT_HEAD))
		return false;
	if (word_is(r, i, WORDS_YANG) && !word_is(r, i + 1, WORDS_BERSANGKUTAN))
		return false;
	if (part_is(r, i, PART_STOP) && !part_is(r, i, PART_ROLE))
		return false;
	m->type = part_is(r, i, PART_GROUP) ? MENTION_ANONYMOUS : MENTION_DESCRIPTION;
	m->plural = word_is(r, i, WORDS_MANY);
	m->document = part_is(r, i, PART_DOCUMENT);
	if (part_is(r, i, PART_ORG))
		m->type = MENTION_ORGANISATION;
	while (p < limit && p < i + 12 && !is_break(r, p) && fact_is(r, p, FACT_WORD) &&
		   !(r->fact[p].cue != 0 && !part_is(r, p, PART_ROLE | PART_PART)) && !part_is(r, p, PART_STOP | PART_TIME | PART_BLOCK | PART_ADVERB) && !is_time(r, p) &&
		   !word_is(r, p, WORDS_ENDS_PHRASE) && !word_is(r, p, WORDS_NAMED) && (is_capital(r, p) || !reading_verb(r, p)))
	{
		bool		last = word_is(r, p, WORDS_DEMONSTRATIVE);

		p++;
		if (mark_is(r, p, MARK_OPEN_BRACKET) && skip_bracket(r, p, limit) > p && word_is(r, skip_bracket(r, p, limit), WORDS_DEMONSTRATIVE))
			p = skip_bracket(r, p, limit);
		if (last)
		{
			m->type = MENTION_DESCRIPTION;
			break;
		}
	}
	m->whole = (Run) {i, p};
	/* demikian pernyataan Kementerian Luar Negeri: the statement's owner says it */
	if (m->document && is_capital(r, i + 1) && !fact_is(r, i, FACT_CAPITAL))
	{
		Mention		owner;

		if (mention_read(r, i + 1, limit, &owner) && !run_empty(owner.name) && !owner.state)
		{
			*m = owner;
			m->whole.from = i;
			return true;
		}
	}
	/* seorang warga bernama Siti */
	if (word_is(r, p, WORDS_NAMED) && is_capital(r, p + 1))
	{
		uint32_t	cut;
		uint32_t	end = run_end(r, p + 1, limit, false, &cut);

		m->name = (Run) {past_titles(r, p + 1, end), end};
		m->role = (Run) {i, p};
		m->whole.to = end;
		m->type = MENTION_ROLE_NAME;
	}
	else if (m->type == MENTION_ANONYMOUS && part_is(r, i, PART_GROUP))
	{
		/* pihak Kepolisian, salah satu warga: a capitalised end may be a name of its own */
		if (word_is(r, i, WORDS_PIHAK) && is_capital(r, i + 1))
		{
			m->type = MENTION_ORGANISATION;
			m->name = (Run) {i + 1, p};
		}
	}
	return true;
}

/* Direktur PT Jalan Raya Nusa (JRN), Ana: do the words before the bracket name the office, as a name follows? */
static bool
names_office(const Reading *r, const Mention *m, uint32_t from)
{
	uint32_t	end = m->whole.to;

	if (!mark_is(r, end - 1, MARK_CLOSE_BRACKET) || !fact_is(r, end - 2, FACT_UPPER) || !mark_is(r, end, MARK_COMMA) || !is_capital(r, end + 1) ||
		part_is(r, end + 1, PART_TIME | PART_ROLE) || (r->fact[end + 1].name & (PLACE_NAME | TIME_NAME)))
		return false;
	for (uint32_t i = from; i < end; i++)
		if (r->fact[i].name & NAME_PERSON || fact_is(r, i, FACT_ALONE))
			return false;
	return true;
}

/* Ana Budiman Kepala Dinas Pasar: an office that follows the name with no comma */
static void
cut_role(const Reading *r, Mention *m, const uint32_t *word, uint32_t n)
{
	for (uint32_t k = 0; k < n && k <= NAME_WORDS; k++)
	{
		if (k > 0 && part_is(r, word[k], PART_ROLE) && !fact_is(r, word[k], FACT_ALONE) && !(r->fact[word[k]].name & NAME_PERSON) && word[k - 1] + 1 == word[k] && !word_is(r, word[k], WORDS_HAKIM))
		{
			if (k == 1 && !fact_is(r, word[0], FACT_ALONE) && !(r->fact[word[0]].name & NAME_PERSON))
				return;
			for (uint32_t i = k + 1; i < n; i++)
				if (fact_is(r, word[i], FACT_ALONE) || r->fact[word[i]].name & NAME_PERSON)
					return;
			m->name.to = word[k];
			split_role(r, m, word + k, n - k);
			m->type = MENTION_ROLE_NAME;
			return;
		}
		if (!name_word(r, word[k]))
			return;
	}
}

/* Splits a run in which words were run together; false where none were. */
static bool
split_glued(const Reading *r, Mention *m, const uint32_t *word, uint32_t n)
{
	uint32_t	end = m->whole.to;

	for (uint32_t k = 0; k < n; k++)
	{
		if (!fact_is(r, word[k], FACT_GLUED_BEFORE))
			continue;
		/* KepalaDinas Pasar, Ana: with a comma behind it, it is the office */
		if (k == 0 && mark_is(r, end, MARK_COMMA) && is_capital(r, end + 1) && !((r->fact[word[0]].name | r->fact[word[n - 1]].name) & NAME_PERSON) &&
			!fact_is(r, word[0], FACT_ALONE | FACT_FIRST))
		{
			m->role = m->whole;
			m->type = MENTION_ROLE;
			return true;
		}
		/* Rapat Digelar BupatiAna mengatakan: a headline that was run onto a sentence */
		if (k > 0)
		{
			m->name = (Run) {word[k], end};
			m->type = MENTION_NAME;
			return true;
		}
	}
	return false;
}

/* Splits a capitalised run, or one with a lower-case role before it, into its parts. */
static void
split_phrase(const Reading *r, Mention *m)
{
	uint32_t	word[PHRASE];
	uint32_t	n = run_words(r, m->whole.from, m->whole.to, word);
	uint32_t	head = 0,
				start;

	while (head < n && (part_is(r, word[head], PART_RANK | PART_HONORIFIC) || word_is(r, word[head], WORDS_LATE) || (head > 0 && goes_on_rank(r, word[head]))) && head + 1 < n &&
		   !part_is(r, word[head], PART_ROLE))
		head++;
	if (head > 0 && !part_is(r, word[head], PART_ROLE | PART_ORG))
	{
		m->name = (Run) {word[head], m->whole.to};
		m->type = MENTION_NAME;
		return;
	}
	if (part_is(r, word[head], PART_ROLE) && !(fact_is(r, word[head], FACT_ALONE) && is_capital(r, word[head]) && n == 1))
	{
		start = name_start(r, word, n, head + 1);
		/* Menteri Raja Ana Budiman: no king has another office before him */
		if (start < n && start > head + 1 && word_is(r, word[start - 1], WORDS_REGAL) && is_capital(r, word[start - 1]))
			start--;
		split_role(r, m, word + head, start - head);
		if (start < n && !names_office(r, m, word[start]))
		{
			m->name = (Run) {word[start], m->whole.to};
			m->type = MENTION_ROLE_NAME;
		}
		else
			m->type = MENTION_ROLE;
		return;
	}
	if (split_glued(r, m, word, n))
		return;
	/* Jalan Ana Budiman, Stadion Budiman: a place, whoever it is called after */
	if (n > 1 && word_is(r, word[0], WORDS_PLACE_HEAD))
	{
		m->type = MENTION_ORGANISATION;
		m->name = (Run) {word[0], m->whole.to};
		return;
	}
	start = name_known_start(r, word, n);
	if (start < n)
	{
		split_role(r, m, word, start);
		m->name = (Run) {word[start], m->whole.to};
		m->type = MENTION_ROLE_NAME;
		return;
	}
	start = 0;
	if (part_is(r, word[0], PART_ORG))
		m->type = MENTION_ORGANISATION;
	else
	{
		m->type = MENTION_NAME;
		for (uint32_t k = 1; k + 1 < n; k++)
			if (name_title(r, word, k) && (part_is(r, word[k], PART_RANK) || reading_common(r, word[0]) || r->fact[word[0]].part != 0))
				start = k + 1;
		if (start > 0 && part_is(r, word[start - 1], PART_RANK))
		{
			split_role(r, m, word, start);
			m->type = MENTION_ROLE_NAME;
		}
		else if (start == 0 && n > 1 && fact_is(r, word[0], FACT_SENTENCE) && reading_common(r, word[0]) && !fact_is(r, word[0], FACT_ALONE) && !reading_common(r, word[1]))
			start = 1;
		else if (start == 0 && n > 1 && fact_is(r, word[0], FACT_SENTENCE) && !fact_is(r, word[0], FACT_ALONE) && fact_is(r, word[1], FACT_ALONE) && reading_derived(r, word[0]))
			start = 1;
		for (uint32_t k = 1; k + 1 < n && start == 0 && !fact_is(r, word[0], FACT_FIRST | FACT_ALONE) && r->token[word[0]].place.chars > 2; k++)
			if (fact_is(r, word[k], FACT_FIRST) && word[k + 1] == word[k] + 1)
				start = k;
		/* Keuangan Ana Budiman: what a glued word left of an office */
		if (start == 0 && n > 1 && reading_common(r, word[0]) && !fact_is(r, word[0], FACT_ALONE) && !reading_common(r, word[1]) && name_prefixed(r, word[0]))
			start = 1;
		while (start + 1 < n && (r->fact[word[start]].part != 0 || fact_is(r, word[start], FACT_SENTENCE | FACT_LINE)) && reading_common(r, word[start]) &&
			   !fact_is(r, word[start], FACT_ALONE) && fact_is(r, word[start + 1], FACT_ALONE))
			start++;
	}
	m->name = (Run) {word[start], m->whole.to};
	if (m->type == MENTION_NAME)
		cut_role(r, m, word + start, n - start);
}

/* Takes the opener off the front: Pemerintah stays, Namun goes. */
static bool
may_begin(const Reading *r, uint32_t i)
{
	if (!fact_is(r, i, FACT_WORD) || fact_is(r, i, FACT_NUMBER | FACT_SKIP) || is_time(r, i))
		return false;
	if (part_is(r, i, PART_ROLE | PART_RANK | PART_HONORIFIC | PART_ORG | PART_STATE))
		return is_capital(r, i) || part_is(r, i, PART_ROLE) || (part_is(r, i, PART_RANK | PART_HONORIFIC) && is_capital(r, i + 1 + mark_is(r, i + 1, MARK_END)));
	if (r->token[i].class == TOKEN_HANDLE)
		return true;
	if (!is_capital(r, i))
		return false;
	if (part_is(r, i, PART_STOP | PART_OPENER | PART_DOCUMENT | PART_BLOCK | PART_NEGATOR | PART_ADVERB))
		return is_capital(r, i + 1) && !fact_is(r, i, FACT_SENTENCE | FACT_LINE) && !part_is(r, i, PART_STOP);
	if (r->fact[i].cue != 0 && !fact_is(r, i, FACT_ALONE))
		return false;
	/* A word that begins a sentence has its capital from that. */
	if (fact_is(r, i, FACT_SENTENCE | FACT_LINE) && !is_capital(r, i + 1) && !fact_is(r, i, FACT_ALONE | FACT_UPPER))
		return (r->fact[i].name & NAME_PERSON) != 0;
	return true;
}

/* Skips degrees behind a name: , SH, MH */
static uint32_t
skip_degrees(const Reading *r, uint32_t p, uint32_t limit)
{
	while (p + 1 < limit && mark_is(r, p, MARK_COMMA) && is_capital(r, p + 1) && !is_break(r, p + 1) &&
		   ((r->fact[p + 1].tail & TAIL_DEGREE) || r->token[p + 1].class == TOKEN_ABBREVIATION))
		p += 2;
	return p;
}

static bool
apposition_ends(const Reading *r, uint32_t p)
{
	return is_break(r, p) || r->fact[p].mark != MARK_NONE || r->fact[p].cue != 0 || part_is(r, p, PART_STOP | PART_ADVERB | PART_TIME) || is_time(r, p) || word_is(r, p, WORDS_ENDS_APPOSITION);
}

/* Is it an office by somebody: kuasa hukum Ana? */
static bool
relational(const Reading *r, uint32_t i)
{
	return word_is(r, i, WORDS_TAKES_NAME);
}

/* Is one of the words said to speak, or a person's first name? */
static bool
known_run(const Reading *r, Run run)
{
	for (uint32_t i = run.from; i < run.to; i++)
		if (fact_is(r, i, FACT_ALONE) || (r->fact[i].name & NAME_PERSON))
			return true;
	return false;
}

/* May the name that was found be part of the role: kuasa hukum Ana, Budi Hartono? */
static bool
takes_name(const Reading *r, const Mention *m)
{
	return m->type == MENTION_ROLE_NAME && (relational(r, m->whole.from) || !known_run(r, m->name));
}

/* kata Kepala Kejaksaan Negeri Ngawi, Budi Raharjo; kata M Baiquni, pakar pariwisata */
static void
read_apposition(const Reading *r, uint32_t limit, Mention *m)
{
	uint32_t	p = m->whole.to;
	uint32_t	cut,
				end;
	Mention		other;

	if (limit > p + APPOSITION)
		limit = p + APPOSITION;
	if (p + 1 >= limit || !mark_is(r, p, MARK_COMMA) || is_break(r, p + 1) || fact_is(r, p + 1, FACT_NUMBER))
		return;
	memset(&other, 0, sizeof(other));
	if (run_empty(m->name) || takes_name(r, m) || (m->type == MENTION_ORGANISATION && fact_is(r, p + 1, FACT_ALONE)))
	{
		if (!(is_capital(r, p + 1) || part_is(r, p + 1, PART_RANK | PART_HONORIFIC)) || !may_begin(r, p + 1) || part_is(r, p + 1, PART_ROLE | PART_ORG | PART_STATE) ||
			(r->fact[p + 1].name & PLACE_NAME && !fact_is(r, p + 1, FACT_ALONE)))
			return;
		end = run_end(r, p + 1, limit, false, &cut);
		other.whole = (Run) {p + 1, end};
		split_phrase(r, &other);
		judge_name(r, &other);
		/* Ana Pribadi: one ordinary word makes no organisation where an office stands before it */
		if (other.type == MENTION_ORGANISATION && !run_empty(m->role) && !other.state && name_word(r, other.name.from) && other.name.to == other.name.from + 2 && !part_is(r, other.name.to - 1, PART_ORG))
			other.type = MENTION_NAME;
		if (other.type != MENTION_NAME || !apposition_ends(r, end) ||
			(m->type == MENTION_ROLE_NAME && !mark_is(r, end, MARK_COMMA) && !(mark_is(r, end, MARK_END) && !word_is(r, m->name.from - 1, WORDS_BEHIND_ROLE)) && !reading_cue_in(r, end, CUE_IN_ACT) && !is_break(r, end) && !part_is(r, end, PART_STOP | PART_ADVERB) && !word_is(r, end, WORDS_ALIAS)))
			return;
		if (run_empty(m->role))
			m->role = m->whole;
		else if (m->type == MENTION_ROLE_NAME)
			m->affiliation = (Run) {run_empty(m->affiliation) ? m->name.from : m->affiliation.from, m->name.to};
		m->name = other.name;
		m->type = m->type == MENTION_ORGANISATION && part_is(r, m->role.from, PART_ORG) && !is_capital(r, m->role.from + 1) ? MENTION_ORGANISATION : MENTION_ROLE_NAME;
		m->whole.to = end;
		return;
	}
	if (m->type != MENTION_NAME)
		return;
	if (part_is(r, p + 1, PART_ROLE) || word_is(r, p + 1, WORDS_ONE_OF))
	{
		uint32_t	from = p + 1 + (word_is(r, p + 1, WORDS_SEORANG) ? 1 : word_is(r, p + 1, WORDS_SALAH) && !part_is(r, p + 1, PART_ROLE) ? 2 : 0);

		end = from < limit ? run_end(r, from, limit, true, &cut) : p;
		if (end <= from || !apposition_ends(r, end))
			return;
		other.whole = (Run) {from, end};
		split_phrase(r, &other);
		/* Sebelum Ana, Ketua Partai Budi Hartono datang: the office has a bearer of its own */
		if (other.type == MENTION_ROLE_NAME && is_capital(r, p + 1) && !relational(r, p + 1) && known_run(r, other.name) && !mark_is(r, end, MARK_COMMA))
			return;
		if (other.type == MENTION_ROLE_NAME && !fact_is(r, p + 1, FACT_ALONE))
		{
			uint32_t	word[PHRASE];
			uint32_t	n = run_words(r, p + 1, end, word);

			split_role(r, &other, word, n);
		}
		m->role = other.role;
		m->affiliation = other.affiliation;
		m->type = MENTION_ROLE_NAME;
		m->whole.to = end;
	}
}

/* pedagang di Pasar Pagi bernama Ana: the name that a few words part from its role */
static void
read_called(const Reading *r, uint32_t limit, Mention *m)
{
	uint32_t	cut,
				p = m->whole.to;

	while (p < limit && p < m->whole.to + 6 && fact_is(r, p, FACT_WORD) && !is_break(r, p) && !word_is(r, p, WORDS_NAMED))
		p++;
	if (!word_is(r, p, WORDS_NAMED) || !is_capital(r, p + 1))
		return;
	m->whole.to = run_end(r, p + 1, limit, false, &cut);
	m->name = (Run) {past_titles(r, p + 1, m->whole.to), m->whole.to};
	m->type = MENTION_ROLE_NAME;
}

bool
mention_read_plain(const Reading *r, uint32_t i, uint32_t limit, Mention *m)
{
	uint32_t	p = i;

	memset(m, 0, sizeof(*m));
	if (word_is(r, i, WORDS_ARTICLE))
		p++;
	if (!fact_is(r, p, FACT_WORD) || fact_is(r, p, FACT_NUMBER | FACT_SKIP | FACT_SENTENCE) || part_is(r, p, PART_STOP | PART_TIME | PART_ADVERB | PART_BLOCK | PART_NEGATOR | PART_PRONOUN))
		return false;
	if (reading_verb(r, p) || r->fact[p].cue != 0 || (part_is(r, p, PART_OPENER) && !part_is(r, p, PART_GROUP) && !word_is(r, p + 1, WORDS_TIMES)))
		return false;
	for (p++; p < limit && p < i + 8 && !is_break(r, p) && fact_is(r, p, FACT_WORD) && !fact_is(r, p, FACT_NUMBER); p++)
		if (part_is(r, p, PART_STOP | PART_TIME | PART_ADVERB | PART_BLOCK) || word_is(r, p, WORDS_ENDS_PLAIN) || word_is(r, p, WORDS_NAMED) || reading_verb(r, p) || r->fact[p].cue != 0)
			break;
	m->whole = (Run) {i, p};
	m->type = word_is(r, p - 1, WORDS_DEMONSTRATIVE) ? MENTION_DESCRIPTION : MENTION_ANONYMOUS;
	m->document = word_is(r, i, WORDS_SPEAKING_TEXT);
	if (!m->document)
		read_called(r, limit, m);
	if (run_empty(m->name))
		read_apposition(r, limit, m);
	else
		m->role = (Run) {i, p};
	return true;
}

bool
mention_read(const Reading *r, uint32_t i, uint32_t limit, Mention *m)
{
	uint32_t	cut,
				p;
	bool		role;

	memset(m, 0, sizeof(*m));
	if (limit > r->n)
		limit = r->n;
	if (i >= limit || !fact_is(r, i, FACT_WORD) || fact_is(r, i, FACT_SKIP))
		return false;
	if (read_small(r, i, limit, m))
	{
		if (run_empty(m->name) && !(m->document && fact_is(r, i, FACT_SENTENCE)))
			read_apposition(r, limit, m);
		return true;
	}
	if (!may_begin(r, i))
		return false;
	role = part_is(r, i, PART_ROLE | PART_RANK | PART_ORG);
	p = run_end(r, i, limit, role, &cut);
	if (p <= i)
		return false;
	m->whole = (Run) {i, p};
	split_phrase(r, m);
	/* istri Ana Budiman: somebody else than Ana */
	if (m->type == MENTION_ROLE_NAME && (!is_capital(r, i) || fact_is(r, i, FACT_SENTENCE)) && m->name.from == i + 1 + word_is(r, i, WORDS_KUASA) && word_is(r, i, WORDS_KIN))
	{
		m->name = m->affiliation = (Run) {0, 0};
		m->role = m->whole;
		m->type = MENTION_ROLE;
	}
	if (cut > 0 && run_empty(m->name))
		read_apposition(r, limit, m);
	if (cut > 0 && (run_empty(m->name) || m->name.from <= cut))
	{
		memset(m, 0, sizeof(*m));
		m->whole = (Run) {i, cut};
		split_phrase(r, m);
	}
	if ((m->type == MENTION_ROLE || (m->type == MENTION_ROLE_NAME && !is_capital(r, i))) && word_is(r, m->whole.to, WORDS_DEMONSTRATIVE))
	{
		m->name = (Run) {0, 0};
		m->type = MENTION_DESCRIPTION;
		m->whole.to++;
	}
	/* pakar hukum dari Universitas Nusa ini */
	if (m->type == MENTION_ROLE && !is_capital(r, i) && word_is(r, m->whole.to, WORDS_FROM_AT))
	{
		for (p = m->whole.to + 1; p < limit && p < m->whole.to + 7 && is_capital(r, p) && !is_break(r, p);)
			p++;
		if (p > m->whole.to + 1 && word_is(r, p, WORDS_DEMONSTRATIVE))
		{
			m->affiliation = (Run) {m->whole.to + 1, p};
			m->type = MENTION_DESCRIPTION;
			m->whole.to = p + 1;
		}
	}
	if (m->type == MENTION_NAME)
		judge_name(r, m);
	if (m->type == MENTION_ROLE && !is_capital(r, i))
		read_called(r, limit, m);
	if (!run_empty(m->name))
		find_alias(r, m);
	if (m->type == MENTION_NAME || m->type == MENTION_ROLE_NAME)
		m->whole.to = skip_degrees(r, m->whole.to, limit);
	read_apposition(r, limit, m);
	return true;
}
