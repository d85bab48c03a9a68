/*
 * Phrases that stand in news bodies and are no news: "Baca juga:", "ADVERTISEMENT".
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_BOILERPLATE_H
#define BERITA_CORE_BOILERPLATE_H

#include "core/span.h"

/* What a line of a news text is. */
typedef enum LineClass
{
	LINE_BODY, LINE_TITLE, LINE_DECK, LINE_DATELINE, LINE_CAPTION, LINE_CREDIT,
	LINE_BYLINE, LINE_RIGHTS, LINE_RELATED, LINE_JUNK, LINE_SUBHEAD, LINE_BLANK
} LineClass;

/* Where a phrase counts; src/data/boilerplate.tsv explains the words. */
enum
{
	BOILER_LINE = 1,
	BOILER_INSIDE = 2,
	BOILER_UPPER = 4,
	BOILER_ALONE = 8,
	BOILER_PROMOTION = 16,
	BOILER_YEAR = 32,
	BOILER_SHORT = 64,
	BOILER_LOST = 128
};

/* How far it reaches. */
typedef enum BoilerUntil
{
	BOILER_TO_PHRASE, BOILER_TO_LINE, BOILER_TO_SENTENCE, BOILER_TO_TITLE, BOILER_TO_NAME,
	BOILER_TO_REPORT, BOILER_TO_BRACKET, BOILER_TO_HANDLE, BOILER_TO_LIST, BOILER_TO_NAMES, BOILER_TO_NOTICE
} BoilerUntil;

typedef struct Boiler
{
	uint32_t	phrase;			/* bytes of the phrase itself */
	uint16_t	where;
	uint8_t		class;			/* LineClass */
	uint8_t		until;			/* BoilerUntil */
	Span		reason;
} Boiler;

/* The first place from p on where a phrase may begin within a line, or end. */
extern const char *boilerplate_next(const char *p, const char *end);

/* The longest phrase that begins at p. */
extern bool boilerplate_at(const char *p, const char *end, Boiler *found);

/* The end of the phrase where the text at p reads so, or NULL: case, width of blanks left out. */
extern const char *boilerplate_phrase(const char *p, const char *end, Span phrase);

#endif
