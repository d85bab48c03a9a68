/*
 * A text argument as the core reads it: UTF-8 bytes, with offsets as substr() counts.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_BODY_H
#define BERITA_PG_BODY_H

#include "core/span.h"
#include "pg/compat.h"
#include "pg/encoding.h"

typedef struct Body
{
	Span		text;			/* UTF-8, whatever the server's encoding */
	bool		converted;		/* the server has another encoding */
	bool		bytes;			/* SQL_ASCII: the server counts bytes */
} Body;

/* Detoasts and converts argument n of the call; the memory is the caller's context. */
extern Body body_of_datum(Datum datum);
#define BODY_GETARG(n) body_of_datum(PG_GETARG_DATUM(n))

/* A run of the body as a text of the server's encoding. */
extern text *body_text(const Body *body, Span span);

/* The same as bytes, which are the body's own where nothing was converted. */
static inline Span
body_span(const Body *body, Span span)
{
	return body->converted ? encoding_to_server(span) : span;
}

/* 1-based start and length of a place, in the server's characters. */
static inline int32
body_start(const Body *body, Place place)
{
	return (int32) (body->bytes ? place.at : place.chars_at) + 1;
}

static inline int32
body_length(const Body *body, Place place)
{
	return (int32) (body->bytes ? place.len : place.chars);
}

#endif
