/*
 * A text with its quotations and speakers marked, for people to read.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_HIGHLIGHT_H
#define BERITA_CORE_HIGHLIGHT_H

#include "core/span.h"

typedef enum HighlightFormat
{
	HIGHLIGHT_HTML, HIGHLIGHT_MARKDOWN, HIGHLIGHT_ANSI
} HighlightFormat;

typedef enum HighlightKind
{
	HIGHLIGHT_QUOTE, HIGHLIGHT_MENTION, HIGHLIGHT_CUE
} HighlightKind;

typedef struct HighlightMark
{
	uint32_t	at;				/* bytes of the text; marks may overlap */
	uint32_t	len;
	uint8_t		kind;			/* HighlightKind */
	Span		label;			/* the speaker's name, or empty */
	Span		class;			/* of a quotation: direct, indirect, ... */
} HighlightMark;

typedef struct HighlightOut
{
	char	   *at;
	size_t		len;
	size_t		room;
} HighlightOut;

/*
 * Writes the text with its n marks, which are put in order; everything that comes
 * from the text or a label is escaped.  The caller frees out->at.
 */
extern void highlight_text(HighlightOut *out, Span text, HighlightMark *mark, uint32_t n, HighlightFormat format);

#endif
