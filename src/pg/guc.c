/*
 * The module's settings.  None of them changes what a function returns.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "utils/guc.h"

#include "pg/compat.h"
#include "pg/guc.h"

bool		guc_sync = true;

void
guc_init(void)
{
	DefineCustomBoolVariable("berita.sync",
							 "Lets the triggers of attached tables keep the side tables current.",
							 "Turn it off to load data and side tables from a dump; berita.refresh makes good what was left out.",
							 &guc_sync, true, PGC_USERSET, 0, NULL, NULL, NULL);
	MarkGUCPrefixReserved("berita");
}
