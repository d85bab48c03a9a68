/*
 * The module's settings.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_GUC_H
#define BERITA_PG_GUC_H

/* berita.sync: do the triggers of attached tables write? */
extern bool guc_sync;

extern void guc_init(void);

#endif
