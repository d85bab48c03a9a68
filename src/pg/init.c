/*
 * The module: its magic block, its settings and its version.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"

#include "pg/compat.h"
#include "pg/guc.h"

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(berita_version);

extern void _PG_init(void);

void
_PG_init(void)
{
	guc_init();
}

/* berita.version() returns text: the version of the library that answers. */
Datum
berita_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(BERITA_VERSION));
}
