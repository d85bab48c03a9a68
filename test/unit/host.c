/*
 * Answers the core's host.h for test programs: malloc that aborts, a breath that
 * a test may listen to.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdbool.h>
#include <stdlib.h>

#include "core/host.h"

/* Told of each breath, and before and behind memory that grows or goes: whether the time since the last call counts. */
void		(*host_listener) (bool counts);

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
	if (host_listener)
		host_listener(true);
	memory = realloc(memory, size ? size : 1);
	if (!memory)
		abort();
	if (host_listener)
		host_listener(false);
	return memory;
}

void
berita_free(void *memory)
{
	if (host_listener)
		host_listener(true);
	free(memory);
	if (host_listener)
		host_listener(false);
}

void
berita_breathe(void)
{
	if (host_listener)
		host_listener(true);
}
