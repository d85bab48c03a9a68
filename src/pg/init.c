/*
 * The module: its magic block and its version.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"

#include "pg/compat.h"

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(berita_version);

/* berita.version() returns text: the version of the library that answers. */
Datum
berita_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(BERITA_VERSION));
}
