/*
 * What the users of a database added to the built-in words, or switched off.
 *
 * Readers ask it before the built-in tables, with a form folded as
 * utf8_fold_span() does and its words parted by single blanks:
 *
 *		const UserEntry *e = user_find(lexicon, USER_VERB, folded);
 *
 *		if (e == NULL)          the built-in table decides
 *		else if (e->remove)     the form is none, whatever the table says
 *		else                    the form is one, with e's facts
 *
 * A NULL lexicon is an empty one.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_USERLEXICON_H
#define BERITA_CORE_USERLEXICON_H

#include "core/span.h"

typedef enum UserKind
{
	USER_VERB,					/* meaning: its lemma; detail: its class (neutral, denial, ...) */
	USER_ALIAS,					/* meaning: the full name */
	USER_PERSON,				/* meaning: the name as shown; detail: a role */
	USER_ROLE,					/* meaning: the role as shown */
	USER_OUTLET,				/* meaning: the name as shown */
	USER_AGENCY					/* meaning: the name as shown */
} UserKind;

#define USER_KINDS 6

typedef struct UserEntry
{
	Span		form;			/* folded */
	Span		meaning;		/* never empty: the form as written where none was given */
	Span		detail;			/* may be empty */
	uint8_t		kind;			/* UserKind */
	uint8_t		words;
	bool		remove;
} UserEntry;

typedef struct UserLexicon
{
	const UserEntry *entry;
	uint32_t	n;
	uint32_t   *slot;			/* entry + 1, 0 = empty */
	uint32_t	mask;
	uint32_t	of_kind[USER_KINDS];	/* how many entries */
	uint8_t		most_words[USER_KINDS]; /* of the longest form */
} UserLexicon;

/* Makes the lexicon of n entries, which must stay; words are counted here. */
extern void user_lexicon_build(UserLexicon *lexicon, UserEntry *entry, uint32_t n);

extern const UserEntry *user_find(const UserLexicon *lexicon, UserKind kind, Span folded);

/* Does it say anything of this kind? */
static inline bool
user_any(const UserLexicon *lexicon, UserKind kind)
{
	return lexicon != NULL && lexicon->of_kind[kind] > 0;
}

#endif
