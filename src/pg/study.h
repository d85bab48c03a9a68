/*
 * A text is read once for all functions that are called with it in a row.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_STUDY_H
#define BERITA_PG_STUDY_H

#include "core/quote.h"
#include "pg/body.h"

/*
 * The lines, tokens and sentences of a text, and its quotations.  The result
 * lives in the current memory context, or, between study_begin() and
 * study_end(), in the one of the first call with the same text.
 */
extern const Article *study_article(const Body *body);
extern const QuoteList *study_quotes(const Body *body, const QuoteOptions *options);

/*
 * From here on, what is read of a text is kept for further calls with that very
 * text, until study_end(), which must come on every way out, an error too.
 */
extern void study_begin(void);
extern void study_end(void);

#endif
