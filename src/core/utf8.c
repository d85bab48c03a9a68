/*
 * Bytes to code points and character classes.
 *
 * The tables are our own and cover what stands in news in Latin script; letters
 * of other scripts are known by their ranges.  A folded character is one letter
 * of ASCII wherever its base is one, so that 'É', 'é' and 'e' compare equal.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/utf8.h"

#include "core/key.h"

/* Base letters of U+00C0 to U+017F; '.': none in ASCII. */
static const char latin_base[] =
	"aaaaaa.ceeeeiiiidnooooo.ouuuuyt.aaaaaa.ceeeeiiiidnooooo.ouuuuyty"
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll"
	"llllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* The same of U+1E00 to U+1EFF. */
static const char latin_more[] =
	"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
	"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
	"wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
	"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/* Which of U+0180 to U+024F are upper case, eight to a byte, lowest bit first. */
static const uint8_t latin_upper[] = {
	214, 206, 219, 177, 213, 210, 174, 17, 176, 173, 170, 74, 85,
	85, 214, 85, 85, 85, 85, 85, 85, 85, 5, 108, 122, 85
};

/* The classes of ASCII. */
#define O CHAR_OTHER
#define B CHAR_BLANK
#define N CHAR_NEWLINE
#define L CHAR_LOWER
#define U CHAR_UPPER
#define D CHAR_DIGIT
#define A CHAR_APOSTROPHE
#define Q CHAR_QUOTE
#define P CHAR_PUNCT
const uint8_t utf8_ascii[128] = {
	O, O, O, O, O, O, O, O, O, B, N, B, B, B, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	B, P, Q, P, O, P, P, A, P, P, P, O, P, P, P, P, D, D, D, D, D, D, D, D, D, D, P, P, O, O, O, P,
	P, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, P, P, P, O, P,
	A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, O, P, O, O
};
#undef O
#undef B
#undef N
#undef L
#undef U
#undef D
#undef A
#undef Q
#undef P

/* U+0080 to U+00BF. */
static CharClass
class_latin1(uint32_t c)
{
	switch (c)
	{
		case 0x85:
		case 0xA0:
			return CHAR_BLANK;
		case 0xAD:
			return CHAR_HIDDEN;
		case 0xAB:
		case 0xBB:
			return CHAR_QUOTE;
		case 0xB4:
			return CHAR_APOSTROPHE;
		case 0xB2:
		case 0xB3:
		case 0xB9:
			return CHAR_MARK;		/* superscripts belong to the word: m² */
		case 0xA1:
		case 0xA7:
		case 0xB6:
		case 0xB7:
		case 0xBF:
			return CHAR_PUNCT;
		case 0xAA:
		case 0xB5:
		case 0xBA:
			return CHAR_LOWER;
	}
	return CHAR_OTHER;
}

/* U+0100 to U+02FF. */
static CharClass
class_latin(uint32_t c)
{
	if (c < 0x180)
	{
		if (c == 0x138 || c == 0x149 || c == 0x17F)
			return CHAR_LOWER;
		if (c == 0x178)
			return CHAR_UPPER;
		if ((c > 0x138 && c < 0x149) || c > 0x178)
			return c & 1 ? CHAR_UPPER : CHAR_LOWER;
		return c & 1 ? CHAR_LOWER : CHAR_UPPER;
	}
	if (c < 0x250)
		return latin_upper[(c - 0x180) >> 3] >> (c & 7) & 1 ? CHAR_UPPER : CHAR_LOWER;
	if (c < 0x2B0)
		return CHAR_LOWER;
	if (c == 0x2B9 || (c >= 0x2BB && c <= 0x2BD) || c == 0x2C8)
		return CHAR_APOSTROPHE;
	if (c == 0x2C6 || c == 0x2DA || c == 0x2DC)
		return CHAR_OTHER;
	return CHAR_LETTER;
}

