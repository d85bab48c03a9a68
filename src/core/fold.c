/*
 * The frozen fold of shingle profile 1.
 *
 * Letters and digits make words, everything else breaks them.  Every character
 * becomes at most one: lower case, Latin, Greek and Cyrillic letters without
 * their accents, digits of other scripts and full-width or mathematical letters
 * as ASCII, so that the same word typed, pasted or converted in another way has
 * the same hash.  Not listed code points from U+0250 on are letters and stay.
 *
 * Texts of the web carry two more kinds of dirt: HTML entities, sometimes
 * escaped twice, and UTF-8 bytes that were once decoded as Windows-1252, which
 * turns a curly quote into three characters and an accented letter into two.
 * Both are read as the character that they stand for.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/fold.h"

#include "core/utf8.h"

/*
 * Base letters; '?' stays as it is, '-' breaks.  U+00C0 to U+017F, U+0180 to
 * U+024F, U+1E00 to U+1EFF.
 */
static const char fold_latin[] =
	"aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
	"lllnnnnnnnnnoooooooorrrrrrssssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
	"????????????????????????????????oo?????????????uu???????????????"
	"????dddlllnnnaaiioouuuuuuuuuu?aaaa????ggkkoooo??jdddgg??nnaa????"
	"aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????"
	"????????????????";
static const char fold_latin_additional[] =
	"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
	"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
	"wwwwwwwwwwxxxxyyzzzzzzhtwyas????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
	"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

/*
 * Other code points in ascending order: from..to break, are skipped, or become
 * first, first + 1, ...
 */
typedef struct FoldRange
{
	uint32_t	from;
	uint32_t	to;
	uint32_t	first;
} FoldRange;

