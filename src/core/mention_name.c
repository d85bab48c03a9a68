/*
 * Where in a speaker's noun phrase the name begins.
 *
 *		Kepala Dinas Perhubungan DKI Jakarta Syafrin Liputo
 *
 * From the right: behind the last rank or title, at a pair of words that is a
 * name by itself elsewhere, else the longest run of words that can be in a name.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/mention_name.h"

bool
name_prefixed(const Reading *r, uint32_t i)
{
	char		first = (char) (r->text.at[r->token[i].place.at] | 0x20);

	return strchr("bpkmt", first) != NULL && r->token[i].place.chars >= 6 && reading_derived(r, i);
}

bool
name_ends_in_digit(const Reading *r, uint32_t i)
{
	char		last = r->text.at[r->token[i].place.at + r->token[i].place.len - 1];

	return last >= '0' && last <= '9';
}

bool
name_word(const Reading *r, uint32_t i)
{
	if (!is_capital(r, i))
		return fact_is(r, i, FACT_WORD) && (r->fact[i].tail & TAIL_NAME);
	if (fact_is(r, i, FACT_NUMBER) || part_is(r, i, PART_RANK) || name_ends_in_digit(r, i))
		return false;
	/* Raja Juli Antoni */
	if ((r->fact[i].name & NAME_MONTH) && i > 0 && !fact_is(r, i - 1, FACT_NUMBER) && is_capital(r, i + 1) && !fact_is(r, i + 1, FACT_NUMBER | FACT_COMMON))
		return true;
	if (fact_is(r, i, FACT_ALONE) && !(fact_is(r, i, FACT_UPPER) && r->token[i].place.chars > 2 && r->token[i].place.chars < 6))
		return true;
	if (fact_is(r, i, FACT_UPPER) && r->token[i].place.chars > 2 && !(r->fact[i].name & NAME_PERSON))
		return false;
	return !reading_common(r, i);
}

/* Ana H Budiman: is word[k] a letter within a name? */
static bool
name_initial(const Reading *r, const uint32_t *word, uint32_t k)
{
	return k > 0 && r->token[word[k]].place.chars == 1 && is_capital(r, word[k]) &&
		(fact_is(r, word[k - 1], FACT_ALONE) || r->fact[word[k - 1]].name & NAME_PERSON);
}

bool
name_title(const Reading *r, const uint32_t *word, uint32_t k)
{
	if (!part_is(r, word[k], PART_RANK | PART_HONORIFIC) || !is_capital(r, word[k]) || fact_is(r, word[k], FACT_ALONE) || name_initial(r, word, k))
		return false;
	return !(part_is(r, word[k], PART_PART) && k > 0 && part_is(r, word[k - 1], PART_ROLE | PART_PART | PART_ORG));
}

/* Could the word stand within a name whose first word is known as a person's? */
static bool
name_may_hold(const Reading *r, uint32_t i)
{
	return is_capital(r, i) && !fact_is(r, i, FACT_NUMBER) && !name_ends_in_digit(r, i) && !part_is(r, i, PART_ROLE | PART_ORG | PART_STATE | PART_TIME | PART_RANK) &&
		!(r->fact[i].tail & TAIL_FIELD) && !(r->fact[i].name & PLACE_NAME) && !(fact_is(r, i, FACT_UPPER) && r->token[i].place.chars > 2);
}

/* Kabupaten Sukamaju Ana Budiman: the word behind the head of a place is the place's name. */
static uint32_t
past_place(const Reading *r, const uint32_t *word, uint32_t n, uint32_t start)
{
	if (start == 0 || start >= n || fact_is(r, word[start], FACT_ALONE) || (r->fact[word[start]].name & NAME_PERSON))
		return start;
	/* Kapolsek Sukamaju: of there, not called so */
	if (n - start == 1 && word_is(r, word[start - 1], WORDS_DISTRICT_HEAD))
		return n;
	if (n - start >= 2 && word_is(r, word[start - 1], WORDS_DISTRICT))
		return part_is(r, word[start - 1], PART_ROLE) && n - start == 2 ? start : start + 1;
	if (n - start >= 3 && word_is(r, word[start - 1], WORDS_SETTLEMENT))
		return start > 1 && word_is(r, word[start - 2], WORDS_WALI) ? start : start + 1;
	return start;
}

