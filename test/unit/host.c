/*
 * Answers the core's host.h for test programs: malloc that aborts, no breath.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/host.h"

void *
berita_alloc(size_t size)
{
	void	   *memory = malloc(size ? size : 1);

	if (!memory)
		abort();
	return memory;
}

void *
berita_grow(void *memory, size_t size)
{
	memory = realloc(memory, size ? size : 1);
	if (!memory)
		abort();
	return memory;
}

void
berita_free(void *memory)
{
	free(memory);
}

void
berita_breathe(void)
{
}
