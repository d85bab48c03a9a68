/*
 * Which quotation mark opens, which closes, which belong together.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_MARK_H
#define BERITA_CORE_MARK_H

#include "core/reading.h"

/* What stands between two quotation marks. */
typedef struct Pair
{
	uint32_t	open;			/* token of the opening mark, or NOWHERE */
	uint32_t	close;			/* token of the closing mark, or NOWHERE */
	uint32_t	first;			/* first token within */
	uint32_t	end;			/* token after the last within */
	bool		nested;			/* within another pair */
	bool		single;			/* single marks */
	bool		goes_on;		/* the next pair goes on with it in a new paragraph */
} Pair;

typedef struct PairList
{
	Pair	   *pair;			/* in order of their first tokens */
	uint32_t	n;
} PairList;

/* Pairs the marks and sets FACT_QUOTED. */
extern void pair_list(PairList *list, Reading *r);
extern void pair_list_free(PairList *list);

#endif
