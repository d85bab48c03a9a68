/*
 * The stemmer without the table of common forms, which is made by it.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_STEM_RULE_H
#define BERITA_CORE_STEM_RULE_H

#include "core/span.h"

/* No stem is longer; longer words are cut to this many bytes, between characters. */
#define STEM_MAX 128

typedef enum StemLevel
{
	STEM_ROOT,					/* perusahaannya to usaha */
	STEM_LIGHT					/* perusahaannya to perusahaan: clitics, particles, reduplication */
} StemLevel;

/* As stem_word, by the rules alone. */
extern size_t stem_rule(Span folded, StemLevel level, char out[STEM_MAX]);

/* Does a text search leave the folded word out: a stop word, with or without a clitic? */
extern bool stem_stop(Span folded);

#endif
