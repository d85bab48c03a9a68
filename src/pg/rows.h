/*
 * Returning rows: the set-returning functions' common part.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_ROWS_H
#define BERITA_PG_ROWS_H

#include "fmgr.h"
#include "funcapi.h"

/*
 * Opens the result of a set-returning function.  The declared row type decides
 * how many columns are filled: during an upgrade library and SQL may differ.
 */
extern ReturnSetInfo *rows_open(FunctionCallInfo fcinfo);

/* One row; values beyond the declared columns are left out, missing ones are NULL. */
extern void rows_put(ReturnSetInfo *result, Datum *values, bool *nulls, int n);

#endif
