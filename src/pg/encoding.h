/*
 * From the server's encoding to UTF-8 and back, without an error on any text.
 *
 * A character that UTF-8 lacks (a byte that Windows-1252 leaves free) stands as one
 * character of Unicode's private planes, from which the way back leads to the same
 * bytes; a character that the server's encoding lacks becomes a question mark.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_ENCODING_H
#define BERITA_PG_ENCODING_H

#include "core/span.h"
#include "pg/compat.h"

/* Are the server's texts something else than UTF-8?  SQL_ASCII is read as UTF-8. */
extern bool encoding_differs(void);

/*
 * The text in the other encoding, in memory of the caller's context with a NUL
 * behind it; the text itself where nothing in it changes.
 */
extern Span encoding_to_utf8(Span text);
extern Span encoding_to_server(Span utf8);

#endif
