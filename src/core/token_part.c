/*
 * One token where more than plain letters stand: words with joins, marks, signs.
 *
 * A run is letters and digits with the apostrophes, combining marks and hidden
 * characters inside them.  Runs are joined over a hyphen always, over a dot in
 * hosts and abbreviations only; "ujarnya.Menurut" is therefore three tokens.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token_part.h"

#include "core/host.h"

static bool
is_letter(CharClass class)
{
	return class == CHAR_LOWER || class == CHAR_UPPER || class == CHAR_LETTER;
}

static bool
is_hyphen(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Adds the unit u to the run. */
static void
run_add(Run *run, Unit u)
{
	if (u.class == CHAR_DIGIT)
		run->digits++;
	else if (is_letter(u.class))
	{
		if (run->letters == 0)
			run->capital = u.class == CHAR_UPPER;
		run->letters++;
		run->lead += run->digits == 0;
		run->uppers += u.class == CHAR_UPPER;
	}
	run->foreign |= u.c >= 0x80 || u.len > 1;
	run->end += u.len;
	run->chars += u.chars;
}

Run
run_read(const char *at, const char *stop)
{
	Run			run = {at, at, 0, 0, 0, 0, 0, false, false};
	const char *p = at;

	/* ASCII letters first, which is mostly all */
	for (; p < stop && is_ascii_letter(*p); p++)
		run.uppers += (*p & 0x20) == 0;
	if (p > at)
	{
		run.end = p;
		run.chars = run.letters = run.lead = (uint32_t) (p - at);
		run.capital = (*at & 0x20) == 0;
		if (p < stop && (unsigned char) *p < 0x80 && (utf8_ascii[(unsigned char) *p] == CHAR_BLANK || *p == '.' || *p == '-'))
			return run;
	}
	for (;;)
	{
		Unit		u = unit_at(p, stop);
		uint32_t	chars = u.chars;

		if (is_letter(u.class) || u.class == CHAR_DIGIT || (u.class == CHAR_MARK && p > at))
		{
			run_add(&run, u);
			p = run.end;
			continue;
		}
		if (p == at || (u.class != CHAR_HIDDEN && (u.class != CHAR_APOSTROPHE || run.letters == 0)))
			return run;
		/* hidden characters, or one apostrophe, between letters */
		p += u.len;
		if (u.class == CHAR_HIDDEN)
			for (int i = 0; i < 8 && (u = unit_at(p, stop)).class == CHAR_HIDDEN; i++)
			{
				p += u.len;
				chars += u.chars;
			}
		else
			u = unit_at(p, stop);
		if (!is_letter(u.class))
			return run;
		run.end = p;
		run.chars += chars;
		run.foreign = true;
	}
}

/* The token ends at end; its characters and flags are counted from its bytes. */
void
part_take(Part *part, const char *end, TokenClass class)
{
	uint32_t	letters = 0,
				uppers = 0;
	bool		capital = false,
				foreign = false;

	const char *p = part->at;

	for (; p < end && (unsigned char) *p < 0x80 && *p != '&'; p++)
	{
		if (((p - part->at) & 4095) == 4095)
			berita_breathe();
		if (is_ascii_letter(*p))
		{
			capital |= letters == 0 && (*p & 0x20) == 0;
			letters++;
			uppers += (*p & 0x20) == 0;
		}
	}
	part->chars = (uint32_t) (p - part->at);
	while (p < end)
	{
		Unit		u = unit_at(p, end);

		if (is_letter(u.class))
		{
			if (letters == 0)
				capital = u.class == CHAR_UPPER;
			letters++;
			uppers += u.class == CHAR_UPPER;
		}
		foreign |= u.c >= 0x80 || u.len > 1;
		part->chars += u.chars;
		p += u.len;
	}
	part->end = end;
	part->class = (uint8_t) class;
	part->flags = (uint8_t) ((capital ? TOKEN_CAPITAL : 0) | (letters > 1 && uppers == letters ? TOKEN_UPPER : 0) |
							 (foreign ? TOKEN_FOREIGN : 0) | (letters ? TOKEN_LETTERS : 0));
}

