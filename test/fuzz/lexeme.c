/*
 * Any bytes have lexemes and stems: never empty, no longer than they may be, whole
 * characters where the text has such, and the same by table and by rules.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/lexeme.h"
#include "core/token.h"
#include "core/utf8.h"
#include "core/vector.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(int truth)
{
	if (!truth)
		abort();
}

static bool
is_whole(Span s)
{
	for (size_t i = 0; i < s.len;)
	{
		uint32_t	len;

		if (utf8_next(s.at + i, s.at + s.len, &len) == UTF8_INVALID)
			return false;
		i += len;
	}
	return true;
}

static void
check_lexemes(Span word, size_t readable, const LexemeOptions *options)
{
	LexemeList	list;

	lexeme_list(&list, word, readable, options);
	demand(list.n <= LEXEMES_MAX);
	for (uint32_t i = 0; i < list.n; i++)
	{
		demand(list.text[i].len > 0 && list.text[i].len < LEXEME_TOKEN_MAX && list.variant[i] > 0);
		demand(!is_whole(word) || is_whole(list.text[i]));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Span		text = span_of((const char *) data, size);
	LexemeOptions options = {STEM_ROOT, false, NULL, 0, NULL, 0};
	TokenScan	scan;
	Token		t;
	Vector		v;

	token_open(&scan, text);
	while (token_next(&scan, &t))
	{
		Span		word = span_at(text, t.place);
		char		fast[STEM_MAX],
					slow[STEM_MAX];
		size_t		n = stem_word(word, STEM_ROOT, fast);

		demand(n > 0 && n == stem_rule(word, STEM_ROOT, slow) && memcmp(fast, slow, n) == 0);
		if (word.len >= LEXEME_TOKEN_MAX)
			continue;
		options.level = STEM_ROOT;
		check_lexemes(word, size - t.place.at, &options);
		options.level = STEM_LIGHT;
		check_lexemes(word, word.len, &options);
	}
	vector_make(&v, text, NULL, NULL);
	demand(v.bytes <= VECTOR_BYTES);
	for (uint32_t i = 1; i < v.lexemes; i++)
		demand(lexeme_compare(span_of(v.blob + v.lexeme[i - 1].at, v.lexeme[i - 1].len),
							  span_of(v.blob + v.lexeme[i].at, v.lexeme[i].len)) < 0);
	vector_free(&v);
	return 0;
}
