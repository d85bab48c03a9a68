/*
 * Abbreviations that hold a dot or end in one: Dr. S.H. a.n. dll. Tbk. J.
 *
 * src/data/abbreviation.tsv says of each what may stand behind it, so that "hal."
 * is an abbreviation before a number and the end of a sentence elsewhere.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token_part.h"
#include "core/table.h"

/* What may stand behind an abbreviation; the last column of the data file. */
enum
{
	ABBREVIATION_NAME = 1,		/* a capital letter */
	ABBREVIATION_NUMBER,		/* a digit */
	ABBREVIATION_ANY,			/* anything: it may end a sentence */
	ABBREVIATION_INNER			/* anything but the end of the line */
};

#include "core/abbreviation_table.h"

#define DOTTED_MAX 24

bool
part_is_currency(Span word)
{
	static const char *const known[] = {
		"AUD", "CHF", "CNY", "EUR", "GBP", "HKD", "IDR", "JPY", "MYR", "RM", "RP", "Rp", "SAR", "SGD", "THB", "USD", "rp"
	};

	for (size_t i = 0; word.len <= 3 && i < sizeof(known) / sizeof(known[0]); i++)
		if (span_is(word, known[i]))
			return true;
	return false;
}

/* The first unit behind p that is no blank. */
static Unit
unit_after(const char *p, const char *stop)
{
	Unit		u = unit_at(p, stop);

	for (int i = 0; i < 4 && u.len && (u.class == CHAR_BLANK || u.class == CHAR_HIDDEN); i++)
	{
		p += u.len;
		u = unit_at(p, stop);
	}
	return u;
}

/* May the abbreviation of this kind stand before what follows its dot at p? */
static bool
kind_fits(uint8_t kind, const char *p, const char *stop)
{
	Unit		u = unit_after(p, stop);

	switch (kind)
	{
		case ABBREVIATION_NAME:
			return u.class == CHAR_UPPER || u.class == CHAR_QUOTE;
		case ABBREVIATION_NUMBER:
			return u.class == CHAR_DIGIT;
		case ABBREVIATION_INNER:
			return u.class != CHAR_NEWLINE;
		default:
			return true;
	}
}

/* A single letter and its dot: an initial beside a capital. */
static bool
is_initial(const Part *part, const char *dot)
{
	Span		before;
	Unit		u = unit_after(dot + 1, part->stop);

	if (part_word_before(part, &before) && before.at[0] <= 'Z')
		return true;
	if (u.class != CHAR_UPPER)
		return part->at > part->start && part->at[-1] == '.' && u.len && u.class != CHAR_NEWLINE;
	return before.len == 0 || !(span_is(before, "vitamin") || span_is(before, "kelas") || span_is(before, "hepatitis") ||
								span_is(before, "grup") || span_is(before, "golongan") || span_is(before, "tipe"));
}

/* The row of the dotted word at..end in the table, its dots kept, the last left out. */
static int32_t
table_row(const char *at, const char *end)
{
	char		key[DOTTED_MAX];
	size_t		n = utf8_fold_span(span_of(at, (size_t) (end - at)), key, sizeof(key));

	return n ? table_find(&abbreviation_table, span_of(key, n)) : -1;
}

/*
 * The longest abbreviation with dots inside that begins with run: one that the
 * table knows, or single letters.
 */
static const char *
dotted_end(const Part *part, const Run *run)
{
	const char *found = NULL;
	const char *p = run->end;
	bool		single = run->letters == 1;

	while (p + 1 < part->stop && *p == '.')
	{
		Run			next = run_read(p + 1, part->stop);

		if (next.letters == 0 || next.digits || next.end - part->at > DOTTED_MAX)
			break;
		single &= next.letters == 1;
		if (single || table_row(part->at, next.end) >= 0)
			found = next.end;
		p = next.end;
	}
	return found;
}

bool
part_dotted(Part *part, const Run *run)
{
	const char *dot = run->end;
	const char *end;
	int32_t		row;

	if (run->digits || run->chars > 12)
		return false;
	end = dotted_end(part, run);
	if (end)
	{
		if (end < part->stop && *end == '.' && (end + 1 == part->stop || end[1] != '.'))
			end++;
		part_take(part, end, TOKEN_ABBREVIATION);
		return true;
	}
	if (dot + 1 < part->stop && dot[1] == '.')
		return false;
	if (run->letters == 1 && run->uppers == 1)
	{
		if (!is_initial(part, dot))
			return false;
		part_take(part, dot + 1, TOKEN_ABBREVIATION);
		return true;
	}
	if (part_is_currency(span_of(run->at, (size_t) (run->end - run->at))) && unit_after(dot + 1, part->stop).class == CHAR_DIGIT)
	{
		part_take(part, dot + 1, TOKEN_CURRENCY);
		return true;
	}
	row = table_row(run->at, run->end);
	if (row < 0 || !kind_fits(abbreviation_row[row].follows, dot + 1, part->stop))
		return false;
	part_take(part, dot + 1, TOKEN_ABBREVIATION);
	return true;
}
