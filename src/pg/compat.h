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

#endif