/* U+0370 to U+052F: Greek and Cyrillic. */
static CharClass
class_greek_cyrillic(uint32_t c)
{
	if (c < 0x400)
	{
		if (c == 0x37E || c == 0x387)
			return CHAR_PUNCT;
		if (c == 0x384 || c == 0x385)
			return CHAR_OTHER;
		return c >= 0x386 && c <= 0x3AB && c != 0x390 ? CHAR_UPPER : CHAR_LOWER;
	}
	if (c < 0x460)
		return c < 0x430 ? CHAR_UPPER : CHAR_LOWER;
	if (c == 0x482)
		return CHAR_OTHER;
	if (c >= 0x483 && c <= 0x489)
		return CHAR_MARK;
	return c & 1 ? CHAR_LOWER : CHAR_UPPER;
}

/* U+2000 to U+2BFF: general punctuation and symbols. */
static CharClass
class_symbols(uint32_t c)
{
	if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F)
		return CHAR_BLANK;
	if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F))
		return CHAR_HIDDEN;
	if (c == 0x2018 || c == 0x2019 || c == 0x201B)
		return CHAR_APOSTROPHE;
	if (c >= 0x201C && c <= 0x201F)
		return CHAR_QUOTE;
	if (c == 0x2010 || c == 0x2011)
		return CHAR_PUNCT;			/* hyphens */
	if (c == 0x2044 || c == 0x2052)
		return CHAR_OTHER;
	if (c <= 0x205E)
		return CHAR_PUNCT;
	if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079) || (c >= 0x2080 && c <= 0x2089))
		return CHAR_MARK;			/* raised and lowered digits */
	if (c >= 0x20D0 && c <= 0x20FF)
		return CHAR_MARK;
	if (c == 0x275D || c == 0x275E)
		return CHAR_QUOTE;
	return CHAR_OTHER;
}

/* U+2C00 to U+FFFF: other scripts, forms and signs. */
static CharClass
class_far(uint32_t c)
{
	if (c >= 0x2E00 && c <= 0x2E7F)
		return CHAR_PUNCT;
	if (c == 0x3000)
		return CHAR_BLANK;
	if (c >= 0x301D && c <= 0x301F)
		return CHAR_QUOTE;
	if ((c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301C && c != 0x3012 && c != 0x3013))
		return CHAR_PUNCT;
	if ((c >= 0x302A && c <= 0x302F) || c == 0x3099 || c == 0x309A || (c >= 0xFE20 && c <= 0xFE2F))
		return CHAR_MARK;
	if ((c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB))
		return CHAR_HIDDEN;
	if (c >= 0xE000 && c <= 0xF8FF)
		return CHAR_OTHER;
	if (c >= 0xFF01 && c <= 0xFF5E)
		return c == 0xFF02 ? CHAR_QUOTE : utf8_ascii[c - 0xFEE0] == CHAR_DIGIT ? CHAR_LETTER : (CharClass) utf8_ascii[c - 0xFEE0];
	if (c >= 0xFE10 && c <= 0xFE6F)
		return CHAR_PUNCT;
	if ((c >= 0x3004 && c <= 0x3030) || (c >= 0x3200 && c <= 0x33FF) || c >= 0xFFE0 || (c >= 0x2E80 && c < 0x3000))
		return CHAR_OTHER;
	return CHAR_LETTER;
}

