/*
 * Dates as news sites print them, as moments of the server.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_MOMENT_H
#define BERITA_PG_MOMENT_H

/* The timestamptz that a text tells; *null where it tells none. */
extern Datum moment_of_text(Datum text, bool *null);

#endif
