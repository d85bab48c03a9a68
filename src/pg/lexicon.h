/*
 * The users' lexicon, kept per backend.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_LEXICON_H
#define BERITA_PG_LEXICON_H

#include "core/userlexicon.h"

/*
 * The lexicon as berita.lexicon has it now; it stays as it is until the next
 * call.  Ask once for each call of an SQL function.
 */
extern const UserLexicon *lexicon_current(void);

/* Changes whenever the lexicon was read anew. */
extern uint64 lexicon_version(void);

/* The name as the users want it shown: the full name of an alias, or the name itself. */
extern Span lexicon_shown(Span name);

#endif
