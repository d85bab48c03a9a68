/*
 * How much of one wording stands in another text: for quotations, which are short.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_WORDING_H
#define BERITA_CORE_WORDING_H

#include "core/span.h"

/*
 * Share of the different word pairs of part that stand in whole, 0 to 1; of its
 * single word where it has no pair.  -1 where part has no word.
 */
extern double wording_share(Span part, Span whole);

#endif
