/*
 * The norm of a token: how it is compared, whatever way it was written.
 *
 * Words in lower case without accents and apostrophes; numbers without thousands
 * dots and with a decimal point ("1.234.567,89" is 1234567.89, "1,5" is 1.5),
 * full dates by year, month and day, clock times with a colon, abbreviations
 * without dots.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token.h"

#include "core/utf8_unit.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Leaves the bytes of set out of the n of out. */
static size_t
without(char *out, size_t n, const char *set)
{
	size_t		k = 0;

	for (size_t i = 0; i < n; i++)
		if (!strchr(set, out[i]) || out[i] == '\0')
			out[k++] = out[i];
	return k;
}

/* Do the groups behind each sign in s have three digits, and is there one? */
static bool
is_grouped(const char *s, size_t n, char sign)
{
	bool		any = false;

	for (size_t i = 0; i < n; i++)
		if (s[i] == sign)
		{
			size_t		k = i + 1;

			while (k < n && is_digit(s[k]))
				k++;
			if (k - i != 4 || i == 0 || i > 3 + (any ? i : 0))
				return false;
			any = true;
		}
	return any;
}

/* A number in Indonesian or English writing; one that is neither stays as it is. */
static size_t
norm_number(char *out, size_t n)
{
	size_t		dots = 0,
				commas = 0,
				last = 0;

	for (size_t i = 0; i < n; i++)
	{
		dots += out[i] == '.';
		commas += out[i] == ',';
		if (out[i] == '.' || out[i] == ',')
			last = i;
		else if (!is_digit(out[i]) && out[i] != '%')
			return n;
	}
	if (dots && commas == 1 && out[last] == ',' && is_grouped(out, last, '.'))
		n = without(out, n, ".");
	else if (commas && dots == 1 && out[last] == '.' && is_grouped(out, last, ','))
		return without(out, n, ",");
	else if (!commas && is_grouped(out, n, '.') && out[0] != '0')
		return without(out, n, ".");
	else if (!dots && commas > 1 && is_grouped(out, n, ','))
		return without(out, n, ",");
	else if (commas != 1 || dots)
		return n;
	for (size_t i = 0; i < n; i++)
		if (out[i] == ',')
			out[i] = '.';
	return n;
}

/* d/m/yyyy to yyyy-mm-dd; other dates stay as they are. */
static size_t
norm_date(char *out, size_t n)
{
	size_t		part[3] = {0, 0, 0};
	size_t		count = 0;
	char		iso[10];

	for (size_t i = 0; i < n; i++)
		if (!is_digit(out[i]) && ++count < 3)
			part[count] = i + 1;
	if (count != 2 || n - part[2] != 4)
		return n;
	memcpy(iso, out + part[2], 4);
	iso[4] = iso[7] = '-';
	iso[5] = part[2] - part[1] == 2 ? '0' : out[part[1]];
	iso[6] = out[part[2] - 2];
	iso[8] = part[1] == 2 ? '0' : out[0];
	iso[9] = out[part[1] - 2];
	memcpy(out, iso, 10);
	return 10;
}

size_t
token_norm(Span text, const Token *token, char *out)
{
	Span		s = span_at(text, token->place);
	size_t		n = 0;
	bool		apostrophe = false;

	/* most tokens are plain */
	if ((token->class == TOKEN_WORD || token->class == TOKEN_PUNCTUATION) && (token->flags & TOKEN_FOREIGN) == 0)
	{
		for (; n < s.len; n++)
		{
			out[n] = utf8_ascii_fold(s.at[n]);
			apostrophe |= out[n] == '\'';
		}
		return apostrophe && token->class == TOKEN_WORD ? without(out, n, "'") : n;
	}
	n = unit_fold(s, out, s.len);
	switch ((TokenClass) token->class)
	{
		case TOKEN_NUMBER:
		case TOKEN_PERCENT:
			return norm_number(out, n);
		case TOKEN_DATE:
			return norm_date(out, n);
		case TOKEN_TIME:
			for (size_t i = 0; i < n; i++)
				if (out[i] == '.')
					out[i] = ':';
			return n;
		case TOKEN_ABBREVIATION:
		case TOKEN_CURRENCY:
			return without(out, n, ".");
		case TOKEN_WORD:
		case TOKEN_REDUPLICATION:
		case TOKEN_COMPOUND:
		case TOKEN_ACRONYM:
			return memchr(out, '\'', n) ? without(out, n, "'") : n;
		default:
			return n;
	}
}
