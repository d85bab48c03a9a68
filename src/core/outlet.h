/*
 * Names of news agencies, outlets and platforms: src/data/outlet.tsv.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_OUTLET_H
#define BERITA_CORE_OUTLET_H

#include "core/userlexicon.h"

enum
{
	OUTLET_AGENCY = 1, OUTLET_OUTLET, OUTLET_PLATFORM,
	OUTLET_ALONE = 1, OUTLET_WORD
};

typedef struct Outlet
{
	Span		name;			/* as it is shown */
	uint8_t		kind;			/* OUTLET_AGENCY, OUTLET_OUTLET, OUTLET_PLATFORM */
	uint8_t		use;			/* OUTLET_ALONE, OUTLET_WORD */
} Outlet;

/* The outlet of that name; ASCII case is left out, white space must be single blanks. */
extern bool outlet_find(Span name, Outlet *found);

/* Is the word an address of the web: kompas.com, viva.co.id? */
extern bool outlet_address(Span word);

/* The outlet or agency number n of the list, as a lexicon shows it; false behind the last. */
extern bool outlet_entry(uint32_t n, UserEntry *entry);

#endif
