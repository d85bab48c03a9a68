/*
 * Blocks of a text that are printed again.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_REPEAT_H
#define BERITA_CORE_REPEAT_H

#include "core/layout.h"

/* Sets repeat_of of the lines and adds the blocks of at least min_length characters. */
extern void repeat_lines(Layout *layout, uint32_t min_length);

/* Adds the blocks of whole sentences that the line number n (from 0) prints again. */
extern void repeat_sentences(Layout *layout, uint32_t n, uint32_t min_length);

#endif
