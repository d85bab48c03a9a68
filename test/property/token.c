/*
 * Laws of tokens, sentences and words over random texts made of awkward pieces:
 * tokens and white space tile the text, offsets count characters, the plain reader
 * by bit masks gives what the careful one gives, norms fit their room, sentences
 * cover the tokens, words tile them.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/sentence.h"
#include "core/token_part.h"
#include "core/word.h"
#include "test.h"

static const char *const piece[] = {
	" ", " ", " ", " ", "\n", "\n\n", "\t", "\r\n", ".", ",", ". ", ", ", "\"", "'", "(", ")", "-", "--", "/", ":", ": ", ";", "!", "?", "...", "&", "%", "$",
	"#", "@", "_", "+", "a", "I", "Rp", "rp", "RP", "US$", "kata", "Menurut", "KPK", "di", "sfn", "Dr.", "S.H.", "dll", "Tbk", "detik.com", "https://a.id/b",
	"www.", "Kombes.", "Com", "(sfn)", "(a/b)", "anak-anak", "bukunya", "pro-", "1", "12", "2023", "1.234,5", "09.30", "WIB", "pukul", "17/8", "/1945", "ke-", "-an", "-nya", "abcdefghijklmnopqrstuvwxyz",
	"\xC2\xA0", "\xC2\xAD", "\xE2\x80\x8B", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\x93", "\xE2\x80\xA6", "\xC3\xA9", "e\xCC\x81", "\xD8\xA7",
	"\xC3\xA2\xE2\x82\xAC\xC5\x93", "&quot;", "&amp;nbsp;", "&#8220;", "&#49;", "&#x31;", "&#46;", "&#37;", "&#45;", "&#36;", "&amp;#65;", "\xF0\x9F\x98\x80", "\xFF", "\xE2\x80", "\xC2\xB2", "II/2007", "34/PMK.011/2007", "_x000D_"
};

static uint64_t state = 20240817;

static uint32_t
random_below(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t) (state >> 33) % n;
}

static size_t
random_text(char *out, size_t room)
{
	size_t		n = 0;
	size_t		want = random_below((uint32_t) room - 40);

	while (n < want)
	{
		const char *p = piece[random_below(sizeof(piece) / sizeof(piece[0]))];

		/* now and then any bytes */
		if (random_below(40) == 0)
			out[n++] = (char) random_below(256);
		memcpy(out + n, p, strlen(p));
		n += strlen(p);
	}
	return n;
}

/* Only white space and characters without width stand between tokens. */
static bool
is_gap(Span s)
{
	const char *end = s.at + s.len;
	uint32_t	len;

	for (const char *p = s.at; p < end; p += len)
	{
		CharClass	class = utf8_class(utf8_next(p, end, &len));

		if (class != CHAR_BLANK && class != CHAR_NEWLINE && class != CHAR_HIDDEN)
			return false;
	}
	return true;
}

static void
check_tiling(Span text, const TokenList *list)
{
	uint32_t	at = 0,
				chars_at = 0;

	for (uint32_t i = 0; i < list->n; i++)
	{
		const Place p = list->token[i].place;
		Span		gap = span_of(text.at + at, p.at - at);

		CHECK(p.len > 0 && p.at >= at && p.at + p.len <= text.len);
		CHECK(is_gap(gap));
		CHECK(p.chars_at == chars_at + utf8_length(gap) && p.chars == utf8_length(span_at(text, p)));
		CHECK(i == 0 || ((list->token[i].flags & TOKEN_GLUED) != 0) == (gap.len == 0));
		at = p.at + p.len;
		chars_at = p.chars_at + p.chars;
	}
	CHECK(is_gap(span_of(text.at + at, text.len - at)));
}

static bool
same(const Token *a, const Token *b)
{
	return memcmp(&a->place, &b->place, sizeof(Place)) == 0 && a->line == b->line && a->class == b->class && a->flags == b->flags;
}

/* token_list, token_next and the careful reader agree; norms fit. */
static void
check_readers(Span text, const TokenList *list)
{
	TokenScan	plain,
				careful;
	Token		a,
				b;
	uint32_t	i = 0;
	char		norm[8192];

	token_open(&plain, text);
	token_open(&careful, text);
	while (token_next_careful(&careful, &b))
	{
		CHECK(i < list->n && same(&list->token[i], &b));
		CHECK(token_next(&plain, &a) && same(&a, &b));
		CHECK(token_norm(text, &b, norm) <= b.place.len + TOKEN_NORM_SPARE);
		i++;
	}
	CHECK(i == list->n && !token_next(&plain, &a));
}

static void
check_sentences(Span text, const TokenList *tokens)
{
	SentenceList list;
	uint32_t	next = 0;

	sentence_list(&list, text, tokens);
	for (uint32_t i = 0; i < list.n; i++)
	{
		const Sentence *s = &list.sentence[i];

		CHECK(s->first == next && s->tokens > 0);
		next = s->first + s->tokens;
		CHECK(s->place.at == tokens->token[s->first].place.at);
		CHECK(s->place.at + s->place.len == tokens->token[next - 1].place.at + tokens->token[next - 1].place.len);
	}
	CHECK(next == tokens->n);
	sentence_list_free(&list);
}

static void
check_words(Span text, const TokenList *tokens)
{
	WordList	list;
	uint32_t	t = 0,
				at = tokens->n ? tokens->token[0].place.at : 0;

	word_list(&list, text, tokens);
	for (uint32_t i = 0; i < list.n; i++)
	{
		const Word *w = &list.word[i];

		CHECK(w->place.len > 0 && w->place.at == at);
		CHECK(w->place.chars == utf8_length(span_at(text, w->place)));
		CHECK(w->surface.at <= w->place.at && w->place.at + w->place.len <= w->surface.at + w->surface.len);
		at += w->place.len;
		if (at == tokens->token[t].place.at + tokens->token[t].place.len && ++t < tokens->n)
			at = tokens->token[t].place.at;
	}
	CHECK(t == tokens->n);
	word_list_free(&list);
}

int
main(void)
{
	static char text[4096 + 64];

	for (int round = 0; round < 1500 && test_failures < 10; round++)
	{
		uint64_t	seed = state;
		int			failures = test_failures;
		size_t		n = random_text(text, round < 1000 ? 300 : 4096);
		char	   *copy = malloc(n ? n : 1);	/* so that a read behind the end is seen */
		Span		s = span_of(copy, n);
		TokenList	list;

		memcpy(copy, text, n);
		token_list(&list, s);
		check_tiling(s, &list);
		check_readers(s, &list);
		check_sentences(s, &list);
		check_words(s, &list);
		token_list_free(&list);
		free(copy);
		if (test_failures > failures)
			printf("seed %llu, %zu bytes: %.*s\n", (unsigned long long) seed, n, (int) n, text);
	}
	return test_end("token laws");
}
