/*
 * A text becomes its sorted lexemes with their positions: the body of a tsvector.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_VECTOR_H
#define BERITA_CORE_VECTOR_H

#include "core/span.h"

/* What the server's tsvector holds: bytes in all, positions, positions a lexeme. */
#define VECTOR_BYTES 0xFFFFF
#define VECTOR_LAST_POSITION 16383
#define VECTOR_POSITIONS 255

typedef struct VectorLexeme
{
	uint64_t	key;			/* its first eight bytes, for sorting */
	uint32_t	at;				/* its text in blob */
	uint32_t	len;
	uint32_t	first;			/* its first occurrence, or the head of them */
	uint32_t	last;
	uint32_t	positions;
} VectorLexeme;

typedef struct VectorPlace
{
	uint32_t	next;			/* of the same lexeme; 0 = none, else index + 1 */
	uint16_t	position;
} VectorPlace;

typedef struct Vector
{
	char	   *blob;			/* texts of lexemes, end to end */
	VectorLexeme *lexeme;		/* sorted as the server sorts them */
	uint32_t	lexemes;
	VectorPlace *place;
	uint32_t	bytes;			/* of texts and positions as the server lays them out */

	uint32_t	places;			/* for the builder's own use */
	uint32_t	blob_len;
	size_t		blob_room;
	uint32_t	lexeme_room;
	uint32_t	place_room;
	uint32_t   *slot;
	uint32_t	mask;
} Vector;

/* What a lexeme is called in the vector, in memory that the caller owns. */
typedef Span (*VectorName) (void *context, Span lexeme);

/*
 * The lexemes of the text, or of as much of its beginning as a tsvector holds;
 * name (NULL: none) is asked for each.
 */
extern void vector_make(Vector *vector, Span text, VectorName name, void *context);
extern void vector_free(Vector *vector);

#endif