static const FoldRange fold_range[] = {
	{0x80, 0xA9, FOLD_BREAK}, {0xAA, 0xAA, 'a'}, {0xAB, 0xAC, FOLD_BREAK},
	{0xAD, 0xAD, FOLD_SKIP}, {0xAE, 0xB1, FOLD_BREAK}, {0xB2, 0xB3, '2'},
	{0xB4, 0xB4, FOLD_BREAK}, {0xB5, 0xB5, 0x3BC}, {0xB6, 0xB8, FOLD_BREAK},
	{0xB9, 0xB9, '1'}, {0xBA, 0xBA, 'o'}, {0xBB, 0xBF, FOLD_BREAK},
	{0x2B0, 0x2FF, FOLD_BREAK}, {0x300, 0x36F, FOLD_SKIP},
	{0x37E, 0x37E, FOLD_BREAK}, {0x386, 0x386, 0x3B1}, {0x387, 0x387, FOLD_BREAK},
	{0x388, 0x388, 0x3B5}, {0x389, 0x389, 0x3B7}, {0x38A, 0x38A, 0x3B9},
	{0x38C, 0x38C, 0x3BF}, {0x38E, 0x38E, 0x3C5}, {0x38F, 0x38F, 0x3C9},
	{0x390, 0x390, 0x3B9}, {0x391, 0x3A9, 0x3B1}, {0x3AA, 0x3AA, 0x3B9},
	{0x3AB, 0x3AB, 0x3C5}, {0x3AC, 0x3AC, 0x3B1}, {0x3AD, 0x3AD, 0x3B5},
	{0x3AE, 0x3AE, 0x3B7}, {0x3AF, 0x3AF, 0x3B9}, {0x3B0, 0x3B0, 0x3C5},
	{0x3C2, 0x3C2, 0x3C3}, {0x3CA, 0x3CA, 0x3B9}, {0x3CB, 0x3CB, 0x3C5},
	{0x3CC, 0x3CC, 0x3BF}, {0x3CD, 0x3CD, 0x3C5}, {0x3CE, 0x3CE, 0x3C9},
	{0x400, 0x401, 0x435}, {0x402, 0x402, 0x452}, {0x403, 0x403, 0x433},
	{0x404, 0x406, 0x454}, {0x407, 0x407, 0x456}, {0x408, 0x40B, 0x458},
	{0x40C, 0x40C, 0x43A}, {0x40D, 0x40D, 0x438}, {0x40E, 0x40E, 0x443},
	{0x40F, 0x40F, 0x45F}, {0x410, 0x418, 0x430}, {0x419, 0x419, 0x438},
	{0x41A, 0x42F, 0x43A}, {0x439, 0x439, 0x438}, {0x450, 0x450, 0x435},
	{0x451, 0x451, 0x435}, {0x453, 0x453, 0x433}, {0x457, 0x457, 0x456},
	{0x45C, 0x45C, 0x43A}, {0x45D, 0x45D, 0x438}, {0x45E, 0x45E, 0x443},
	{0x483, 0x489, FOLD_SKIP}, {0x55A, 0x55F, FOLD_BREAK}, {0x589, 0x58F, FOLD_BREAK},
	{0x591, 0x5BD, FOLD_SKIP}, {0x5BE, 0x5BE, FOLD_BREAK}, {0x5BF, 0x5BF, FOLD_SKIP},
	{0x5C0, 0x5C0, FOLD_BREAK}, {0x5C1, 0x5C2, FOLD_SKIP}, {0x5C3, 0x5C3, FOLD_BREAK},
	{0x5C4, 0x5C5, FOLD_SKIP}, {0x5C6, 0x5C6, FOLD_BREAK}, {0x5C7, 0x5C7, FOLD_SKIP},
	{0x5F3, 0x5F4, FOLD_BREAK}, {0x600, 0x60F, FOLD_BREAK}, {0x610, 0x61A, FOLD_SKIP},
	{0x61B, 0x61B, FOLD_BREAK}, {0x61C, 0x61C, FOLD_SKIP}, {0x61D, 0x61F, FOLD_BREAK},
	{0x622, 0x623, 0x627}, {0x624, 0x624, 0x648}, {0x625, 0x625, 0x627},
	{0x626, 0x626, 0x64A}, {0x640, 0x640, FOLD_SKIP}, {0x64B, 0x65F, FOLD_SKIP},
	{0x660, 0x669, '0'}, {0x66A, 0x66D, FOLD_BREAK}, {0x670, 0x670, FOLD_SKIP},
	{0x6D4, 0x6D4, FOLD_BREAK}, {0x6D6, 0x6DC, FOLD_SKIP}, {0x6DD, 0x6DE, FOLD_BREAK},
	{0x6DF, 0x6E4, FOLD_SKIP}, {0x6E7, 0x6E8, FOLD_SKIP}, {0x6E9, 0x6E9, FOLD_BREAK},
	{0x6EA, 0x6ED, FOLD_SKIP}, {0x6F0, 0x6F9, '0'}, {0x700, 0x70D, FOLD_BREAK},
	{0x964, 0x965, FOLD_BREAK}, {0x966, 0x96F, '0'}, {0x970, 0x970, FOLD_BREAK},
	{0xE3F, 0xE3F, FOLD_BREAK}, {0xE4F, 0xE4F, FOLD_BREAK}, {0xE5A, 0xE5B, FOLD_BREAK},
	{0x10FB, 0x10FB, FOLD_BREAK}, {0x1360, 0x1368, FOLD_BREAK}, {0x1680, 0x1680, FOLD_BREAK},
	{0x17D4, 0x17D6, FOLD_BREAK}, {0x17D8, 0x17DB, FOLD_BREAK}, {0x1800, 0x180A, FOLD_BREAK},
	{0x180B, 0x180F, FOLD_SKIP}, {0x1AB0, 0x1AFF, FOLD_SKIP}, {0x1DC0, 0x1DFF, FOLD_SKIP},
	{0x1FBD, 0x1FBD, FOLD_BREAK}, {0x1FBF, 0x1FC1, FOLD_BREAK},
	{0x2000, 0x200A, FOLD_BREAK}, {0x200B, 0x200F, FOLD_SKIP}, {0x2010, 0x2029, FOLD_BREAK},
	{0x202A, 0x202E, FOLD_SKIP}, {0x202F, 0x205F, FOLD_BREAK}, {0x2060, 0x206F, FOLD_SKIP},
	{0x2070, 0x2070, '0'}, {0x2071, 0x2073, FOLD_BREAK}, {0x2074, 0x2079, '4'},
	{0x207A, 0x207F, FOLD_BREAK}, {0x2080, 0x2089, '0'}, {0x208A, 0x20CF, FOLD_BREAK},
	{0x20D0, 0x20FF, FOLD_SKIP}, {0x2100, 0x2BFF, FOLD_BREAK}, {0x2E00, 0x2E7F, FOLD_BREAK},
	{0x3000, 0x3004, FOLD_BREAK}, {0x3008, 0x3020, FOLD_BREAK}, {0x3030, 0x3030, FOLD_BREAK},
	{0x303D, 0x303F, FOLD_BREAK}, {0x30FB, 0x30FB, FOLD_BREAK}, {0xE000, 0xF8FF, FOLD_BREAK},
	{0xFB00, 0xFB00, 'f'}, {0xFB01, 0xFB04, 'f'}, {0xFB05, 0xFB06, 's'},
	{0xFD3E, 0xFD3F, FOLD_BREAK}, {0xFE00, 0xFE0F, FOLD_SKIP}, {0xFE10, 0xFE1F, FOLD_BREAK},
	{0xFE20, 0xFE2F, FOLD_SKIP}, {0xFE30, 0xFE6F, FOLD_BREAK}, {0xFEFF, 0xFEFF, FOLD_SKIP},
	{0xFF01, 0xFF0F, FOLD_BREAK}, {0xFF10, 0xFF19, '0'}, {0xFF1A, 0xFF20, FOLD_BREAK},
	{0xFF21, 0xFF3A, 'a'}, {0xFF3B, 0xFF40, FOLD_BREAK}, {0xFF41, 0xFF5A, 'a'},
	{0xFF5B, 0xFF65, FOLD_BREAK}, {0xFFE0, 0xFFFF, FOLD_BREAK},
	{0x1D7CE, 0x1D7FF, '0'}, {0x1F000, 0x1FFFF, FOLD_BREAK},
	{0xE0000, 0xE0FFF, FOLD_SKIP}, {0xF0000, 0xFFFFFFFF, FOLD_BREAK},
};

