/*
 * Who said what: the quotations of an article with their speakers.
 *
 *		QuoteList	quotes;
 *
 *		quote_list(&quotes, &article, &options);
 *		for (uint32_t i = 0; i < quotes.n; i++) ...
 *		quote_list_free(&quotes);
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_QUOTE_H
#define BERITA_CORE_QUOTE_H

#include "core/mark.h"
#include "core/person.h"

typedef enum QuoteKind
{
	QUOTE_DIRECT, QUOTE_MIXED, QUOTE_INDIRECT, QUOTE_SCARE
} QuoteKind;

typedef enum Polarity
{
	POLARITY_ASSERT, POLARITY_DENY, POLARITY_NOT_DENY, POLARITY_REFUSE, POLARITY_ACCUSE, POLARITY_ASK
} Polarity;

/* Where, how, when, to whom: what stands around a word of saying. */
typedef struct Circumstance
{
	Run			via;
	Run			addressee;
	Run			medium;
	Run			venue;
	Run			when;
} Circumstance;

typedef struct Quote
{
	Run			span;			/* tokens */
	uint32_t	n;				/* its number, from 1; scare quotes come after all others */
	Place		place;
	Place		cue;			/* len 0: none */
	Place		mention;		/* len 0: none */
	Span		lemma;
	uint32_t	speaker;		/* number in persons, or NOWHERE */
	uint32_t	second;			/* a second speaker, or NOWHERE */
	Circumstance around;
	uint32_t	words;
	uint32_t	utterance;
	uint32_t	part;
	uint32_t	repeat_of;		/* number of the row that it repeats, or 0 */
	const char *rule;
	float		confidence;
	uint8_t		kind;			/* QuoteKind */
	uint8_t		polarity;
	uint8_t		mention_type;
} Quote;

typedef struct QuoteList
{
	Quote	   *quote;			/* in reading order */
	uint32_t	n;
	uint32_t	room;
	Reading		reading;
	PairList	pairs;
	PersonList	persons;
} QuoteList;

typedef struct QuoteOptions
{
	bool		title;			/* the first line is a headline */
	const UserLexicon *lexicon;	/* the users' own words, or NULL */
} QuoteOptions;

extern void quote_list(QuoteList *list, const Article *article, const QuoteOptions *options);
extern void quote_list_free(QuoteList *list);

extern const char *quote_kind_name(QuoteKind kind);
extern const char *quote_polarity_name(Polarity polarity);
extern const char *speaker_kind_name(SpeakerKind kind);
extern const char *mention_type_name(MentionType type);

#endif
