/*
 * Near-duplicates of single articles, found through the indexes of the signatures.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_PAIR_H
#define BERITA_PG_PAIR_H

#include "pg/side.h"

/*
 * Adds the pairs of the articles whose keys are in ids, an array of the key's
 * type, to the copies.  A pair counts from threshold on, in resemblance or in
 * containment of either side.  Returns how many are new.
 */
extern uint64 pair_articles(SideTables *side, const char *prefix, Datum ids, double threshold);

#endif
