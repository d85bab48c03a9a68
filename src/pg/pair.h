/*
 * Near-duplicates of single articles, found through the index of the fingerprints.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_PAIR_H
#define BERITA_PG_PAIR_H

#include "pg/side.h"

/* Is there an index to find them by?  Before the first refresh there may be none. */
extern bool pair_indexed(const SideTables *side);

/*
 * Adds the pairs of the articles whose keys are in ids, an array of the key's
 * type, to the copies.  A pair counts from threshold on, in resemblance or in
 * containment of either side.  Returns how many are new.
 */
extern uint64 pair_articles(const SideTables *side, Datum ids, double threshold);

#endif
