/*
 * The lines of a news text: body, dateline, caption, credit, boilerplate, repeats.
 *
 * article_read() tokenizes a text once and finds its lines, what each is, which
 * repeat earlier ones, and the boilerplate inside body lines.  Quotations,
 * sources, people and clean text are all made from its result.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_ARTICLE_H
#define BERITA_CORE_ARTICLE_H

#include "core/sentence.h"
#include "core/token.h"

typedef enum LineClass
{
	LINE_BODY, LINE_TITLE, LINE_DECK, LINE_DATELINE, LINE_CAPTION, LINE_CREDIT,
	LINE_BYLINE, LINE_RIGHTS, LINE_RELATED, LINE_JUNK, LINE_SUBHEAD, LINE_BLANK
} LineClass;

typedef struct Line
{
	Place		place;			/* without its newline */
	uint32_t	number;			/* 1-based */
	uint32_t	first;			/* its first token, from 0 */
	uint32_t	tokens;			/* how many tokens it holds */
	uint32_t	repeat_of;		/* number of the line that it repeats, or 0 */
	uint8_t		class;			/* LineClass */
	const char *reason;			/* name of the rule that classed it */
} Line;

/* Boilerplate within a body line: a dateline, "Baca juga: ...", "ADVERTISEMENT". */
typedef struct Cut
{
	Place		place;
	uint32_t	first;			/* its first token, from 0 */
	uint32_t	tokens;
	uint8_t		class;			/* LineClass of what it is */
} Cut;

/* A block of whole lines (or sentences) that stands in the text again. */
typedef struct Repeat
{
	Place		first;			/* the block where it stands first */
	Place		place;			/* where it stands again */
	uint32_t	paragraphs;
} Repeat;

typedef struct Article
{
	Span		text;
	TokenList	tokens;
	SentenceList sentences;
	Line	   *line;
	uint32_t	lines;
	Cut		   *cut;			/* in reading order, disjoint */
	uint32_t	cuts;
	Repeat	   *repeat;
	uint32_t	repeats;
} Article;

/* Further lines to class as junk, compared after folding. */
typedef struct ArticleJunk
{
	const Span *line;
	uint32_t	n;
} ArticleJunk;

extern void article_read(Article *article, Span text, const ArticleJunk *junk);
extern void article_free(Article *article);
extern const char *line_class_name(LineClass class);

/*
 * Body text in order, without repeats and cuts, into out (at least text.len + 1
 * bytes); returns its length.  One pass over the bytes, no token array.
 */
extern size_t article_clean(Span text, const ArticleJunk *junk, char *out);

#endif
