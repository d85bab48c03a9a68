/*
 * Laws of quotations over random texts made of the words and marks that matter.
 *
 * Rows come in order, in the text, on character borders; their parts lie where
 * they say; text added behind a paragraph's end changes no direct quotation before
 * it; a paragraph without speech, wherever it stands, changes no speaker that is
 * named; hostile texts take time in proportion.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>
#include <time.h>

#include "core/quote.h"
#include "core/utf8.h"
#include "test.h"

static const char *const piece[] = {
	"\"", "\"", "\"", "\u201C", "\u201D", "'", ",", ".", ":", "?", "(", ")", "-", "\n", "\n\n",
	" kata ", " ujarnya", " mengatakan ", " menambahkan ", " menurut ", " bahwa ", " agar ", " katanya ", " demikian ", " disampaikan ",
	" Hasan", " Hasan Mulyadi", " Wali Kota", " Menteri", " Dewi", " dia ", " ia ", " pria itu ", " seorang ", " KPK", " Senin",
	" pasar", " akan", " dibuka", " yang", " dan", " di", " kepada", " tidak", "Kami", "Baca juga: ", " Antara", " dilansir", " \xC3\xA9", "\xFF"
};

static uint64_t seed = 20240101;

static uint32_t
random_below(uint32_t n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t) (seed >> 33) % n;
}

static size_t
random_text(char *out, uint32_t pieces)
{
	size_t		len = 0;

	while (pieces-- > 0)
	{
		const char *p = piece[random_below(sizeof(piece) / sizeof(piece[0]))];

		memcpy(out + len, p, strlen(p));
		len += strlen(p);
	}
	return len;
}

static void
check_place(Span text, Place p)
{
	CHECK(p.at <= text.len && p.len <= text.len - p.at);
	CHECK(p.chars_at == utf8_length(span_of(text.at, p.at)));
	CHECK(p.chars == utf8_length(span_at(text, p)));
}

typedef struct Reader
{
	Article		article;
	QuoteList	quotes;
} Reader;

static void
read_text(Reader *r, Span text)
{
	QuoteOptions options = {false};

	article_read(&r->article, text, NULL);
	quote_list(&r->quotes, &r->article, &options);
}

static void
done(Reader *r)
{
	quote_list_free(&r->quotes);
	article_free(&r->article);
}

static void
check_rows(const Reader *r)
{
	const QuoteList *l = &r->quotes;

	for (uint32_t i = 0; i < l->n; i++)
	{
		const Quote *q = &l->quote[i];

		check_place(r->article.text, q->place);
		check_place(r->article.text, q->cue);
		check_place(r->article.text, q->mention);
		CHECK(q->n >= 1 && q->n <= l->n && q->repeat_of < q->n && q->utterance >= 1 && q->utterance <= l->n);
		CHECK(q->speaker == NOWHERE || q->speaker < l->persons.n);
		CHECK(q->confidence >= 0 && q->confidence <= 1);
		CHECK(i == 0 || l->quote[i - 1].place.at <= q->place.at);
	}
}

/* Direct quotations of a text stay where they are when a sentence follows. */
static void
check_appended(Span text)
{
	static const char more[] = "\n\nPasar itu dibuka kembali pada hari libur.";
	char	   *longer = malloc(text.len + sizeof(more));
	Reader		a,
				b;
	uint32_t	k = 0;

	memcpy(longer, text.at, text.len);
	memcpy(longer + text.len, more, sizeof(more));
	read_text(&a, text);
	read_text(&b, span_of(longer, text.len + sizeof(more) - 1));
	for (uint32_t i = 0; i < a.quotes.n; i++)
	{
		const Quote *q = &a.quotes.quote[i];

		if (q->kind != QUOTE_DIRECT || q->confidence < 0.9f)
			continue;
		while (k < b.quotes.n && b.quotes.quote[k].place.at < q->place.at)
			k++;
		CHECK(k < b.quotes.n && b.quotes.quote[k].place.at == q->place.at && b.quotes.quote[k].place.len == q->place.len);
	}
	done(&a);
	done(&b);
	free(longer);
}

