/*
 * Dates as news sites print them: "Senin, 12 Jun 2023 10:00 WIB".
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_MOMENT_H
#define BERITA_CORE_MOMENT_H

#include "core/span.h"

typedef struct Moment
{
	int			year;			/* 1900 to 2100 */
	int			month;			/* 1 to 12 */
	int			day;
	int			hour;			/* 0 where no time is given */
	int			minute;
	int			second;
	int			zone;			/* minutes east of Greenwich; Jakarta's where none is given */
} Moment;

/* Finds the date in text, and a time behind it; false if there is none. */
extern bool moment_read(Span text, Moment *moment);

#endif
