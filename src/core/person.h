/*
 * Who is named in an article: persons and organisations with their names, roles
 * and aliases, and the resolution of a name to one of them.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_PERSON_H
#define BERITA_CORE_PERSON_H

#include "core/mention.h"

#define PERSON_WORDS 6			/* words of a name that are compared */
#define PERSON_ALIASES 3

typedef enum SpeakerKind
{
	SPEAKER_PERSON, SPEAKER_ORGANISATION, SPEAKER_STATE, SPEAKER_DOCUMENT, SPEAKER_ANONYMOUS
} SpeakerKind;

typedef struct Person
{
	Run			name;			/* the fullest one, as tokens */
	Run			role;			/* of the best introduction */
	Run			affiliation;
	Run			other_role;		/* another one, for what points back to it */
	Run			other_affiliation;
	Run			alias[PERSON_ALIASES];
	uint32_t	hash[PERSON_WORDS]; /* of the name's words */
	uint32_t	alias_hash[PERSON_ALIASES];
	uint32_t	first;			/* token of the first mention */
	uint32_t	last;			/* token of the last one so far */
	uint32_t	mentions;
	uint32_t	quotes;			/* rows that have this speaker */
	uint32_t	words;			/* words quoted in them */
	uint8_t		hashes;
	uint8_t		aliases;
	uint8_t		kind;			/* SpeakerKind */
	bool		named;			/* has a name, not only a description */
	bool		quoted;			/* so far seen within quotations only */
	bool		certain;		/* surely somebody: with a role, a known first name, or said to speak */
} Person;

typedef struct PersonList
{
	Person	   *person;			/* in order of first mention */
	uint32_t	n;
	uint32_t	room;
	struct PersonNode *node;	/* which persons have a word in their name */
	uint32_t	nodes;
	uint32_t	node_room;
	uint32_t   *slot;			/* heads of the chains of nodes */
	uint32_t	mask;
} PersonList;

extern void person_list_open(PersonList *list, const Reading *r);
extern void person_list_free(PersonList *list);

/* Writes down the mention; returns its person, or NOWHERE where it names nobody. */
extern uint32_t person_note(PersonList *list, const Reading *r, const Mention *m);

/* The person that the mention names at its place in the text, or NOWHERE. */
extern uint32_t person_find(const PersonList *list, const Reading *r, const Mention *m);

/* The last person before token at whose role is the mention's, or NOWHERE. */
extern uint32_t person_by_role(const PersonList *list, const Reading *r, const Mention *m, uint32_t at);

/* Gives a person another name, which so far may have been a person of its own. */
extern void person_rename(PersonList *list, const Reading *r, uint32_t person, Run alias, uint32_t other);

/* Adds a speaker that has no name: a description, a document, somebody. */
extern uint32_t person_add_unnamed(PersonList *list, const Reading *r, const Mention *m);

/* The nicknames that are built in, one by one, as a lexicon shows them; false behind the last. */
extern bool person_alias_entry(uint32_t n, UserEntry *entry);

#endif
