/*
 * A speaker's noun phrase: where it ends, and which of its words are role,
 * affiliation and name.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_MENTION_H
#define BERITA_CORE_MENTION_H

#include "core/reading.h"

typedef enum MentionType
{
	MENTION_NONE,
	MENTION_NAME,
	MENTION_ROLE,
	MENTION_ROLE_NAME,
	MENTION_PRONOUN,
	MENTION_CLITIC,
	MENTION_DESCRIPTION,		/* pria asal Medan ini */
	MENTION_ORGANISATION,
	MENTION_ANONYMOUS
} MentionType;

/* Tokens from up to and without to; empty where both are the same. */
typedef struct Run
{
	uint32_t	from;
	uint32_t	to;
} Run;

typedef struct Mention
{
	MentionType type;
	Run			whole;			/* as written */
	Run			name;
	Run			role;
	Run			affiliation;
	Run			alias;			/* (Jokowi), alias Emil */
	bool		plural;			/* mereka, keduanya, para ... */
	bool		state;			/* a country or government */
	bool		document;
} Mention;

/* Finds the words that stand alone as names somewhere and sets FACT_ALONE. */
extern void mention_prepare(Reading *r);

/* Reads the noun phrase that begins at token i, before limit; false where none does. */
extern bool mention_read(const Reading *r, uint32_t i, uint32_t limit, Mention *m);

/* The same for any noun phrase, where a word of saying right before it says that it speaks. */
extern bool mention_read_plain(const Reading *r, uint32_t i, uint32_t limit, Mention *m);

static inline bool
run_empty(Run run)
{
	return run.from >= run.to;
}

#endif