/* Combining marks and signs of U+0590 to U+1FFF. */
static CharClass
class_scripts(uint32_t c)
{
	if ((c >= 0x591 && c <= 0x5BD) || (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670 ||
		(c >= 0x6D6 && c <= 0x6ED && c != 0x6DD && c != 0x6DE && c != 0x6E5 && c != 0x6E6) ||
		(c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF))
		return CHAR_MARK;
	if (c == 0x5BE || c == 0x5F3 || c == 0x5F4 || c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4 || c == 0x964 || c == 0x965)
		return CHAR_PUNCT;
	if (c == 0x1680)
		return CHAR_BLANK;
	if (c == 0x61C || c == 0x180E)
		return CHAR_HIDDEN;
	if (c >= 0x1E00 && c <= 0x1EFF)
		return c & 1 || (c >= 0x1E96 && c <= 0x1E9D) ? CHAR_LOWER : CHAR_UPPER;
	return CHAR_LETTER;
}

CharClass
utf8_class(uint32_t c)
{
	if (c < 0x80)
		return (CharClass) utf8_ascii[c];
	if (c < 0xC0)
		return class_latin1(c);
	if (c < 0x100)
		return c == 0xD7 || c == 0xF7 ? CHAR_OTHER : c < 0xDF ? CHAR_UPPER : CHAR_LOWER;
	if (c < 0x300)
		return class_latin(c);
	if (c < 0x370)
		return c == 0x34F ? CHAR_HIDDEN : CHAR_MARK;
	if (c < 0x530)
		return class_greek_cyrillic(c);
	if (c < 0x2000)
		return class_scripts(c);
	if (c < 0x2C00)
		return class_symbols(c);
	if (c < 0x10000)
		return class_far(c);
	if ((c >= 0x1F000 && c < 0x20000) || (c >= 0x1D000 && c < 0x1D400) || c == UTF8_INVALID)
		return CHAR_OTHER;
	if (c >= 0xF0000)
		return CHAR_OTHER;			/* private planes: what an encoding has and Unicode lacks */
	return c >= 0xE0000 ? CHAR_HIDDEN : CHAR_LETTER;
}

/* Lower case of what has no base letter in ASCII. */
static uint32_t
lower_far(uint32_t c)
{
	if (c == 0xC6 || c == 0xDE || (c < 0x530 && c >= 0x460 && !(c & 1)) || c == 0x132)
		return c == 0xC6 || c == 0xDE ? c + 0x20 : c + 1;
	if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40F)
		return c + 0x50;
	if (c == 0x152)
		return 0x153;
	return c;
}

uint32_t
utf8_fold(uint32_t c)
{
	char		base = '.';

	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 0x20 : c == '`' ? '\'' : c;
	if (c >= 0xFF01 && c <= 0xFF5E)
		return utf8_fold(c - 0xFEE0);
	if (c >= 0xC0 && c < 0x180)
		base = latin_base[c - 0xC0];
	else if (c >= 0x1E00 && c < 0x1F00)
		base = latin_more[c - 0x1E00];
	if (base != '.')
		return (unsigned char) base;
	if (c == 0x2BE || c == 0x2BF)
		return '\'';				/* the letters hamza and ain */
	switch (utf8_class(c))
	{
		case CHAR_MARK:
			return c == 0xB2 || c == 0xB3 ? '0' + (c & 15) : c == 0xB9 ? '1' : c >= 0x2070 && c <= 0x2089 ? '0' + (c & 15) : 0;
		case CHAR_HIDDEN:
			return 0;
		case CHAR_APOSTROPHE:
			return '\'';
		case CHAR_QUOTE:
			return '"';
		case CHAR_BLANK:
			return ' ';
		default:
			return c >= 0x2010 && c <= 0x2015 ? '-' : lower_far(c);
	}
}

size_t
utf8_put(uint32_t c, char *out)
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

size_t
utf8_fold_span(Span s, char *out, size_t room)
{
	const char *at = s.at;
	const char *end = s.at + s.len;
	size_t		n = 0;

	while (at < end)
	{
		uint32_t	len;
		uint32_t	c;
		char		bytes[4];
		size_t		size;

		for (; at < end && n < room && (unsigned char) *at < 0x80; at++)
			out[n++] = utf8_ascii_fold(*at);
		if (at == end)
			break;
		c = utf8_next(at, end, &len);
		if (c == UTF8_INVALID)
		{
			bytes[0] = *at;
			size = 1;
		}
		else
		{
			c = utf8_fold(c);
			size = c ? utf8_put(c, bytes) : 0;
		}
		if (n + size > room)
			return 0;
		memcpy(out + n, bytes, size);
		n += size;
		at += len;
	}
	return n;
}

uint32_t
utf8_length(Span s)
{
	const char *at = s.at;
	const char *end = s.at + s.len;
	uint32_t	n = 0,
				len;

	for (; at < end; at += len, n++)
	{
		/* Eight bytes of ASCII at a time. */
		for (; end - at > 8 && (key_eight(at) & UINT64_C(0x8080808080808080)) == 0; at += 8)
			n += 8;
		(void) utf8_next(at, end, &len);
	}
	return n;
}
