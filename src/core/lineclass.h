/*
 * What each line of a news text is.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_LINECLASS_H
#define BERITA_CORE_LINECLASS_H

#include "core/layout.h"

/* Further lines to class as junk, compared without white space at the ends. */
typedef struct ArticleJunk
{
	const Span *line;
	uint32_t	n;
} ArticleJunk;

/* Fills the layout's lines and cuts; repeats are left to core/repeat.h. */
extern void lineclass_read(Layout *layout, const ArticleJunk *junk);

#endif
