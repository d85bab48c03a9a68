/*
 * Differences between server versions: the one place that asks PG_VERSION_NUM.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_COMPAT_H
#define BERITA_PG_COMPAT_H

#if PG_VERSION_NUM < 150000
#error "berita needs PostgreSQL 15 or newer"
#endif

/* Functions that never return say so in front from 18 on. */
#if PG_VERSION_NUM < 180000
#define pg_noreturn __attribute__((noreturn))
#endif

/* Input functions report errors softly from 16 on; before that they raise.  What
 * varatt.h holds came with postgres.h. */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#include "varatt.h"
#else
#define errsave(context, ...) do { (void) (context); ereport(ERROR, __VA_ARGS__); } while (0)
#endif

/* Reading a sorted datum takes a copy flag from 16 on. */
#if PG_VERSION_NUM >= 160000
#define sorted_datum(sort, value, null) tuplesort_getdatum(sort, true, false, value, null, NULL)
#else
#define sorted_datum(sort, value, null) tuplesort_getdatum(sort, true, value, null, NULL)
#endif

#endif
