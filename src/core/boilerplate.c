/*
 * Phrases that stand in news bodies and are no news; they are src/data/boilerplate.tsv.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/boilerplate.h"

#include "core/byte.h"
#include "core/table.h"

#include "core/boilerplate_table.h"

/*
 * Within a line every phrase begins with a capital letter or '['.  Eight bytes at a
 * time are asked for one; only there the filter is asked whether a phrase begins so.
 */
const char *
boilerplate_next(const char *p, const char *end)
{
	while (end - p >= 11)
	{
		for (uint64_t bits = byte_capitals(p); bits != 0; bits &= bits - 1)
		{
			const char *q = p + (__builtin_ctzll(bits) >> 3);

			if (table_prefix(boilerplate_prefix, q))
				return q;
		}
		p += 8;
	}
	for (; end - p >= 4; p++)
		if ((byte_upper(*p) || *p == '[') && table_prefix(boilerplate_prefix, p))
			return p;
	return end;
}

const char *
boilerplate_phrase(const char *p, const char *end, Span phrase)
{
	for (size_t i = 0; i < phrase.len; i++)
	{
		if (phrase.at[i] == ' ' || phrase.at[i] == ':')
		{
			const char *next = byte_skip_blanks(p, end);

			if (phrase.at[i] == ' ' ? next == p : next == end || *next != ':')
				return NULL;
			p = phrase.at[i] == ' ' ? next : next + 1;
			continue;
		}
		if (p == end || byte_fold(*p) != phrase.at[i])
			return NULL;
		p++;
	}
	return p;
}

/* The first row whose key begins with c or a later letter. */
static uint32_t
first_row(char c)
{
	uint32_t	low = 0,
				high = boilerplate_table.rows;

	while (low < high)
	{
		uint32_t	mid = (low + high) / 2;

		if ((unsigned char) table_key(&boilerplate_table, mid).at[0] < (unsigned char) c)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool
boilerplate_at(const char *p, const char *end, Boiler *found)
{
	char		c,
				second,
				third;
	bool		any = false;

	if (end - p < 4 || !table_prefix(boilerplate_prefix, p))
		return false;
	c = byte_fold(p[0]);
	second = byte_fold(p[1]);
	third = byte_fold(p[2]);
	for (uint32_t row = first_row(c); row < boilerplate_table.rows; row++)
	{
		Span		phrase = table_key(&boilerplate_table, row);
		const char *after;

		if (phrase.at[0] != c)
			break;
		if ((phrase.at[1] > ' ' && phrase.at[1] != second) || (phrase.at[2] > ' ' && phrase.at[2] != third))
			continue;
		after = boilerplate_phrase(p, end, phrase);
		if (after == NULL || (byte_letter(phrase.at[phrase.len - 1]) && after < end &&
							  (byte_lower(*after) || (byte_upper(*after) && byte_upper(after[-1])))))
			continue;
		if (any && found->phrase >= after - p)
			continue;
		any = true;
		found->phrase = (uint32_t) (after - p);
		found->class = boilerplate_row[row].class;
		found->where = boilerplate_row[row].where;
		found->until = boilerplate_row[row].until;
		found->reason = table_text(&boilerplate_table, boilerplate_row[row].reason);
	}
	return any;
}
