/*
 * What a line is by its own shape.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/lineshape.h"

#include "core/byte.h"
#include "core/outlet.h"

#define MOST_CREDIT 100
#define MOST_CAPTION 400
#define MOST_NAME 40

bool
shape_sentence(Span line)
{
	const char *start = line.at,
			   *end = line.at + line.len;

	while (end > start && (end[-1] == ')' || end[-1] == ']' || end[-1] == '\''))
		end--;
	if (byte_quote_before(start, end))
	{
		const char *before = end - byte_quote_before(start, end);

		return before > start && (before[-1] == '.' || before[-1] == ',' || before[-1] == '?' || before[-1] == '!');
	}
	return end > start && (end[-1] == '.' || end[-1] == '!' || end[-1] == '?' || end[-1] == ':' || end[-1] == ';' || end[-1] == ',');
}

bool
shape_one_sentence(Span line)
{
	const char *end = line.at + line.len;

	if (line.len > 160 || end[-1] != '.')
		return false;
	for (const char *p = line.at; p + 2 < end; p++)
		if ((*p == '.' || *p == '?' || *p == '!' || byte_quote(p, end)) && byte_blank(p + 1, end))
			return false;
	return true;
}

bool
shape_quoted(Span line)
{
	return byte_quote(line.at, line.at + line.len) > 0;
}

bool
shape_heading(Span line, size_t most)
{
	const char *end = line.at + line.len;
	char		last = end[-1];

	if (line.len > most || line.len < 4)
		return false;
	if (!byte_upper(*line.at) && !byte_digit(*line.at) && !byte_quote(line.at, end) && *line.at != '\'')
		return false;
	if (byte_digit(*line.at) && line.len > 2 && (line.at[1] == '.' || line.at[2] == '.'))
		return false;
	for (const char *p = line.at; p + 1 < end; p++)
		if (*p == '.' && p[1] == ' ' && p - line.at > 20)
			return false;
	if (!byte_letter(last) && !byte_digit(last) && last != ')' && last != '"' && last != '%' && last != '\'' && (unsigned char) last < 0x80)
		return last == '?' || last == '!';
	return !(byte_quote_before(line.at, end) && shape_sentence(line));
}

bool
shape_subhead(Span line)
{
	static const char *const question[] = {"Apa ", "Apakah ", "Bagaimana ", "Mengapa ", "Kenapa ", "Siapa ", "Kapan ", "Berapa ", "Di mana "};
	char		last = line.at[line.len - 1];

	if (!shape_heading(line, 64) || last == '!' || memchr(line.at, ':', line.len) != NULL)
		return false;
	for (size_t i = 0; last == '?' && i < sizeof(question) / sizeof(question[0]); i++)
		if (line.len > strlen(question[i]) && memcmp(line.at, question[i], strlen(question[i])) == 0)
			return true;
	return last != '?';
}

bool
shape_place(Span line)
{
	uint32_t	words = 1;

	if (line.len > 60 || !byte_upper(*line.at))
		return outlet_address(line);
	for (size_t i = 0; i < line.len; i++)
	{
		words += line.at[i] == ' ';
		if (!byte_letter(line.at[i]) && memchr(" ,(.-)", line.at[i], 6) == NULL)
			return false;
	}
	return words <= 5;
}

/* Are there neither letters nor digits, or one letter or one bare number alone? */
static bool
marks_only(Span line)
{
	size_t		letters = 0,
				digits = 0,
				other = 0;

	for (size_t i = 0; i < line.len; i++)
	{
		char		c = line.at[i];

		letters += byte_letter(c) || ((unsigned char) c >= 0xC3 && (unsigned char) c != 0xE2 && (unsigned char) c != 0xEF);
		digits += byte_digit(c);
		other += c == '.' || c == ')' || c == '%';
		if (letters > 1 || digits > 2)
			return false;
	}
	return (letters + digits == 0) || (letters == 1 && digits == 0 && other == 0) || (letters == 0 && digits > 0 && digits == line.len);
}