/* The word that ends before the token, on the same line, at most two blanks away. */
bool
part_word_before(const Part *part, Span *word)
{
	const char *p = part->at;
	const char *end;

	for (int i = 0; i < 2 && p > part->start && p[-1] == ' '; i++)
		p--;
	end = p;
	while (p > part->start && end - p < 24 && is_ascii_letter(p[-1]))
		p--;
	*word = span_of(p, (size_t) (end - p));
	return p < end;
}

/* Short for a period of comparison, often in brackets: yoy, ytd. */
static bool
is_period(const char *p)
{
	return memcmp(p, "yoy", 3) == 0 || memcmp(p, "ytd", 3) == 0 || memcmp(p, "mom", 3) == 0 || memcmp(p, "qoq", 3) == 0 ||
		memcmp(p, "mtm", 3) == 0 || memcmp(p, "qtq", 3) == 0;
}

/* Letters in brackets that close a paragraph: (sfn), (abc/def). */
static bool
part_initials(Part *part)
{
	const char *p = part->at;
	uint32_t	letters = 0;

	if (p == part->start || p[-1] != '(')
		return false;
	while (p < part->stop && p - part->at < 24 && (is_ascii_letter(*p) || (letters && (*p == '/' || *p == '-'))))
	{
		letters = is_ascii_letter(*p) ? letters + 1 : 0;
		if (letters > 5)
			return false;
		p++;
	}
	if (letters < 2 || p >= part->stop || *p != ')' || (p[-1] >= 'A' && p[-1] <= 'Z'))
		return false;
	if (letters == p - part->at && (letters > 3 ? *part->at <= 'Z' : is_period(part->at)))
		return false;
	for (const char *q = p + 1;; q++)
	{
		if (q >= part->stop || *q == '\n')
			break;
		if (q - p > 8 || (*q != ' ' && *q != '.' && *q != '\r' && *q != '\t'))
			return false;
	}
	part_take(part, p, TOKEN_INITIALS);
	return true;
}

/* Runs joined by hyphens behind the first one. */
static void
part_joined(Part *part, const Run *first)
{
	const char *end = first->end;
	const char *last = first->at;
	Unit		u;

	for (u = unit_at(end, part->stop); is_hyphen(u.c); u = unit_at(end, part->stop))
	{
		Run			run = run_read(end + u.len, part->stop);

		if (run.chars == 0)
			break;
		berita_breathe_each((size_t) (end - part->at));
		last = run.at;
		end = run.end;
	}
	part_take(part, end, last == first->at ? TOKEN_WORD : part_hyphen_class(part, end, first->end, last));
}

/* All upper case and short: KPK.  A long word in capitals is a shout. */
static bool
is_acronym(const Run *run)
{
	return run->letters >= 2 && run->uppers == run->letters && run->letters <= 6 && run->digits == 0;
}

/* Capitals around an ampersand: AT&T, H&M. */
static const char *
ampersand_end(const Part *part, const Run *run)
{
	Run			next;

	if (run->uppers != run->letters || run->letters > 3 || run->digits || run->end[0] != '&')
		return NULL;
	next = run_read(run->end + 1, part->stop);
	return next.letters > 0 && next.letters <= 3 && next.uppers == next.letters && !next.digits ? next.end : NULL;
}

/*
 * Does the token's first run of word-like bytes hold a sign that names of the net
 * and references have and words have not?
 */
bool
part_is_marked(const Part *part)
{
	/* letters, digits, hyphen: 1; the signs: 2 */
	static const uint8_t kind[128] = {
		['-'] = 1, ['.'] = 2, ['/'] = 2, [':'] = 2, ['@'] = 2, ['_'] = 2, ['+'] = 2, ['%'] = 2
	};

	for (const char *p = part->at; p < part->stop && p - part->at < 64; p++)
	{
		unsigned char c = (unsigned char) *p;
		CharClass	class = c < 0x80 ? (CharClass) utf8_ascii[c] : CHAR_OTHER;

		if (class == CHAR_LOWER || class == CHAR_UPPER || class == CHAR_DIGIT || (c < 0x80 && kind[c] == 1))
			continue;
		return c < 0x80 && kind[c] == 2;
	}
	return false;
}

