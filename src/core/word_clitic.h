/*
 * Which clitics and particles a surface token carries.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_WORD_CLITIC_H
#define BERITA_CORE_WORD_CLITIC_H

#include "core/span.h"

/* Bytes of each, in the order in which they stand around the host; 0: none. */
typedef struct Clitics
{
	uint32_t	proclitic;		/* ku-, kau- */
	uint32_t	possessive;		/* -nya, -ku, -mu */
	uint32_t	particle;		/* -lah, -kah, -pun */
} Clitics;

/* The clitics of a word; begins: it may owe its capital to the start of a sentence. */
extern Clitics word_clitics(Span word, bool begins);

/* Two names side by side: Tokyo-Mitsubishi, three surface tokens. */
extern bool word_is_pair(Span compound);

#endif
