/*
 * All ways to take an affixed word apart, scored; the best one wins.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_ANALYSE_H
#define BERITA_CORE_ANALYSE_H

#include "core/span.h"

/* The longest word that is analysed; longer ones are no Indonesian words. */
#define ANALYSE_MAX 48

/* The root of a word: a run of letters, with at most one that the word lost. */
typedef struct Analysis
{
	char		root[ANALYSE_MAX + 2];
	uint8_t		len;
	uint8_t		clitics;		/* bytes of clitics and particles at the word's end */
	int16_t		score;			/* in tenths of a natural logarithm */
} Analysis;

/*
 * Analyses one folded word without hyphens; false where no root of the list can
 * be found in it.  A root is its own analysis.
 */
extern bool analyse_word(Span word, Analysis *best);

#endif
