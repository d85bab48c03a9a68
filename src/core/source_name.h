/*
 * Names in running text, as the source reader needs them.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_SOURCE_NAME_H
#define BERITA_CORE_SOURCE_NAME_H

#include "core/source.h"

/* The token's letters, ASCII case folded, into out of 32 bytes; empty where it is longer. */
extern Span source_fold(const Article *article, uint32_t i, char *out);

/* A run of capitalised words that may be a name: how many tokens; 0: none, or a date. */
extern uint32_t source_name_run(const Article *article, uint32_t i);

/* Does the run begin with a person's office or honorific? */
extern bool source_person(const Article *article, uint32_t i);

/* Does the run of n tokens sound like an outlet: "... Daily News", "Jurnal ..."? */
extern bool source_sounds(const Article *article, uint32_t i, uint32_t n);

/* Do tokens i and i + 1 stand with nothing or white space between them, in one line? */
extern bool source_joined(const Article *article, uint32_t i);

#endif
