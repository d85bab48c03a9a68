/*
 * The dateline that opens a news text: "JAKARTA, KOMPAS.com -".
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_DATELINE_H
#define BERITA_CORE_DATELINE_H

#include "core/span.h"

/*
 * The end of the dateline that begins at p, its dash included, or NULL.  It may
 * run over line ends.  Where outlet is set, it must name an outlet.
 */
extern const char *dateline_end(const char *p, const char *end, bool outlet);

#endif
