/*
 * Answers the core's host.h: memory of the current context, interrupts as breath.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "core/host.h"
#include "pg/compat.h"

void *
berita_alloc(size_t size)
{
	return MemoryContextAllocHuge(CurrentMemoryContext, size);
}

void *
berita_grow(void *memory, size_t size)
{
	return memory ? repalloc_huge(memory, size) : berita_alloc(size);
}

void
berita_free(void *memory)
{
	if (memory)
		pfree(memory);
}

void
berita_breathe(void)
{
	CHECK_FOR_INTERRUPTS();
}
