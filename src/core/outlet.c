/*
 * Names of news agencies, outlets and platforms.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/outlet.h"

#include "core/byte.h"
#include "core/table.h"

#include "core/outlet_table.h"

bool
outlet_find(Span name, Outlet *found)
{
	char		folded[64];
	int32_t		row;

	if (name.len == 0 || name.len > sizeof(folded))
		return false;
	for (size_t i = 0; i < name.len; i++)
		folded[i] = byte_fold(name.at[i]);
	row = table_find(&outlet_table, span_of(folded, name.len));
	if (row < 0)
		return false;
	found->name = table_text(&outlet_table, outlet_row[row].name);
	found->kind = outlet_row[row].kind;
	found->use = outlet_row[row].use;
	return true;
}

bool
outlet_address(Span word)
{
	static const char *const ending[] = {"com", "id", "co", "net", "org", "tv", "news", "info", "uk", "th", "my", "sg", "au", "jp", "io"};
	size_t		dot = word.len;

	while (dot > 0 && word.at[dot - 1] != '.')
		dot--;
	if (dot < 3 || dot == word.len || !(byte_letter(word.at[dot - 2]) || byte_digit(word.at[dot - 2])))
		return false;
	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++)
	{
		size_t		n = strlen(ending[i]);
		size_t		same = 0;

		while (same < n && dot + same < word.len && byte_fold(word.at[dot + same]) == ending[i][same])
			same++;
		if (same == n && dot + n == word.len)
			return true;
	}
	return false;
}

bool
outlet_entry(uint32_t n, UserEntry *entry)
{
	if (n >= outlet_table.rows)
		return false;
	entry->form = table_key(&outlet_table, n);
	entry->meaning = table_text(&outlet_table, outlet_row[n].name);
	entry->detail = outlet_row[n].kind == OUTLET_PLATFORM ? span_of("platform", 8) : span_of("", 0);
	entry->kind = outlet_row[n].kind == OUTLET_AGENCY ? USER_AGENCY : USER_OUTLET;
	entry->words = 0;
	entry->remove = false;
	return true;
}
