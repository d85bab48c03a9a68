/*
 * The arrays of a layout: they begin in the struct and move out when they grow.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/layout.h"

#include "core/host.h"

/* The array with room for one more element of the size. */
static void *
grown(void *array, const void *own, uint32_t n, uint32_t *room, size_t size)
{
	void	   *larger;

	if (n < *room)
		return array;
	*room *= 2;
	if (array != own)
		return berita_grow(array, *room * size);
	larger = berita_alloc(*room * size);
	memcpy(larger, own, n * size);
	return larger;
}

void
layout_open(Layout *layout, Span text)
{
	layout->text = text;
	layout->line = layout->own_line;
	layout->cut = layout->own_cut;
	layout->repeat = layout->own_repeat;
	layout->lines = layout->cuts = layout->repeats = 0;
	layout->line_room = LAYOUT_LINES;
	layout->cut_room = LAYOUT_CUTS;
	layout->repeat_room = LAYOUT_REPEATS;
}

LayoutLine *
layout_add_line(Layout *layout)
{
	layout->line = grown(layout->line, layout->own_line, layout->lines, &layout->line_room, sizeof(LayoutLine));
	return &layout->line[layout->lines++];
}

void
layout_add_cut(Layout *layout, const char *from, const char *until, LineClass class)
{
	LayoutCut  *cut;

	layout->cut = grown(layout->cut, layout->own_cut, layout->cuts, &layout->cut_room, sizeof(LayoutCut));
	cut = &layout->cut[layout->cuts++];
	cut->at = (uint32_t) (from - layout->text.at);
	cut->len = (uint32_t) (until - from);
	cut->class = (uint8_t) class;
}

void
layout_add_repeat(Layout *layout, LayoutRepeat repeat)
{
	layout->repeat = grown(layout->repeat, layout->own_repeat, layout->repeats, &layout->repeat_room, sizeof(LayoutRepeat));
	layout->repeat[layout->repeats++] = repeat;
}

void
layout_close(Layout *layout)
{
	if (layout->line != layout->own_line)
		berita_free(layout->line);
	if (layout->cut != layout->own_cut)
		berita_free(layout->cut);
	if (layout->repeat != layout->own_repeat)
		berita_free(layout->repeat);
}
