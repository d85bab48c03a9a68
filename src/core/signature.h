/*
 * The three signatures of a text, from one reading.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_SIGNATURE_H
#define BERITA_CORE_SIGNATURE_H

#include "core/minhash.h"
#include "core/simhash.h"
#include "core/winnow.h"

/*
 * Fills those that are not NULL and returns how many words the text has; with
 * none, nothing is filled.  The fingerprints are the caller's to winnow_free().
 */
extern uint64_t signature_read(Span text, uint64_t *simhash, MinHash *minhash, Winnow *winnow);

#endif
