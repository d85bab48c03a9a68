/*
 * What the users of a database added to the built-in words, or switched off.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/userlexicon.h"

#include "core/host.h"
#include "core/table.h"

static uint32_t
entry_hash(uint8_t kind, Span form)
{
	uint32_t	h = (table_hash(form) ^ kind) * 16777619u;

	return h ^ h >> 16;
}

void
user_lexicon_build(UserLexicon *lexicon, UserEntry *entry, uint32_t n)
{
	uint32_t	slots = 8;

	while (slots < 2 * n)
		slots *= 2;
	memset(lexicon, 0, sizeof(*lexicon));
	lexicon->entry = entry;
	lexicon->n = n;
	lexicon->mask = slots - 1;
	lexicon->slot = berita_alloc(slots * sizeof(uint32_t));
	memset(lexicon->slot, 0, slots * sizeof(uint32_t));
	for (uint32_t e = 0; e < n; e++)
	{
		uint32_t	i = entry_hash(entry[e].kind, entry[e].form);
		uint32_t	words = 1;

		for (size_t k = 0; k < entry[e].form.len; k++)
			words += entry[e].form.at[k] == ' ';
		entry[e].words = words > 255 ? 255 : (uint8_t) words;
		while (lexicon->slot[i & lexicon->mask] != 0)
			i++;
		lexicon->slot[i & lexicon->mask] = e + 1;
		lexicon->of_kind[entry[e].kind]++;
		if (entry[e].words > lexicon->most_words[entry[e].kind])
			lexicon->most_words[entry[e].kind] = entry[e].words;
	}
}

const UserEntry *
user_find(const UserLexicon *lexicon, UserKind kind, Span folded)
{
	if (!user_any(lexicon, kind))
		return NULL;
	for (uint32_t i = entry_hash((uint8_t) kind, folded);; i++)
	{
		uint32_t	e = lexicon->slot[i & lexicon->mask];

		if (e == 0)
			return NULL;
		if (lexicon->entry[e - 1].kind == kind && span_equal(lexicon->entry[e - 1].form, folded))
			return &lexicon->entry[e - 1];
	}
}
