/*
 * Laws of lines, cuts, repeats and clean text over random articles made of
 * sentences, boilerplate, marks and broken bytes.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/article.h"
#include "core/chars.h"
#include "core/utf8.h"
#include "test.h"

#define ROUNDS 3000
#define ROOM 8192

static uint64_t state = 20261121;

static uint32_t
rnd(uint32_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t) (state >> 33) % n;
}

static const char *const piece[] = {
	"Hujan turun sejak pagi di seluruh kota itu. ", "\"Kami siap menunggu,\" kata Rudi. ", "Pasar dibuka lagi.", "\n", "\n\n", " ", "\xC2\xA0",
	"Baca juga: Warga Minta Tanggul Diperbaiki Segera ", "Baca Juga", "(Baca: Satu Dua Tiga)", "ADVERTISEMENT", "[Gambas:Video] ", "(abc/def)",
	"JAKARTA, KOMPAS.com - ", "Editor: Rina", "\xE2\x80\x9CKami senang,\xE2\x80\x9D ujar Siti. ", "caf\xC3\xA9 ", "\xFF", "Foto: Rudi/Antara", "Tags:\n",
	"COPYRIGHT \xC2\xA9 ANTARA 2023", ". ", "\"", "Pilihan RedaksiSatu Dua Tiga EmpatLima Enam Tujuh Delapan"
};

static Span
random_text(char *buffer)
{
	size_t		len = 0;

	for (uint32_t n = rnd(60); n > 0; n--)
	{
		const char *p = piece[rnd(sizeof(piece) / sizeof(piece[0]))];

		memcpy(buffer + len, p, strlen(p));
		len += strlen(p);
	}
	return span_of(buffer, len);
}

/* Characters counted by walking there, and back, agree with counting from the start. */
static void
check_chars(Span text)
{
	Chars		chars;

	chars_open(&chars, text);
	for (int i = 0; i < 8; i++)
	{
		uint32_t	at = 0,
					want = 0,
					target = rnd((uint32_t) text.len + 1),
					len;

		for (; at < target; at += len, want++)
			(void) utf8_next(text.at + at, text.at + text.len, &len);
		CHECK(chars_before(&chars, at) == want);
	}
	chars_close(&chars);
}

static void
check_layout(Span text)
{
	Layout		layout;
	uint32_t	at = 0,
				cut = 0;

	article_layout(&layout, text, NULL, ARTICLE_MIN_REPEAT);
	for (uint32_t i = 0; i < layout.lines; i++)
	{
		const LayoutLine *l = &layout.line[i];

		CHECK(l->at == at && l->repeat_of <= i);
		if (l->repeat_of)
			CHECK(layout.line[l->repeat_of - 1].class != LINE_BLANK);
		CHECK(l->class == LINE_BODY || l->class == LINE_BLANK || l->cuts == 0);
		for (uint32_t c = l->cut; c < l->cut + l->cuts; c++, cut++)
			CHECK(layout.cut[c].at >= l->at && layout.cut[c].at + layout.cut[c].len <= l->at + l->len);
		at += l->len + 1;
	}
	CHECK(cut == layout.cuts);
	for (uint32_t i = 0; i < layout.repeats; i++)
	{
		const LayoutRepeat *r = &layout.repeat[i];

		CHECK(r->first + r->len <= r->at && memcmp(text.at + r->first, text.at + r->at, r->len) == 0);
	}
	layout_close(&layout);
}

/* Clean text is no longer than the text, holds no boilerplate that has a sure end, and no blanks at its ends. */
static void
check_clean(Span text)
{
	char	   *out = malloc(text.len + 1);
	size_t		n = article_clean(text, NULL, out);

	CHECK(n <= text.len);
	for (size_t i = 0; i + 8 <= n; i++)
		CHECK(memcmp(out + i, "[Gambas:", 8) != 0);
	CHECK(n == 0 || (out[0] != ' ' && out[0] != '\n' && out[n - 1] != ' ' && out[n - 1] != '\n'));
	free(out);
}

int
main(void)
{
	char	   *buffer = malloc(ROOM);

	for (int i = 0; i < ROUNDS; i++)
	{
		Span		text = random_text(buffer);

		check_chars(text);
		check_layout(text);
		check_clean(text);
	}
	free(buffer);
	return test_end("article laws");
}
