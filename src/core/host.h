/*
 * What the core asks of the program it lives in: memory, and a breath now and then.
 *
 * The names are resolved by the linker: src/pg/host.c answers them inside the
 * server, test/unit/host.c in the tests.  berita_alloc and berita_grow never
 * return NULL: the server longjmps, the tests abort.  berita_breathe is called
 * about every 4 kB of work and may longjmp too, so the core owns nothing that a
 * longjmp could leak.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_HOST_H
#define BERITA_CORE_HOST_H

#include <stddef.h>

extern void *berita_alloc(size_t size);
extern void *berita_grow(void *memory, size_t size);
extern void berita_free(void *memory);
extern void berita_breathe(void);

/* Breathes at every 256th step of a loop: the loop's own number of the step. */
static inline void
berita_breathe_each(size_t step)
{
	if ((step & 255) == 0)
		berita_breathe();
}

#endif
