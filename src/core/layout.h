/*
 * The layout of a news text, read from its bytes: lines, what each is, runs of
 * boilerplate within lines, and blocks that are printed again.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_LAYOUT_H
#define BERITA_CORE_LAYOUT_H

#include "core/boilerplate.h"

typedef struct LayoutLine
{
	uint32_t	at;				/* first byte */
	uint32_t	len;			/* without the newline */
	uint32_t	repeat_of;		/* line that it repeats, from 1, or 0 */
	uint32_t	cut;			/* its first cut */
	uint32_t	cuts;
	uint8_t		class;			/* LineClass */
	Span		reason;			/* name of the rule that classed it */
} LayoutLine;

typedef struct LayoutCut
{
	uint32_t	at;
	uint32_t	len;
	uint8_t		class;
} LayoutCut;

typedef struct LayoutRepeat
{
	uint32_t	first;			/* the block where it stands first */
	uint32_t	at;				/* where it stands again */
	uint32_t	len;
	uint32_t	parts;			/* lines or sentences */
} LayoutRepeat;

#define LAYOUT_LINES 48
#define LAYOUT_CUTS 24
#define LAYOUT_REPEATS 8

/* Small texts need no allocation: the arrays begin in the struct itself. */
typedef struct Layout
{
	Span		text;
	LayoutLine *line;
	LayoutCut  *cut;
	LayoutRepeat *repeat;
	uint32_t	lines,
				cuts,
				repeats;
	uint32_t	line_room,
				cut_room,
				repeat_room;
	LayoutLine	own_line[LAYOUT_LINES];
	LayoutCut	own_cut[LAYOUT_CUTS];
	LayoutRepeat own_repeat[LAYOUT_REPEATS];
} Layout;

extern void layout_open(Layout *layout, Span text);
extern void layout_close(Layout *layout);

/* A new line, not filled in. */
extern LayoutLine *layout_add_line(Layout *layout);
extern void layout_add_cut(Layout *layout, const char *from, const char *until, LineClass class);
extern void layout_add_repeat(Layout *layout, LayoutRepeat repeat);

static inline Span
layout_text(const Layout *layout, const LayoutLine *line)
{
	return span_of(layout->text.at + line->at, line->len);
}

#endif
