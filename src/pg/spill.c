/*
 * A store of bytes, in memory or in a temporary file.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "storage/buffile.h"
#include "utils/memutils.h"

#include "pg/compat.h"
#include "pg/spill.h"

/* Segments of a BufFile are this long; see buffile.c. */
#define SEGMENT UINT64CONST(0x40000000)

void
spill_open(Spill *spill, uint64 limit)
{
	memset(spill, 0, sizeof(*spill));
	spill->context = CurrentMemoryContext;
	spill->limit = limit;
	spill->room = Min(limit, 1024 * 1024);
	spill->memory = MemoryContextAllocHuge(spill->context, spill->room);
}

static void
to_file(Spill *spill)
{
	MemoryContext old = MemoryContextSwitchTo(spill->context);

	spill->file = BufFileCreateTemp(false);
	BufFileWrite(spill->file, spill->memory, spill->size);
	pfree(spill->memory);
	spill->memory = NULL;
	MemoryContextSwitchTo(old);
}

uint64
spill_append(Spill *spill, const void *bytes, Size len)
{
	uint64		at = spill->size;

	if (!spill->file && spill->size + len > spill->limit)
		to_file(spill);
	if (spill->file)
		BufFileWrite(spill->file, unconstify(void *, bytes), len);
	else
	{
		if (spill->size + len > spill->room)
		{
			spill->room = Min(spill->limit, Max(spill->room * 2, spill->size + len));
			spill->memory = repalloc_huge(spill->memory, spill->room);
		}
		memcpy(spill->memory + spill->size, bytes, len);
	}
	spill->size += len;
	return at;
}

void *
spill_read(Spill *spill, uint64 at, Size len, void *scratch)
{
	if (!spill->file)
		return spill->memory + at;
	if (BufFileSeek(spill->file, at / SEGMENT, at % SEGMENT, SEEK_SET) != 0
		|| BufFileRead(spill->file, scratch, len) != len)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not read a temporary file: %m")));
	return scratch;
}

void
spill_close(Spill *spill)
{
	if (spill->file)
		BufFileClose(spill->file);
	else
		pfree(spill->memory);
}
