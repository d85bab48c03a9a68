/*
 * Abbreviations that hold a dot or end in one: Dr. S.H. a.n. dll. Tbk. J.
 *
 * src/data/abbreviation.tsv says of each what may stand behind it, so that "hal."
 * is an abbreviation before a number and the end of a sentence elsewhere.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/lexicon.h"
#include "core/table.h"
#include "core/token_part.h"

/* What may stand behind an abbreviation; the last column of the data file. */
enum
{
	ABBREVIATION_NAME = 1,		/* a capital letter */
	ABBREVIATION_NUMBER,		/* a digit */
	ABBREVIATION_ANY,			/* anything */
	ABBREVIATION_END,			/* anything, but a capital starts a sentence */
	ABBREVIATION_INNER			/* anything but the end of the line */
};

#include "core/abbreviation_table.h"

#define DOTTED_MAX 24

/* The longest word that the data file knows without a dot inside is shorter. */
#define ABBREVIATION_SPAN 8

bool
part_is_currency(Span word)
{
	/* by the first letter: the second and third ones of each */
	static const char known['Z' - 'A' + 1][8] = {
		['A' - 'A'] = "UD", ['C' - 'A'] = "HFNY", ['E' - 'A'] = "UR", ['G' - 'A'] = "BP", ['H' - 'A'] = "KD", ['I' - 'A'] = "DR",
		['J' - 'A'] = "PY", ['M' - 'A'] = "YR", ['R' - 'A'] = "M\0P\0p\0", ['S' - 'A'] = "ARGD", ['T' - 'A'] = "HB", ['U' - 'A'] = "SD"
	};
	const char *k;

	if (word.len < 2 || word.len > 3 || word.at[0] < 'A' || word.at[0] > 'Z')
		return false;
	k = known[word.at[0] - 'A'];
	for (int i = 0; i < 6; i += 2)
		if (k[i] == word.at[1])
			return k[i + 1] == (word.len == 3 ? word.at[2] : '\0');
	return false;
}

/* The first place behind p that is no blank, and what stands there. */
static const char *
after(const char *p, const char *stop, Unit *u)
{
	*u = unit_at(p, stop);
	for (int i = 0; i < 4 && u->len && (u->class == CHAR_BLANK || u->class == CHAR_HIDDEN); i++)
	{
		p += u->len;
		*u = unit_at(p, stop);
	}
	return p;
}

/* The row of the dotted word at..end in the table, its dots kept, the last left out. */
static int32_t
table_row(const char *at, const char *end)
{
	char		key[DOTTED_MAX];
	size_t		n = utf8_fold_span(span_of(at, (size_t) (end - at)), key, sizeof(key));

	return n ? table_find(&abbreviation_table, span_of(key, n)) : -1;
}

bool
part_may_abbreviate(const char *p, uint32_t n)
{
	char		first[4] = {' ', ' ', ' ', ' '};
	char		low[ABBREVIATION_SPAN];

	if (n >= ABBREVIATION_SPAN)
		return false;
	memcpy(first, p, 4);
	for (uint32_t i = n; i < 4; i++)
		first[i] = ' ';
	if (!table_prefix(abbreviation_prefix, first))
		return part_is_currency(span_of(p, n));
	for (uint32_t i = 0; i < n; i++)
		low[i] = (char) (p[i] | 0x20);
	return table_find(&abbreviation_table, span_of(low, n)) >= 0 || part_is_currency(span_of(p, n));
}

/* Is the word at p one that no name begins with: "Namun", "Dengan"? */
static bool
is_function(const char *p, const char *stop)
{
	char		low[DOTTED_MAX];
	Run			run = run_read(p, stop);
	size_t		n = utf8_fold_span(span_of(p, (size_t) (run.end - p)), low, sizeof(low));

	return n > 1 && lexicon_function(span_of(low, n)) != FUNCTION_NONE && run.uppers < run.letters;
}

/* Does the capital at p start a sentence behind "Corp." or "dll."? */
static bool
is_start(const char *p, const char *stop)
{
	Run			run = run_read(p, stop);

	return run.letters > 1 && table_row(p, run.end) < 0;
}

/* Is the run a Roman number? */
static bool
is_roman(const char *p, const char *stop)
{
	Run			run = run_read(p, stop);

	for (const char *q = p; q < run.end; q++)
		if (!strchr("IVXLC", *q))
			return false;
	return run.letters > 0;
}

/* Is the word at p a root and no name: "Setelah", "Tim"? */
static bool
is_common(const char *p, const char *stop)
{
	char		low[DOTTED_MAX];
	Run			run = run_read(p, stop);
	size_t		n = utf8_fold_span(span_of(p, (size_t) (run.end - p)), low, sizeof(low));

	return lexicon_root(span_of(low, n)) >= 0 && !lexicon_name(span_of(low, n)) && run.uppers < run.letters;
}

/* May the abbreviation of this kind (shouted: in capitals) stand before what follows its dot at p? */
static bool
kind_fits(uint8_t kind, bool shouted, const char *p, const char *stop)
{
	Unit		u;
	const char *next = after(p, stop, &u);

	switch (kind)
	{
		case ABBREVIATION_NAME:
			if (u.class == CHAR_UPPER)
				return !is_function(next, stop) && !(shouted && is_common(next, stop));
			return u.class == CHAR_QUOTE;
		case ABBREVIATION_NUMBER:
			return u.class == CHAR_DIGIT || is_roman(next, stop);
		case ABBREVIATION_INNER:
			return u.class != CHAR_NEWLINE;
		case ABBREVIATION_END:
			return u.class != CHAR_UPPER || !is_start(next, stop);
		default:
			return true;
	}
}

/* Does the word before a single letter make it the name of a sort: vitamin C? */
static bool
names_a_sort(Span before)
{
	static const char *const sorts[] = {
		"blok", "golongan", "grup", "hepatitis", "huruf", "kelas", "kuartal", "liga", "lampiran", "poin", "seri", "tipe",
		"triwulan", "vitamin", "rencana", "plan", "jilid", "tahap", "gedung"
	};
	char		low[DOTTED_MAX];
	size_t		n = utf8_fold_span(before, low, sizeof(low));

	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++)
		if (span_is(span_of(low, n), sorts[i]))
			return true;
	return false;
}

/* A single capital and its dot: an initial beside a name, unless a sentence starts behind. */
static bool
is_initial(const Part *part, const char *dot)
{
	Span		before = {NULL, 0};
	bool		any = part_word_before(part, &before);
	Unit		u;
	const char *next = after(dot + 1, part->stop, &u);

	if (u.class == CHAR_UPPER && is_function(next, part->stop))
		return false;
	if (any && names_a_sort(before))
		return false;
	if (any && before.at[0] <= 'Z')
		return u.len > 0 && u.class != CHAR_NEWLINE;
	if (u.class != CHAR_UPPER)
		return part->at > part->start && part->at[-1] == '.' && u.len && u.class != CHAR_NEWLINE;
	return true;
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
	Unit		u;

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
	if (part_is_currency(span_of(run->at, (size_t) (run->end - run->at))) && (after(dot + 1, part->stop, &u), u.class == CHAR_DIGIT))
	{
		part_take(part, dot + 1, TOKEN_CURRENCY);
		return true;
	}
	row = table_row(run->at, run->end);
	if (row < 0 || !kind_fits(abbreviation_row[row].follows, run->uppers == run->letters, dot + 1, part->stop))
		return false;
	part_take(part, dot + 1, TOKEN_ABBREVIATION);
	return true;
}
