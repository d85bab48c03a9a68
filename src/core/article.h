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

#include "core/layout.h"
#include "core/lineclass.h"
#include "core/sentence.h"
#include "core/token.h"

/* A block shorter than this many characters is no repeat, unless asked for. */
#define ARTICLE_MIN_REPEAT 40

typedef struct Line
{
	Place		place;			/* without its newline */
	uint32_t	number;			/* 1-based */
	uint32_t	first;			/* its first token, from 0 */
	uint32_t	tokens;			/* how many tokens it holds */
	uint32_t	repeat_of;		/* number of the line that it repeats, or 0 */
	uint8_t		class;			/* LineClass */
	Span		reason;			/* name of the rule that classed it */
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
	Repeat	   *repeat;			/* in the order of place */
	uint32_t	repeats;
} Article;

extern void article_read(Article *article, Span text, const ArticleJunk *junk);
extern void article_free(Article *article);

/* Lines, cuts and repeats without tokens; layout_close() gives it back. */
extern void article_layout(Layout *layout, Span text, const ArticleJunk *junk, uint32_t min_repeat);

extern const char *line_class_name(LineClass class);

/*
 * Body text in order, without repeats and cuts, into out (at least text.len + 1
 * bytes); returns its length.  One pass over the bytes, no token array.
 */
extern size_t article_clean(Span text, const ArticleJunk *junk, char *out);

#endif