/* Paragraphs that name their speakers give the same rows in any order. */
static void
check_permutation(void)
{
	static const char *const paragraph[] = {
		"\"Kami siap membuka pasar,\" kata Wali Kota Hasan Mulyadi.",
		"Pasar itu dibangun sepuluh tahun lalu.",
		"Ketua Paguyuban Dewi Lestari mengatakan harga cabai turun.",
		"\"Pembeli sudah kembali,\" ujar Camat Wulan Sari.",
	};
	static const char *const speaker[] = {"Hasan Mulyadi", NULL, "Dewi Lestari", "Wulan Sari"};

	for (uint32_t turn = 0; turn < 24; turn++)
	{
		char		text[1024];
		int			order[4] = {0, 1, 2, 3};
		size_t		len = 0;
		Reader		r;
		uint32_t	row = 0;

		for (uint32_t i = 3, t = turn; i > 0; t /= i + 1, i--)
		{
			int			other = (int) (t % (i + 1)),
						keep = order[i];

			order[i] = order[other];
			order[other] = keep;
		}
		for (int i = 0; i < 4; i++)
			len += (size_t) sprintf(text + len, "%s\n", paragraph[order[i]]);
		read_text(&r, span_of(text, len));
		CHECK(r.quotes.n == 3);
		for (int i = 0; i < 4 && r.quotes.n == 3; i++)
		{
			const Person *p;
			char		name[128];

			if (!speaker[order[i]])
				continue;
			p = &r.quotes.persons.person[r.quotes.quote[row++].speaker];
			CHECK_SPAN(span_of(name, reading_text(&r.quotes.reading, p->name.from, p->name.to, name)), span_of(speaker[order[i]], strlen(speaker[order[i]])));
		}
		done(&r);
	}
}

/* Seconds for a text of one unit again and again. */
static double
seconds(const char *unit, size_t bytes)
{
	size_t		len = strlen(unit);
	char	   *text = malloc(bytes + len);
	size_t		at = 0;
	clock_t		start;
	Reader		r;

	while (at < bytes)
	{
		memcpy(text + at, unit, len);
		at += len;
	}
	start = clock();
	read_text(&r, span_of(text, at));
	done(&r);
	free(text);
	return (double) (clock() - start) / CLOCKS_PER_SEC;
}

static void
check_linear(const char *unit)
{
	double		small = seconds(unit, 100000),
				large = seconds(unit, 800000);

	if (large > 24 * small + 0.2)
		printf("%.40s: %.3f s, eight times as much %.3f s\n", unit, small, large);
	CHECK(large <= 24 * small + 0.2);
}

int
main(void)
{
	static const char *const hostile[] = {
		"\"", "\"a\" ", "\"a, kata ", "\u201C\u201D", "'", "kata Hasan, ", "Hasan mengatakan ", "Hasan ", "Hasan Mulyadi dan ",
		"Menteri ", "menurut ", "menurut Hasan ", "\"Kami siap.\" ", "\"Kami siap,\" katanya. ", "(", "ujar ", "yang ", ", ", "\n\"", "dia mengatakan bahwa "
	};
	char	   *text = malloc(1 << 16);

	for (uint32_t turn = 0; turn < 3000; turn++)
	{
		Span		s = span_of(text, random_text(text, 1 + random_below(60)));
		Reader		r;

		read_text(&r, s);
		check_rows(&r);
		done(&r);
		if (test_failures > 0)
		{
			printf("turn %u: %.*s\n", turn, (int) s.len, s.at);
			break;
		}
	}
	check_appended(S("\"Kami siap,\" kata Hasan. \"Pasar dibuka besok.\" Ia pulang."));
	check_appended(S("Hasan berkata, \"Kami siap.\" Warga \"senang\" sekali."));
	check_permutation();
	for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++)
		check_linear(hostile[i]);
	free(text);
	return test_end("quote properties");
}
