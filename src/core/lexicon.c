/*
 * The word lists, compiled in: lookups in read-only tables made at build time.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/lexicon.h"

#include "core/table.h"

/* The constant that function.tsv writes in its stop column. */
enum
{
	FUNCTION_STOP = 1
};

#include "core/alias_table.h"
#include "core/exception_table.h"
#include "core/function_table.h"
#include "core/name_table.h"
#include "core/root_table.h"

static const Span nothing = {"", 0};

/* The row of a word that begins as some key of the table does, or -1. */
static inline int32_t
find(const Table *table, const uint32_t *start, Span folded)
{
	if (folded.len >= 3 && !(start[(folded.at[0] & 31) << 5 | (folded.at[1] & 31)] >> (folded.at[2] & 31) & 1))
		return -1;
	return table_find(table, folded);
}

int
lexicon_root(Span folded)
{
	int32_t		row = find(&root_table, root_start, folded);

	return row < 0 ? -1 : root_row[row].class;
}

unsigned
lexicon_root_flags(Span folded)
{
	int32_t		row = find(&root_table, root_start, folded);

	return row < 0 ? 0 : root_row[row].flags;
}

unsigned
lexicon_name(Span folded)
{
	int32_t		row = find(&name_table, name_start, folded);

	return row < 0 ? 0 : name_row[row].kind;
}

FunctionKind
lexicon_function(Span folded)
{
	int32_t		row = find(&function_table, function_start, folded);

	return row < 0 ? FUNCTION_NONE : (FunctionKind) function_row[row].kind;
}

bool
lexicon_stop(Span folded)
{
	int32_t		row = find(&function_table, function_start, folded);

	return row >= 0 && (function_row[row].flags & FUNCTION_STOP) != 0;
}

Span
lexicon_alias(Span folded)
{
	int32_t		row = find(&alias_table, alias_start, folded);

	return row < 0 ? nothing : table_text(&alias_table, alias_row[row].word);
}

Span
lexicon_exception(Span folded)
{
	int32_t		row = find(&exception_table, exception_start, folded);

	return row < 0 ? nothing : table_text(&exception_table, exception_row[row].root);
}
