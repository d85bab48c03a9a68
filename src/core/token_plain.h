/*
 * The second look of the plain reader: short cuts for what is frequent and not quite
 * plain.  token.c asks; what has no short cut it leaves to the careful reader.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_TOKEN_PLAIN_H
#define BERITA_CORE_TOKEN_PLAIN_H

#include "core/token.h"

/* How many bytes behind a token's last one may be looked at. */
#define PLAIN_REACH 96

/* What stands there. */
typedef struct Plain
{
	uint32_t	len;			/* bytes; 0: it needs more care than this */
	uint16_t	more;			/* bytes that begin no character */
	uint8_t		class;			/* TokenClass; 0: blank, no token at all */
	uint8_t		flags;			/* all but TOKEN_GLUED */
} Plain;

/*
 * The token at p: len letters, len digits or one byte of anything else.  rough: what
 * follows is neither white space nor a mark that joins nothing.  shout: more than
 * one letter, all in capitals, which is told of longer tokens only.
 */
extern Plain plain_look(const char *p, uint32_t len, bool rough, bool shout);

/* May the letters at p, behind a bracket, be the initials of a writer? */
extern bool plain_may_be_initials(const char *p);

#endif