uint32_t
fold_other(uint32_t c)
{
	size_t		low = 0,
				high = sizeof(fold_range) / sizeof(fold_range[0]);
	char		letter = '?';

	if (c >= 0xC0 && c < 0x250)
		letter = fold_latin[c - 0xC0];
	else if (c >= 0x1E00 && c < 0x1F00)
		letter = fold_latin_additional[c - 0x1E00];
	else if (c >= 0x1D400 && c < 0x1D6A4)	/* mathematical A to Z, a to z, 13 times */
		return 'a' + (c - 0x1D400) % 26;
	if (letter != '?')
		return letter == '-' ? FOLD_BREAK : (uint32_t) letter;
	while (low < high)
	{
		size_t		middle = (low + high) / 2;
		const FoldRange *r = &fold_range[middle];

		if (c < r->from)
			high = middle;
		else if (c > r->to)
			low = middle + 1;
		else if (r->first <= FOLD_SKIP)
			return r->first;
		else if (r->first == '0')
			return '0' + (c - r->from) % 10;
		else
			return r->first == 'f' || r->first == 's' ? r->first : r->first + (c - r->from);
	}
	return c;
}

/* Named entities that break words, in ascending order. */
static const char *const fold_breaks[] = {
	"amp", "apos", "bdquo", "bull", "cent", "copy", "deg", "divide", "emsp", "ensp",
	"euro", "gt", "hellip", "iexcl", "iquest", "laquo", "ldquo", "lsaquo", "lsquo",
	"lt", "mdash", "middot", "minus", "nbsp", "ndash", "para", "plusmn", "pound",
	"prime", "quot", "raquo", "rdquo", "reg", "rsaquo", "rsquo", "sbquo", "sect",
	"thinsp", "times", "trade", "yen",
};
static const char *const fold_skips[] = {"lrm", "rlm", "shy", "zwj", "zwnj"};

/* The rest of the name of an accented letter: &eacute; */
static const char *const fold_accents[] = {
	"acute", "breve", "caron", "cedil", "circ", "dot", "grave", "macr", "ring", "slash", "tilde", "uml",
};

static bool
fold_listed(Span name, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i][0] == name.at[0] && span_is(name, list[i]))
			return true;
	return false;
}

#define FOLD_LISTED(name, list) fold_listed(name, list, sizeof(list) / sizeof(list[0]))

/* &#8220; or &#x201C; without & and ;.  false if it is no number. */
static bool
fold_numeric(Span name, uint32_t *c)
{
	bool		hex = name.len > 1 && (name.at[1] | 0x20) == 'x';
	uint32_t	value = 0;

	if (name.len < (hex ? 3u : 2u) || name.at[0] != '#')
		return false;
	for (size_t i = hex ? 2 : 1; i < name.len; i++)
	{
		uint32_t	digit = (unsigned char) name.at[i];

		if (digit >= '0' && digit <= '9')
			digit -= '0';
		else if (hex && (digit | 0x20) >= 'a' && (digit | 0x20) <= 'f')
			digit = (digit | 0x20) - 'a' + 10;
		else
			return false;
		value = value * (hex ? 16 : 10) + digit;
	}
	*c = fold_char(value);
	return true;
}

