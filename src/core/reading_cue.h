/*
 * Words of saying by number; for core/reading.c alone.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_READING_CUE_H
#define BERITA_CORE_READING_CUE_H

#include "core/reading.h"

/* The number of a word in src/data/reporting.tsv, from 1; 0: it is none. */
extern uint16_t cue_of_word(Span word);

/* The number of a users' word of saying, behind the built-in ones; 0 where there are too many. */
extern uint16_t cue_of_user(const UserLexicon *lexicon, const UserEntry *verb);

#endif