/* A token that begins with a letter. */
static void
part_letters(Part *part)
{
	Run			run = run_read(part->at, part->stop);
	Unit		u = unit_at(run.end, part->stop);
	const char *end;

	if (part_initials(part) || (part_is_marked(part) && (part_net(part) || part_reference(part))))
		return;
	if (run.digits && run.lead + run.digits == run.chars && part_is_currency(span_of(run.at, run.lead)))
	{
		part_take(part, run.at + run.lead, TOKEN_CURRENCY);
		return;
	}
	if (u.c == '$' && u.len == 1 && run.uppers == run.chars && run.chars <= 3)
	{
		part_take(part, run.end + 1, TOKEN_CURRENCY);
		return;
	}
	if (is_hyphen(u.c))
	{
		Unit		next = unit_at(run.end + u.len, part->stop);

		if (is_letter(next.class) || next.class == CHAR_DIGIT)
		{
			part_joined(part, &run);
			return;
		}
	}
	if (u.c == '.' && u.len == 1 && part_dotted(part, &run))
		return;
	if (u.c == '&' && u.len == 1 && (end = ampersand_end(part, &run)) != NULL)
		part_take(part, end, TOKEN_ACRONYM);
	else if (run.digits)
		part_take(part, run.end, TOKEN_ALPHANUMERIC);
	else if (run.chars <= 3 && part_is_currency(span_of(run.at, (size_t) (run.end - run.at))))
		part_take(part, run.end, TOKEN_CURRENCY);
	else
		part_take(part, run.end, is_acronym(&run) ? TOKEN_ACRONYM : TOKEN_WORD);
}

/* #tag, @name: letters, digits and underscores, dots within names. */
static bool
part_tag(Part *part)
{
	const char *p = part->at + 1;
	bool		letters = false;

	if (part->at > part->start && (is_ascii_letter(part->at[-1]) || (part->at[-1] >= '0' && part->at[-1] <= '9')))
		return false;
	for (;;)
	{
		Run			run = run_read(p, part->stop);

		p = run.end;
		letters |= run.letters > 0;
		if (p < part->stop && *p == '_')
		{
			letters = true;
			p++;
		}
		else if (*part->at == '@' && run.chars && p + 1 < part->stop && *p == '.' && is_ascii_letter(p[1]) && p[1] >= 'a')
			p++;
		else
			break;
	}
	if (!letters)
		return false;
	part_take(part, p, *part->at == '#' ? TOKEN_HASHTAG : TOKEN_HANDLE);
	return true;
}

/* A mark or sign; dots, dashes and doubled quotation marks that stand together are one. */
static void
part_mark(Part *part, Unit u)
{
	const char *end = part->at + u.len;
	TokenClass	class = TOKEN_SYMBOL;

	if (u.class == CHAR_PUNCT || u.class == CHAR_QUOTE || u.class == CHAR_APOSTROPHE)
		class = TOKEN_PUNCTUATION;
	else if (u.c == '$' || u.c == 0xA3 || u.c == 0xA5 || (u.c >= 0x20A0 && u.c <= 0x20CF))
		class = TOKEN_CURRENCY;
	if (u.len == 1 && (u.c == '.' || u.c == '-'))
		while (end < part->stop && *end == *part->at)
			end++;
	else if (u.c == '_' && part->stop - part->at >= 7 && memcmp(part->at, "_x000D_", 7) == 0)
	{
		/* a carriage return as spreadsheets escape it */
		end = part->at + 7;
		class = TOKEN_SYMBOL;
	}
	else if (u.class == CHAR_APOSTROPHE)
	{
		Unit		next = unit_at(end, part->stop);

		if (next.len && next.c == u.c)
			end += next.len;
	}
	part_take(part, end, class);
}

void
part_read(Part *part)
{
	Unit		u = unit_at(part->at, part->stop);

	if (is_letter(u.class))
		part_letters(part);
	else if (u.class == CHAR_DIGIT)
		part_number(part);
	else if ((u.c != '#' && u.c != '@') || u.len != 1 || !part_tag(part))
		part_mark(part, u);
}
