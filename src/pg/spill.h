/*
 * A store of bytes that are appended once and read often: in memory up to a
 * limit, beyond it in a temporary file of the server's.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_SPILL_H
#define BERITA_PG_SPILL_H

#include "storage/buffile.h"

typedef struct Spill
{
	MemoryContext context;		/* of the memory */
	char	   *memory;
	uint64		size;			/* bytes appended */
	uint64		room;
	uint64		limit;			/* bytes of memory at most */
	BufFile    *file;			/* NULL while all is in memory */
} Spill;

extern void spill_open(Spill *spill, uint64 limit);

/* Returns where the bytes begin. */
extern uint64 spill_append(Spill *spill, const void *bytes, Size len);

/*
 * The len bytes from at on: in the store itself, or read into scratch.  Appending
 * is over once reading has begun.
 */
extern void *spill_read(Spill *spill, uint64 at, Size len, void *scratch);
extern void spill_close(Spill *spill);

#endif
