/*
 * A character as it was meant: HTML entities and mojibake are read as one.
 *
 * Mojibake is UTF-8 that was taken for Windows-1252 or Latin-1 once and written
 * as UTF-8 again.  Only what such text holds in practice is mended: punctuation
 * and signs of U+2000 to U+2FFF (three characters, the first 'â'), Latin letters
 * (two, the first 'Ã') and Arabic ones.  No Indonesian word holds such a pair.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/utf8_unit.h"

/* The byte that Windows-1252 shows as c, or 0. */
static uint32_t
windows_byte(uint32_t c)
{
	static const uint16_t shown[32] = {
		0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
		0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178
	};

	if (c >= 0x80 && c <= 0xBF)
		return c;
	for (uint32_t i = 0; i < 32; i++)
		if (shown[i] == c)
			return 0x80 + i;
	return 0;
}

static Unit
unit_of(uint32_t c, uint32_t len, uint32_t chars)
{
	Unit		u;

	u.c = c;
	u.class = (uint8_t) utf8_class(c);
	u.len = (uint8_t) len;
	u.chars = (uint8_t) chars;
	return u;
}

/* Is the text at 'Ã', 'Â', 'â' or the like (c, of two bytes) mojibake?  Then *u is what was meant. */
static bool
mojibake(const char *at, const char *end, uint32_t c, Unit *u)
{
	uint32_t	n2 = 0,
				n3 = 0,
				c2,
				b2,
				b3;

	if (at + 2 >= end)
		return false;
	c2 = utf8_next(at + 2, end, &n2);
	b2 = windows_byte(c2);
	if (c == 0xC3 && b2)
		*u = unit_of(0xC0 + (b2 & 0x3F), 2 + n2, 2);
	else if (c == 0xC2 && c2 >= 0xA0 && c2 <= 0xBF)
		*u = unit_of(c2, 2 + n2, 2);
	else if (c == 0xE2 && b2)
	{
		b3 = at + 2 + n2 < end ? windows_byte(utf8_next(at + 2 + n2, end, &n3)) : 0;
		if (b3)
			*u = unit_of(0x2000 + ((b2 & 0x3F) << 6) + (b3 & 0x3F), 2 + n2 + n3, 3);
		else if (b2 == 0x80)
			*u = unit_of(0x201D, 2 + n2, 2);	/* the last byte, U+009D, is often lost */
		else
			return false;
	}
	else if (c >= 0xD8 && c <= 0xDB && b2)
		*u = unit_of(((c & 0x1F) << 6) + (b2 & 0x3F), 2 + n2, 2);
	else
		return false;
	if (u->class == CHAR_BLANK || u->class == CHAR_HIDDEN)
		u->class = CHAR_OTHER;
	return true;
}

/* Is the text behind an ampersand an entity's name?  Then *u is what it stands for. */
static bool
entity(const char *at, const char *end, Unit *u)
{
	static const struct
	{
		const char *name;
		uint16_t	c;
	}			known[] = {
		{"amp", '&'}, {"apos", '\''}, {"eacute", 0xE9}, {"gt", '>'}, {"hellip", 0x2026}, {"ldquo", 0x201C}, {"lsquo", 0x2018},
		{"lt", '<'}, {"mdash", 0x2014}, {"nbsp", 0xA0}, {"ndash", 0x2013}, {"quot", '"'}, {"rdquo", 0x201D}, {"rsquo", 0x2019}
	};
	uint32_t	n = 1;
	uint32_t	c = 0;

	while (n < 9 && at + n < end && at[n] != ';')
		n++;
	if (n < 3 || at + n >= end || at[n] != ';')
		return false;
	if (at[1] == '#')
	{
		bool		hex = (at[2] | 0x20) == 'x';

		for (uint32_t i = hex ? 3 : 2; i < n; i++)
		{
			uint32_t	d = (uint32_t) ((unsigned char) at[i] | 0x20);

			if (at[i] >= '0' && at[i] <= '9')
				c = c * (hex ? 16 : 10) + (uint32_t) (at[i] - '0');
			else if (hex && d >= 'a' && d <= 'f')
				c = c * 16 + d - 'a' + 10;
			else
				return false;
		}
		if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
			return false;
	}
	else
		for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
			if (span_is(span_of(at + 1, n - 1), known[i].name))
				c = known[i].c;
	if (c == 0)
		return false;
	*u = unit_of(c, n + 1, n + 1);
	if (u->class == CHAR_DIGIT)
		u->class = CHAR_LETTER;		/* digits are ASCII bytes to all readers */
	if (u->class == CHAR_BLANK || u->class == CHAR_HIDDEN || u->class == CHAR_NEWLINE)
		u->class = CHAR_OTHER;
	return true;
}

Unit
unit_far(const char *at, const char *end)
{
	Unit		u = {UTF8_INVALID, CHAR_NEWLINE, 0, 0};
	uint32_t	len,
				c;

	if (at >= end)
		return u;
	c = utf8_next(at, end, &len);
	if (c == '&')
	{
		/* "&amp;quot;" has been escaped twice */
		bool		twice = end - at > 5 && memcmp(at, "&amp;", 5) == 0;

		if (twice && entity(at + 4, end, &u))
		{
			u.len = (uint8_t) (u.len + 4);
			u.chars = (uint8_t) (u.chars + 4);
			return u;
		}
		if (entity(at, end, &u))
			return u;
	}
	if ((c == 0xC2 || c == 0xC3 || c == 0xE2 || (c >= 0xD8 && c <= 0xDB)) && mojibake(at, end, c, &u))
		return u;
	return unit_of(c, len, 1);
}

size_t
unit_fold(Span s, char *out, size_t room)
{
	const char *at = s.at;
	const char *end = s.at + s.len;
	size_t		n = 0;

	for (;;)
	{
		Unit		u;
		char		bytes[4];
		size_t		size = 1;

		for (; at < end && n < room && (unsigned char) *at < 0x80 && *at != '&'; at++)
			out[n++] = utf8_ascii_fold(*at);
		if (at >= end)
			return n;
		u = unit_at(at, end);

		bytes[0] = *at;
		if (u.c != UTF8_INVALID)
		{
			uint32_t	c = utf8_fold(u.c);

			size = c ? utf8_put(c, bytes) : 0;
		}
		if (n + size > room)
			return 0;
		memcpy(out + n, bytes, size);
		n += size;
		at += u.len;
	}
}
