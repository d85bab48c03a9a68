/*
 * The state of reading an article for quotations, shared by the rooms that read
 * direct speech, indirect speech and what stands around both.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_QUOTE_SCAN_H
#define BERITA_CORE_QUOTE_SCAN_H

#include "core/quote.h"
#include "core/source.h"

/* A named mention, as the first reading found it. */
typedef struct Noted
{
	uint32_t	from;
	uint32_t	to;
	uint32_t	person;
} Noted;

typedef struct Scan
{
	QuoteList  *out;
	Reading    *r;
	PersonList *persons;
	const Noted *noted;
	uint32_t	notes;
	uint32_t	note;			/* the next one */
	uint32_t	pair;			/* the next outer pair */
	uint32_t	sentence;		/* number of the sentence that is read, outside quotations */
	uint32_t	sentence_from;	/* its first token */
	uint32_t	last;			/* speaker of the last attribution, or NOWHERE */
	uint32_t	last_second;
	uint32_t	last_person;	/* the last speaker that is a person */
	uint32_t	last_sentence;	/* the sentence it stands in */
	uint32_t	last_row;		/* row it made + 1, or 0 */
	uint32_t	subject;		/* person who is the subject of the last narrative sentence */
	uint32_t	subject_sentence;
	uint32_t	done;			/* tokens before this one are used up */
	Run			ends;			/* from every token of it the sentence ends at its end */
} Scan;

/* A speaker as an attribution gives it. */
typedef struct Speaker
{
	Mention		mention;		/* type MENTION_NONE: none written */
	uint32_t	person;			/* resolved, or NOWHERE */
	uint32_t	second;
	float		certainty;		/* how sure the resolution is, 0 to 1 */
} Speaker;

/* core/quote_speaker.c: from mention to person */
extern void speaker_resolve(Scan *s, Speaker *who, uint32_t at);
extern void speaker_remember(Scan *s, const Speaker *who);
extern void speaker_advance(Scan *s, uint32_t to);
extern bool speaker_subject(const Scan *s, uint32_t start, uint32_t verb, Mention *m, Mention *second);

/* core/quote_around.c: reads the circumstances from token i up to limit; returns the token behind */
extern uint32_t around_read(const Reading *r, uint32_t i, uint32_t limit, Circumstance *c);
extern void around_via(Scan *s, uint32_t from, uint32_t to, Circumstance *c);

/* core/quote_direct.c: the quotation between the marks of a pair; returns the token to go on with */
extern uint32_t direct_read(Scan *s, uint32_t pair);
extern bool direct_has_cue_behind(const Scan *s, const Pair *p);

/* core/quote_indirect.c: the word of saying at i; returns the token to go on with, i where it is none */
extern uint32_t indirect_read(Scan *s, uint32_t i);

/* core/quote.c */
extern Quote *scan_add(Scan *s, QuoteKind kind, uint32_t from, uint32_t to, const char *rule, float confidence);
extern void scan_attribute(Scan *s, Quote *q, uint32_t cue, const Speaker *who);
extern uint32_t scan_sentence_end(Scan *s, uint32_t i);
extern uint32_t scan_pair_at(const Scan *s, uint32_t i);

#endif
