/*
 * An Indonesian word becomes its root: perusahaan to usaha, berlari-lari to lari.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_STEM_H
#define BERITA_CORE_STEM_H

#include "core/stem_rule.h"

/*
 * Writes the stem of a folded word (utf8_fold_span) to out and returns its
 * length, which is 0 only for an empty word.  A word without analysis is its own
 * stem, and so is every root.
 */
extern size_t stem_word(Span folded, StemLevel level, char out[STEM_MAX]);

/* Is the folded word a root of the list or a protected name? */
extern bool stem_is_root(Span folded);

/* "root" or "light" to its level; false where the name is neither. */
extern bool stem_level(Span name, StemLevel *level);

#endif
