/*
 * Where an article took its news from: agencies, outlets, platforms.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_SOURCE_H
#define BERITA_CORE_SOURCE_H

#include "core/article.h"
#include "core/userlexicon.h"

typedef enum SourceRelation
{
	SOURCE_REPORTED,			/* dilansir, dikutip, melaporkan */
	SOURCE_PUBLISHED,			/* its own report, book or statement is the topic */
	SOURCE_TOLD_TO,				/* kepada CNN */
	SOURCE_PLATFORM,			/* di Facebook */
	SOURCE_PHOTO,
	SOURCE_RIGHTS
} SourceRelation;

typedef struct Source
{
	Place		place;			/* of the name as written */
	uint32_t	first;			/* its first token, from 0 */
	uint32_t	tokens;
	uint32_t	cue_first;		/* first token of the cue */
	uint32_t	cue_tokens;		/* 0: the place alone tells */
	Span		name;			/* as shown; a known outlet's own spelling */
	uint32_t	repeat_of;		/* number of the first copy, from 1, or 0 */
	uint8_t		relation;		/* SourceRelation */
	bool		known;			/* the name is in the list of outlets */
	bool		in_quote;
} Source;

typedef struct SourceList
{
	Source	   *source;			/* in reading order */
	uint32_t	n;
	uint32_t	room;
} SourceList;

/* The sources of an article; lexicon may be NULL. */
extern void source_list(SourceList *list, const Article *article, const UserLexicon *lexicon);
extern void source_list_free(SourceList *list);

/*
 * The first source within the tokens first .. end (without end) from which
 * something was reported there: the via of a quotation whose sentence that is.
 * Reads these tokens only; false where there is none.
 */
extern bool source_via(const Article *article, const UserLexicon *lexicon, uint32_t first, uint32_t end, Source *via);

/* "reported", "published", ... */
extern const char *source_relation_name(SourceRelation relation);

/*
 * A name of an outlet or platform, or an address of the web, that begins at token
 * i: how many tokens it has, 0 where there is none.
 */
extern uint32_t source_outlet(const Article *article, const UserLexicon *lexicon, uint32_t i, Source *found, uint8_t *kind, uint8_t *use);

#endif