/* The entity name (without & and ;) at *at, folded; its length with ;, or 0. */
static uint32_t
fold_entity(const char *at, const char *end, uint32_t *c)
{
	Span		name = span_of(at, 0);
	Span		tail;

	if (at >= end || (at[0] != '#' && fold_char((unsigned char) at[0] & 0x7F) < 'a'))
		return 0;
	while (name.len < 9 && at + name.len < end && at[name.len] != ';')
		name.len++;
	if (name.len < 2 || at + name.len >= end || at[name.len] != ';')
		return 0;
	tail = span_of(at + 1, name.len - 1);
	if (fold_numeric(name, c))
		;
	else if (FOLD_LISTED(name, fold_breaks))
		*c = FOLD_BREAK;
	else if (FOLD_LISTED(name, fold_skips))
		*c = FOLD_SKIP;
	else if (FOLD_LISTED(tail, fold_accents) && (unsigned char) at[0] < 0x80 && fold_char((unsigned char) at[0]) != FOLD_BREAK)
		*c = fold_char((unsigned char) at[0]);
	else
		return 0;
	return (uint32_t) name.len + 1;
}

/* What stands at an '&': an entity, one escaped twice, or just that mark. */
static uint32_t
fold_ampersand(const char *at, const char *end, uint32_t *len)
{
	const char *next = at + 1;
	uint32_t	c = FOLD_BREAK,
				entity;

	while (end - next >= 4 && memcmp(next, "amp;", 4) == 0)
		next += 4;
	entity = next < end ? fold_entity(next, end, &c) : 0;
	*len = (uint32_t) (next - at) + entity;
	return entity ? c : FOLD_BREAK;
}

/*
 * The byte that Windows-1252 shows as code point c, or 0 if it is none from 80
 * to BF.  The five it leaves undefined appear as themselves.
 */
static uint32_t
fold_windows_byte(uint32_t c)
{
	static const uint16_t shown[32] = {
		0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
		0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178
	};

	if (c >= 0x80 && c <= 0xBF)
		return c;
	for (uint32_t i = 0; i < 32; i++)
		if (shown[i] == c)
			return 0x80 + i;
	return 0;
}

/*
 * UTF-8 read as Windows-1252: the character that was meant, or 0.  lead is the
 * first code point, next what follows it; *len grows by what else was read, and
 * *shown by the characters of that.
 */
static uint32_t
fold_mojibake(uint32_t lead, const char *next, const char *end, uint32_t *len, uint32_t *shown)
{
	uint32_t	two,
				three,
				len2,
				len3;

	if (lead < 0xC2 || (lead > 0xC3 && lead != 0xE2) || next >= end)
		return 0;
	two = fold_windows_byte(utf8_next(next, end, &len2));
	if (!two || (lead == 0xE2 && two != 0x80))
		return 0;
	if (lead != 0xE2)
	{
		*len += len2;
		*shown += 1;
		return (lead & 0x1F) << 6 | (two & 0x3F);
	}
	three = next + len2 < end ? fold_windows_byte(utf8_next(next + len2, end, &len3)) : 0;
	if (!three)
	{
		*len += len2;			/* the closing quote, whose third byte is often lost */
		*shown += 1;
		return 0x201D;
	}
	*len += len2 + len3;
	*shown += 2;
	return 0x2000 | (three & 0x3F);
}

uint32_t
fold_next(const char *at, const char *end, uint32_t *len, uint32_t *extra)
{
	uint32_t	c = utf8_next(at, end, len);
	uint32_t	shown = 1;
	uint32_t	meant;

	if (c == '&')
	{
		*extra = 0;
		return fold_ampersand(at, end, len);
	}
	meant = fold_mojibake(c, at + *len, end, len, &shown);
	*extra = *len - shown;
	return fold_char(meant ? meant : c);
}

uint32_t
fold_put(uint32_t c, char *out)
{
	if (c < 0x80)
	{
		out[0] = (char) c;
		return 1;
	}
	if (c < 0x800)
	{
		out[0] = (char) (0xC0 | c >> 6);
		out[1] = (char) (0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000)
	{
		out[0] = (char) (0xE0 | c >> 12);
		out[1] = (char) (0x80 | (c >> 6 & 0x3F));
		out[2] = (char) (0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char) (0xF0 | c >> 18);
	out[1] = (char) (0x80 | (c >> 12 & 0x3F));
	out[2] = (char) (0x80 | (c >> 6 & 0x3F));
	out[3] = (char) (0x80 | (c & 0x3F));
	return 4;
}
