/*
 * A token becomes lexemes.
 *
 * What a token is, is seen from its own bytes, not from its place in the text:
 *
 *		words			alias, exception, stop word, root: "dgn", "Perusahaannya"
 *		hyphen words	the whole, or its parts: pro-rusia | pro & rusia
 *		abbreviations	without dots: s.h. to sh
 *		hosts			the whole, or its name: kompas.com | kompas
 *		numbers			1.234,5 to 1234.5, 51% to 51, dates to 1945-08-17,
 *						09:30 to 09.30, 1960-an | 1960
 *		tags, handles	with their sign, or without: #pemilu | pilih
 *		addresses		lower case; a URL also by its host
 *
 * Nineteen tokens in twenty are common words in ASCII letters: those are folded
 * and looked up once, in the table of common forms.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/lexeme.h"

#include "core/common.h"
#include "core/lexicon.h"
#include "core/token.h"
#include "core/utf8_unit.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int
lexeme_compare(Span a, Span b)
{
	int			order = memcmp(a.at, b.at, a.len < b.len ? a.len : b.len);

	return order ? order : a.len < b.len ? -1 : a.len > b.len;
}

static bool
is_listed(const Span *list, uint32_t n, Span s)
{
	uint32_t	low = 0;

	while (low < n)
	{
		uint32_t	middle = low + (n - low) / 2;
		int			order = lexeme_compare(list[middle], s);

		if (order == 0)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			n = middle;
	}
	return false;
}

static const LexemePair *
find_exception(const LexemeOptions *options, Span s)
{
	uint32_t	low = 0,
				high = options->exceptions;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		int			order = lexeme_compare(options->exception[middle].word, s);

		if (order == 0)
			return &options->exception[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static bool
is_stop(const LexemeOptions *options, Span s)
{
	return options->own_stop ? is_listed(options->stop, options->stops, s) : stem_stop(s);
}

/* Adds a lexeme of the variant; the same one twice is one. */
static void
add(LexemeList *list, Span s, uint8_t variant)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (span_equal(list->text[i], s))
			return;
	if (s.len == 0 || list->n == LEXEMES_MAX)
		return;
	list->text[list->n] = s;
	list->variant[list->n++] = variant;
}

/* A copy of s in the list's room, or an empty span where there is none left. */
static Span
keep(LexemeList *list, Span s)
{
	char	   *at = list->room + list->used;

	if (s.len > sizeof(list->room) - list->used)
		return span_of(at, 0);
	memmove(at, s.at, s.len);
	list->used += (uint32_t) s.len;
	return span_of(at, s.len);
}

/* The root of a folded word, or an empty span for a stop word. */
static Span
root_of(LexemeList *list, Span word, const LexemeOptions *options)
{
	char		out[STEM_MAX];
	Span		alias = lexicon_alias(word);
	const LexemePair *exception = options->exceptions ? find_exception(options, word) : NULL;

	if (exception)
		return exception->root;
	if (alias.len > 0)
		word = alias;
	if (is_stop(options, word))
		return span_of(word.at, 0);
	if (word.len > STEM_MAX)
		return word;
	return keep(list, span_of(out, stem_word(word, options->level, out)));
}

/* Each part of s between the marks of set, as lexemes of variant 2. */
static void
add_parts(LexemeList *list, Span s, const char *set, const LexemeOptions *options)
{
	size_t		start = 0;

	for (size_t i = 0; i <= s.len; i++)
	{
		Span		part;

		if (i < s.len && (s.at[i] == '\0' || !strchr(set, s.at[i])))
			continue;
		part = span_of(s.at + start, i - start);
		start = i + 1;
		if (part.len < 2 && !(part.len == 1 && is_digit(part.at[0])))
			continue;
		if (!is_digit(part.at[0]))
			part = root_of(list, part, options);
		add(list, part, 2);
	}
}

/* Is it an address: a URL, or an e-mail? */
static bool
is_address(Span s)
{
	if (s.len > 4 && memcmp(s.at, "www.", 4) == 0)
		return true;
	for (size_t i = 1; i + 2 < s.len; i++)
		if (s.at[i] == '@' || (s.at[i] == ':' && s.at[i + 1] == '/' && s.at[i + 2] == '/'))
			return true;
	return false;
}

static void
list_address(LexemeList *list, Span s)
{
	size_t		start = 0,
				end;

	add(list, s, 1);
	for (size_t i = 0; i + 2 < s.len && start == 0; i++)
		if (s.at[i] == ':' && s.at[i + 1] == '/' && s.at[i + 2] == '/')
			start = i + 3;
	if (start + 4 < s.len && memcmp(s.at + start, "www.", 4) == 0)
		start += 4;
	for (end = start; end < s.len && s.at[end] != '/' && s.at[end] != '?' && s.at[end] != ':' && s.at[end] != '@';)
		end++;
	if (end == s.len || s.at[end] != '@')
		add(list, span_of(s.at + start, end - start), 2);
}

