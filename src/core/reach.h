/*
 * How far a run of boilerplate reaches.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_REACH_H
#define BERITA_CORE_REACH_H

#include "core/boilerplate.h"

/*
 * Where the run ends that the phrase found at p opens, at most at end (the line's
 * end).  text is the whole text; a run that a round bracket opens ends with it.
 * NULL: the phrase does not count here.
 */
extern const char *reach_end(Span text, const char *p, const char *end, const Boiler *found, bool line_start);

#endif
