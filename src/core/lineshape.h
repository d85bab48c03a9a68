/*
 * What a line is by its own shape: marks only, a moment, a photo credit.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_LINESHAPE_H
#define BERITA_CORE_LINESHAPE_H

#include "core/boilerplate.h"

typedef struct LineShape
{
	uint8_t		class;			/* LINE_BODY: nothing special */
	Span		reason;
} LineShape;

/* All of these want a line without white space at its ends, not empty. */
extern LineShape shape_of(Span line);

/* Does the line end as a sentence does, with . ? ! : ; or a closing quotation mark? */
extern bool shape_sentence(Span line);

/* One sentence, and no more. */
extern bool shape_one_sentence(Span line);

/* A short line that begins with a capital and ends without a mark. */
extern bool shape_heading(Span line, size_t most);

/* The same, as it stands between paragraphs: no exclamation, no list entry, questions only that ask for the topic. */
extern bool shape_subhead(Span line);

/* Does the line begin with a quotation mark? */
extern bool shape_quoted(Span line);

/* A place's name or an outlet's alone, as datelines that were broken into lines have it. */
extern bool shape_place(Span line);

#endif
