/*
 * Runs of boilerplate within a line.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_INSET_H
#define BERITA_CORE_INSET_H

#include "core/layout.h"

/*
 * Adds the cuts of line number n (from 0), in reading order; returns the last
 * phrase that opened the line, class BODY where none did.  from: where the
 * text of the line begins (behind its dateline).
 */
extern void inset_scan(Layout *layout, uint32_t n, const char *from, Boiler *opens);

/*
 * Initials or a credit in brackets at the very end of a line: "(abc/def)",
 * "[rus]", "(Kompas.com/Name)", "(*)".  NULL: none.
 */
extern const char *inset_initials(const char *from, const char *end);

#endif