/* A token that begins with a digit; s is folded and may be changed. */
static void
list_number(LexemeList *list, char *at, size_t len)
{
	char		norm[64 + TOKEN_NORM_SPARE];
	Token		token;
	size_t		signs = 0,
				digits = 0;

	for (size_t i = 0; i < len; i++)
	{
		digits += is_digit(at[i]);
		signs += at[i] == '/' || at[i] == '-';
		if (at[i] == ':')
			at[i] = '.';
	}
	if (digits + 3 == len && memcmp(at + len - 3, "-an", 3) == 0)
	{
		add(list, span_of(at, len), 1);
		add(list, span_of(at, len - 3), 2);
		return;
	}
	if (len <= 64)
	{
		memset(&token, 0, sizeof(token));
		token.class = signs == 2 && digits + 2 == len ? TOKEN_DATE : TOKEN_NUMBER;
		token.place.len = (uint32_t) len;
		len = token_norm(span_of(at, len), &token, norm);
		while (len > 1 && norm[len - 1] == '%')
			len--;
		add(list, keep(list, span_of(norm, len)), 1);
	}
	else
		add(list, span_of(at, len), 1);
}

/* A word with dots inside: an abbreviation loses them, a host keeps them. */
static void
list_dotted(LexemeList *list, char *at, size_t len, const LexemeOptions *options)
{
	size_t		first = 0,
				n = 0;

	while (first < len && at[first] != '.')
		first++;
	if (first > 2 && at[len - 1] != '.')
	{
		add(list, span_of(at, len), 1);
		add(list, root_of(list, span_of(at, first), options), 2);
		return;
	}
	for (size_t i = 0; i < len; i++)
		if (at[i] != '.')
			at[n++] = at[i];
	add(list, span_of(at, n), 1);
}

/* A folded word with a hyphen. */
static void
list_hyphen(LexemeList *list, Span s, const LexemeOptions *options)
{
	Span		root = root_of(list, s, options);

	add(list, root, 1);
	if (root.len == s.len && memchr(root.at, '-', root.len) && lexicon_exception(s).len == 0)
		add_parts(list, s, "-", options);
}

static bool
is_upper(Span s)
{
	bool		letter = false;

	for (size_t i = 0; i < s.len; i++)
	{
		if (s.at[i] >= 'a' && s.at[i] <= 'z')
			return false;
		letter |= s.at[i] >= 'A' && s.at[i] <= 'Z';
	}
	return letter && s.len > 1;
}

/* Folds any token to out, and leaves apostrophes out (jum'at). */
static size_t
fold_any(Span token, char *out, size_t room)
{
	size_t		len = unit_fold(token, out, room),
				n = 0;

	for (size_t i = 0; i < len; i++)
		if (out[i] != '\'')
			out[n++] = out[i];
	return n > 0 ? n : len;
}

/* Folds token to out; plain ASCII the short way. */
static size_t
fold(Span token, char *out, size_t room)
{
	for (size_t i = 0; i < token.len; i++)
	{
		unsigned char c = (unsigned char) token.at[i];

		if (c >= 0x80 || c == '&' || c == '\'')
			return fold_any(token, out, room);
		out[i] = (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
	}
	return token.len;
}

/* Any token; the folded one is the first thing in the list's room. */
static void
list_any(LexemeList *list, Span token, const LexemeOptions *options)
{
	char	   *at = list->room;
	size_t		len = fold(token, at, sizeof(list->room) / 2);
	Span		s;

	if (len == 0)
		return;
	list->used = (uint32_t) len;
	s = span_of(at, len);
	if (is_digit(at[0]))
		list_number(list, at, len);
	else if ((at[0] == '#' || at[0] == '@') && len > 1)
	{
		add(list, s, 1);
		add(list, root_of(list, span_of(at + 1, len - 1), options), 2);
	}
	else if (is_address(s))
		list_address(list, s);
	else if (memchr(at, '.', len))
		list_dotted(list, at, len, options);
	else if (memchr(at, '-', len))
		list_hyphen(list, s, options);
	else if (is_upper(token) && lexicon_alias(s).len > 0 && !find_exception(options, s))
		add(list, s, 1);
	else
		add(list, root_of(list, s, options), 1);
}

/* Gives what the table of common forms says. */
static void
give(LexemeList *list, const CommonForm *form)
{
	if (form->stop)
		return;
	list->text[0] = form->root;
	list->variant[0] = 1;
	list->n = 1;
}

static bool
is_integer(Span s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_digit(s.at[i]))
			return false;
	return s.len > 0;
}

void
lexeme_list(LexemeList *list, Span token, size_t readable, const LexemeOptions *options)
{
	bool		built_in = options->level == STEM_ROOT && !options->own_stop && options->exceptions == 0;
	CommonForm	form;

	list->n = 0;
	list->used = 0;
	if (built_in && common_find_raw(token, readable, &form))
		give(list, &form);
	else if (is_integer(token))
		add(list, token, 1);
	else
		list_any(list, token, options);
}
