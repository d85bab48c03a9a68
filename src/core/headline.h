/*
 * Where a headline ends that is glued to the sentence after it.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_HEADLINE_H
#define BERITA_CORE_HEADLINE_H

#include "core/span.h"

/*
 * The end of the headline that begins at from, at most end (the line's end), or
 * NULL where it cannot be told.  more is set where it ends so that another
 * headline may follow without a mark between them.
 */
extern const char *headline_end(Span text, const char *from, const char *end, bool *more);

/* Is the upper-case letter at p glued to a word that ended before it? */
extern bool headline_glue(const char *start, const char *p, const char *end);

/* Is the run of words from .. end written as a headline: most words with a capital? */
extern bool headline_like(const char *from, const char *end);

#endif