uint32_t
name_start(const Reading *r, const uint32_t *word, uint32_t n, uint32_t head)
{
	uint32_t	start = n,
				alone = n,
				titled = n;

	/* What stands before a bracket within the phrase is no part of the name: Bupati Ogan Komering Ilir (OKI) X */
	for (uint32_t k = head; k < n; k++)
		if (k > 0 && mark_is(r, word[k] - 1, MARK_CLOSE_BRACKET) && !fact_is(r, word[k], FACT_NUMBER))
			head = k;

	/* Menteri AgamaAna Budiman: where an office was run onto a name */
	for (uint32_t k = n; k-- > head;)
		if (fact_is(r, word[k], FACT_GLUED_BEFORE))
			return k;
	for (uint32_t k = n; k-- > head;)
		if (name_title(r, word, k) && k + 1 < n && titled == n)
			titled = k + 1;
	if (titled < n)
	{
		uint32_t	k = titled;

		while (k < n && (part_is(r, word[k], PART_RANK | PART_HONORIFIC) || word_is(r, word[k], WORDS_RANK_PART)) && k + 1 < n)
			k++;
		if (n - k <= NAME_WORDS + 1 && (name_word(r, word[n - 1]) || name_may_hold(r, word[n - 1])))
			return k;
	}
	/* PT Nusa Ana Budiman, and elsewhere: Ana Budiman mengatakan */
	for (uint32_t k = head; k + 1 < n; k++)
		if (fact_is(r, word[k], FACT_FIRST) && word[k + 1] == word[k] + 1 && n - k <= NAME_WORDS && name_word(r, word[n - 1]))
			return k > head && r->token[word[k - 1]].place.chars == 1 && is_capital(r, word[k - 1]) ? k - 1 : k;
	while (start > head && n - start < NAME_WORDS && (name_word(r, word[start - 1]) || name_initial(r, word, start - 1)))
		start--;
	while (start < n && !is_capital(r, word[start]))
		start++;
	/* Universitas Brawijaya: the word behind the head of an organisation is its name */
	if (start < n && start > 0 && word_is(r, word[start - 1], WORDS_NAMED_BODY) &&
		(start + 1 < n || !fact_is(r, word[start], FACT_ALONE)))
		start++;
	start = past_place(r, word, n, start);
	if (n - start == 1 && start > head && name_may_hold(r, word[start - 1]) && r->fact[word[start - 1]].part == 0 && !reading_derived(r, word[start - 1]))
	{
		/* Ana Karya Budiman: an ordinary word within a name */
		if (start > head + 1 && reading_common(r, word[start - 1]) && is_capital(r, word[start - 2]) && name_word(r, word[start - 2]) &&
			(!fact_is(r, word[start], FACT_ALONE) || fact_is(r, word[start - 2], FACT_ALONE | FACT_FIRST) || r->fact[word[start - 2]].name & NAME_PERSON ||
			 (start > 2 && r->fact[word[start - 3]].name & PLACE_NAME)))
			start -= 2;
		else if (!fact_is(r, word[start], FACT_ALONE) || !reading_common(r, word[start - 1]))
			start--;
	}
	/* PT Nusa Berjangka Ana: a word with a prefix begins no name */
	while (n - start > 1 && start > head && !fact_is(r, word[start], FACT_ALONE) && !(r->fact[word[start]].name & NAME_PERSON) && name_prefixed(r, word[start]) &&
		   !(r->fact[word[start + 1]].name & PLACE_NAME))
		start++;
	for (uint32_t k = n; k-- > head && n - k <= NAME_WORDS;)
	{
		if (!name_may_hold(r, word[k]) && !name_initial(r, word, k))
			break;
		if (r->fact[word[k]].name & NAME_PERSON && k < start)
			start = k;
	}
	for (uint32_t k = n; k-- > head;)
		if (fact_is(r, word[k], FACT_ALONE) && name_word(r, word[k]))
			alone = k;
	if (alone == n || n - alone > NAME_WORDS)
		return start;
	if (start >= alone)
		return alone;
	/* Manajer Ducati Davide Tardozzi, later Tardozzi: a first name and a last one */
	if (alone == n - 1 && n - start == 3 && start == head && !(r->fact[word[start]].name & NAME_PERSON))
		return n - 2;
	/* Something known stands right before what was found: all of it is the name. */
	if (start > head && (alone == n - 1 || (n - start < NAME_WORDS && (r->fact[word[start - 1]].name & PLACE_NAME || r->fact[word[start - 1]].tail & TAIL_FIELD || past_place(r, word, n, start - 1) == start))))
		return start;
	return alone < n - 1 ? alone : alone - 1;
}

uint32_t
name_known_start(const Reading *r, const uint32_t *word, uint32_t n)
{
	uint32_t	start;
	bool		known = false,
				office = false;

	if (n < 3)
		return n;
	start = name_start(r, word, n, 1);
	for (uint32_t k = start; k < n; k++)
		known = known || fact_is(r, word[k], FACT_ALONE) || (r->fact[word[k]].name & NAME_PERSON);
	for (uint32_t k = 0; k < start; k++)
		office = office || reading_common(r, word[k]) || fact_is(r, word[k], FACT_UPPER | FACT_NUMBER);
	for (uint32_t k = 0; k < start; k++)
		if (r->fact[word[k]].name & NAME_PERSON || fact_is(r, word[k], FACT_ALONE))
			return n;
	return known && office && start > 0 ? start : n;
}
