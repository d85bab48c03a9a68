/*
 * What a word with hyphens is: reduplication, compound, ordinal, alphanumeric.
 *
 * In a reduplication a good part of the second half stands at the end of the
 * first: anak-anak, berlari-lari, anak-anaknya, tolong-menolong; or the halves
 * differ in vowels or in their first letter: bolak-balik, sayur-mayur.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token_part.h"

#define HALF_MAX 40

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* Halves of one length that differ in vowels alone, or in the first letter alone. */
static bool
rhymes(Span a, Span b)
{
	bool		vowels = true;

	if (a.len < 4)
		return false;
	if (a.len == b.len + 1 && is_vowel(b.at[0]))
		return memcmp(a.at + 1, b.at, b.len) == 0;
	if (b.len == a.len + 1 && is_vowel(a.at[0]))
		return memcmp(b.at + 1, a.at, a.len) == 0;
	if (a.len != b.len)
		return false;
	if (memcmp(a.at + 1, b.at + 1, a.len - 1) == 0)
		return true;
	for (size_t i = 0; i < a.len; i++)
		vowels &= a.at[i] == b.at[i] || (is_vowel(a.at[i]) && is_vowel(b.at[i]));
	return vowels;
}

/* Is b from byte at on nothing, or what may stand behind a stem? */
static bool
is_suffix(Span b, size_t at)
{
	static const char *const suffixes[] = {
		"", "nya", "an", "annya", "kan", "i", "ku", "mu", "lah", "kah", "pun", "in", "kannya", "inya", "nyalah", "anku", "anmu"
	};
	Span		rest = span_of(b.at + at, b.len - at);

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
		if (span_is(rest, suffixes[i]))
			return true;
	return false;
}

/* Does b, from its letter skip on, share its next letters with a's end or start? */
static bool
shares_behind(Span a, Span b, size_t skip)
{
	size_t		left = b.len - skip;

	for (size_t from = 0; from + 3 <= a.len; from++)
	{
		size_t		n = a.len - from;

		/* all of a from there on, or all of a but its lost first letter; then at most a suffix */
		if (n <= left && a.at[from] == b.at[skip] && memcmp(a.at + from, b.at + skip, n) == 0 && is_suffix(b, skip + n))
			return true;
		if (from == 0 && skip && n > 3 && n - 1 <= left && a.at[1] == b.at[skip] && memcmp(a.at + 1, b.at + skip, n - 1) == 0 &&
			is_suffix(b, skip + n - 1))
			return true;
	}
	return false;
}

/* Does b share most letters with a's end or start, maybe behind a prefix? */
static bool
shares(Span a, Span b)
{
	/* what a verb prefix makes of the first letter: menulis, memukul, menyurat, mengirim */
	static const Span prefix[] = {{"me", 2}, {"mem", 3}, {"men", 3}, {"meng", 4}, {"meny", 4}, {"ber", 3}, {"ke", 2}, {"pe", 2}};

	if (b.len >= 3 && shares_behind(a, b, 0))
		return true;
	if (b.len < 5 || b.at[1] != 'e')
		return false;
	for (size_t k = 0; k < sizeof(prefix) / sizeof(prefix[0]); k++)
		if (b.len >= prefix[k].len + 3 && b.at[0] == prefix[k].at[0] && memcmp(b.at, prefix[k].at, prefix[k].len) == 0 &&
			shares_behind(a, b, prefix[k].len))
			return true;
	return false;
}

/* Are the folded halves a and b a reduplication? */
static bool
is_reduplication(Span a, Span b)
{
	if (a.len < 2 || b.len < 2)
		return false;
	if (span_equal(a, b) || rhymes(a, b) || shares(a, b))
		return true;
	return b.len > 7 && memcmp(b.at + b.len - 3, "nya", 3) == 0 && rhymes(a, span_of(b.at, b.len - 3));
}

/* The half folded into low; empty where it is too long. */
static Span
fold_half(Span half, char *low)
{
	return span_of(low, utf8_fold_span(half, low, HALF_MAX));
}

TokenClass
part_letters_class(Span first, Span last)
{
	char		a[HALF_MAX],
				b[HALF_MAX];

	if (first.len > HALF_MAX || last.len > HALF_MAX)
		return first.len == last.len && memcmp(first.at, last.at, last.len) == 0 ? TOKEN_REDUPLICATION : TOKEN_COMPOUND;
	for (size_t i = 0; i < first.len; i++)
		a[i] = (char) (first.at[i] | 0x20);
	for (size_t i = 0; i < last.len; i++)
		b[i] = (char) (last.at[i] | 0x20);
	return is_reduplication(span_of(a, first.len), span_of(b, last.len)) ? TOKEN_REDUPLICATION : TOKEN_COMPOUND;
}

TokenClass
part_hyphen_class(const Part *part, const char *end, const char *first_end, const char *last)
{
	Span		first = span_of(part->at, (size_t) (first_end - part->at));
	Span		second = span_of(last, (size_t) (end - last));
	Run			head = run_read(part->at, first_end);
	Run			tail = run_read(last, end);
	char		a[HALF_MAX],
				b[HALF_MAX];

	if (head.letters == 2 && head.chars == 2 && (head.at[0] | 0x20) == 'k' && (head.at[1] | 0x20) == 'e' && tail.digits && last == first_end + 1)
		return TOKEN_ORDINAL;
	if (head.digits || tail.digits)
		return TOKEN_ALPHANUMERIC;
	if ((span_equal(first, second) && first.len > 1) || is_reduplication(fold_half(first, a), fold_half(second, b)))
		return TOKEN_REDUPLICATION;
	return TOKEN_COMPOUND;
}