/* Is the word at p the name of a month, a day of the week, or a word that moments hold? */
static bool
moment_word(Span word)
{
	static const char *const known[] = {
		"januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
		"desember", "jan", "feb", "mar", "apr", "jun", "jul", "agu", "agt", "sep", "okt", "nov", "des", "senin", "selasa",
		"rabu", "kamis", "jumat", "sabtu", "minggu", "jum'at", "wib", "wita", "wit", "pukul", "jam", "menit", "detik", "hari", "bulan",
		"lalu", "yang", "tahun", "kompas.com", "update", "diperbarui", "diterbitkan", "dibuat", "tanggal", "am", "pm", "published"
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
	{
		size_t		n = strlen(known[i]),
					same = 0;

		if (n != word.len)
			continue;
		while (same < n && byte_fold(word.at[same]) == known[i][same])
			same++;
		if (same == n)
			return true;
	}
	return false;
}

/* Is the line a moment and nothing else: "Rabu, 23 Juli 2025 5:31 WIB", "13 jam lalu"? */
static bool
moment(Span line)
{
	const char *p = line.at,
			   *end = line.at + line.len;
	int			words = 0,
				numbers = 0;

	if (line.len > 70)
		return false;
	while (p < end)
	{
		const char *from = p;

		if (byte_digit(*p))
		{
			while (p < end && (byte_digit(*p) || *p == ':' || *p == '.' || *p == '/'))
				p++;
			numbers++;
			continue;
		}
		while (p < end && (byte_letter(*p) || *p == '\'' || (*p == '.' && p > from && p + 1 < end && byte_letter(p[1]))))
			p++;
		if (p > from)
		{
			if (!moment_word(span_of(from, (size_t) (p - from))))
				return false;
			words++;
			continue;
		}
		if (!byte_blank(p, end) && !byte_dash(p, end) && memchr(",|.()/", *p, 6) == NULL)
			return false;
		p += byte_blank(p, end) ? byte_blank(p, end) : byte_dash(p, end) ? byte_dash(p, end) : 1;
	}
	return numbers > 0 && words > 1;
}

/* Is the run an outlet's or agency's name, as photo credits have it? */
static bool
credit_name(const char *from, const char *end)
{
	static const char *const none[] = {"twitter.com", "instagram.com", "facebook.com", "youtube.com", "tiktok.com"};
	Span		name = byte_trim(span_of(from, (size_t) (end - from)));
	Outlet		found;

	if (name.len == 0)
		return false;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		if (name.len >= strlen(none[i]) && memcmp(name.at + name.len - strlen(none[i]), none[i], strlen(none[i])) == 0)
			return false;
	return (byte_upper(*name.at) && outlet_find(name, &found) && found.use == OUTLET_ALONE) || outlet_address(name);
}

static uint32_t
words_of(const char *p, const char *end)
{
	uint32_t	words = 1;

	for (; p < end; p++)
		words += byte_blank(p, end) > 0;
	return words;
}

/* "Alexei Druzhinin / TASS", "REUTERS/Name", "KOMPAS.com/NAME Caption": caption where more than a name follows. */
static LineClass
credit(Span line)
{
	const char *end = line.at + line.len;
	const char *slash = memchr(line.at, '/', line.len < MOST_CREDIT ? line.len : MOST_CREDIT);
	const char *after;

	if (slash == NULL || slash == line.at || line.len > MOST_CAPTION)
		return LINE_BODY;
	if (*line.at == '(' && end[-1] == ')')
		return credit_name(line.at + 1, slash) || credit_name(slash + 1, end - 1) ? LINE_BYLINE : LINE_BODY;
	after = byte_skip_blanks(slash + 1, end);
	if (slash - line.at < MOST_NAME && credit_name(line.at, slash) && after < end && byte_upper(*after))
		return words_of(after, end) <= 3 ? LINE_CREDIT : LINE_CAPTION;
	if (line.len < MOST_CREDIT && words_of(line.at, end) <= 8 && byte_upper(*line.at) && credit_name(slash + 1, end))
		return LINE_CREDIT;
	return LINE_BODY;
}

/*
 * The credit at the end of a caption: "(ANTARA FOTO/Name)", "(Foto: Name)",
 * "ANTARA/HO-Name", "Foto: Name".
 */
static bool
credit_behind(Span line)
{
	const char *end = line.at + line.len,
			   *low = line.len > MOST_NAME + 20 ? end - MOST_NAME - 20 : line.at;
	uint32_t	sentences = 0;

	if (line.len < 20 || line.len > MOST_CAPTION || byte_quote(line.at, end) || byte_lower(*line.at))
		return false;
	/* Every credit has one of these marks. */
	if (memchr(low, '/', (size_t) (end - low)) == NULL && memchr(low, ':', (size_t) (end - low)) == NULL)
		return false;
	for (const char *p = line.at; p + 2 < low; p++)
		sentences += *p == '.' && byte_blank(p + 1, end);
	if (sentences > 1)
		return false;
	for (const char *p = end - 1; p > low; p--)
	{
		const char *word = p;

		if (p[-1] == '(' || byte_blank_before(line.at, p))
		{
			Boiler		phrase;

			if (boilerplate_at(p, end, &phrase) && phrase.class == LINE_CAPTION)
				return true;
		}
		if (*p != '/' || p + 1 == end || !byte_upper(p[1]))
			continue;
		while (word > low && (byte_letter(word[-1]) || word[-1] == '.' || word[-1] == ' ') && word[-1] != '(' && !(word[-1] == ' ' && word > low + 1 && word[-2] == '.'))
			word--;
		for (; word < p; word++)
			if ((word == low || !byte_letter(word[-1])) && credit_name(word, p))
				return true;
	}
	return false;
}

/* "X. X.": captions are often printed twice in one line. */
static bool
doubled(Span line)
{
	size_t		half = line.len / 2;
	Span		a = byte_trim(span_of(line.at, half)),
				b = byte_trim(span_of(line.at + half, line.len - half));

	return line.len > 60 && line.len < 700 && span_equal(a, b);
}

/* A line of a program that was scraped along. */
static bool
program(Span line)
{
	char		last = line.at[line.len - 1];

	if (last == '{' || *line.at == '}')
		return line.len < 200;
	return last == ';' && line.len < 160 && (memchr(line.at, '=', line.len) != NULL || memchr(line.at, '(', line.len) != NULL) &&
		(memchr(line.at, '"', line.len) != NULL || memchr(line.at, '_', line.len) != NULL || memchr(line.at, '.', line.len) != NULL);
}

#define SHAPE(c, name) do { s.class = c; s.reason = span_of(name, sizeof(name) - 1); return s; } while (0)

LineShape
shape_of(Span line)
{
	LineShape	s = {LINE_BODY, {NULL, 0}};
	LineClass	photo;

	if (line.len < 40 && marks_only(line))
		SHAPE(LINE_JUNK, "marks");
	if (moment(line))
		SHAPE(LINE_JUNK, "moment");
	photo = credit(line);
	if (photo == LINE_CREDIT)
		SHAPE(LINE_CREDIT, "credit");
	if (photo == LINE_CAPTION)
		SHAPE(LINE_CAPTION, "credit");
	if (photo == LINE_BYLINE)
		SHAPE(LINE_BYLINE, "credit");
	if (credit_behind(line))
		SHAPE(LINE_CAPTION, "credit-behind");
	if (doubled(line))
		SHAPE(LINE_CAPTION, "doubled");
	if (program(line))
		SHAPE(LINE_JUNK, "program");
	return s;
}
