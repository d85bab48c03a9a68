/*
 * The options jsonb of open-ended functions.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_OPTIONS_H
#define BERITA_PG_OPTIONS_H

#include "utils/jsonb.h"

typedef enum OptionKind
{
	OPTION_BOOL,				/* bool */
	OPTION_INT,					/* int32 */
	OPTION_REAL,				/* double */
	OPTION_TEXT,				/* char *, NULL where not given */
	OPTION_TEXTS				/* List * of char *, NIL where not given */
} OptionKind;

typedef struct Option
{
	const char *name;
	OptionKind	kind;
	void	   *value;			/* set where the option is given */
} Option;

/*
 * Fills in the n accepted options; an unknown key, or a value of another kind,
 * is an error (22023) that names the accepted ones.
 */
extern void options_read(Jsonb *options, const Option *accepted, int n);

#endif
