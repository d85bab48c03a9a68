/*
 * Which words of a speaker's noun phrase are a person's name, shared by the files
 * of this room.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_MENTION_NAME_H
#define BERITA_CORE_MENTION_NAME_H

#include "core/lexicon.h"
#include "core/mention.h"

#define NAME_WORDS 4			/* a name behind a role has at most as many words */
#define PLACE_NAME (NAME_PROVINCE | NAME_CITY | NAME_COUNTRY)

static inline bool
is_capital(const Reading *r, uint32_t i)
{
	return fact_is(r, i, FACT_CAPITAL | FACT_UPPER);
}

/* U-17, G20: a word that ends with a digit */
extern bool name_ends_in_digit(const Reading *r, uint32_t i);

/* Berjangka, Keuangan: has the word a prefix on a known root? */
extern bool name_prefixed(const Reading *r, uint32_t i);

/* Could the word be part of a person's name? */
extern bool name_word(const Reading *r, uint32_t i);

/* Is word[k] a rank or an honorific, and not the second half of a role: Sekretaris Jenderal? */
extern bool name_title(const Reading *r, const uint32_t *word, uint32_t k);

/* Where in word[0..n) the name begins, after the head at word[0..head); n: nowhere. */
extern uint32_t name_start(const Reading *r, const uint32_t *word, uint32_t n, uint32_t head);

/* Safety Manager PT Nusa Ana Budiman: a name that is known stands behind an office that is not. */
extern uint32_t name_known_start(const Reading *r, const uint32_t *word, uint32_t n);

#endif
