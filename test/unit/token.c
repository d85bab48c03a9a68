/*
 * Tokens: what is one, where it stands, and of which class it is.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/host.h"
#include "core/token.h"
#include "test.h"

/* The tokens of text, parted by blanks, classes behind a slash but for words and marks. */
static void
check_tokens(int line, const char *text, const char *want)
{
	static char got[4096];
	size_t		n = 0;
	TokenScan	scan;
	Token		t;

	token_open(&scan, span_of(text, strlen(text)));
	while (token_next(&scan, &t))
	{
		Span		class = token_class_name(t.class);

		n += (size_t) snprintf(got + n, sizeof(got) - n, "%s%.*s", n ? " " : "", (int) t.place.len, text + t.place.at);
		if (t.class != TOKEN_WORD && t.class != TOKEN_PUNCTUATION)
			n += (size_t) snprintf(got + n, sizeof(got) - n, "/%.*s", (int) class.len, class.at);
	}
	check_span(__FILE__, line, span_of(got, n), span_of(want, strlen(want)));
}
#define TOKENS(text, want) check_tokens(__LINE__, text, want)

static void
test_words(void)
{
	TOKENS("Menteri itu pergi.", "Menteri itu pergi .");
	TOKENS("anak-anak berlari-lari", "anak-anak/reduplication berlari-lari/reduplication");
	TOKENS("sayur-mayur bolak-balik", "sayur-mayur/reduplication bolak-balik/reduplication");
	TOKENS("anak-anaknya terus-menerus surat-menyurat", "anak-anaknya/reduplication terus-menerus/reduplication surat-menyurat/reduplication");
	TOKENS("pro-Rusia di-PHK KTP-nya Soekarno-Hatta", "pro-Rusia/compound di-PHK/compound KTP-nya/compound Soekarno-Hatta/compound");
	TOKENS("Jum'at Ka\xE2\x80\x99" "ban", "Jum'at Ka\xE2\x80\x99" "ban");
	TOKENS("DPR/MPR", "DPR/acronym / MPR/acronym");
	TOKENS("'kata' 'ya'", "' kata ' ' ya '");
}

static void
test_numbers(void)
{
	TOKENS("1.234.567,89 1,5 20", "1.234.567,89/number 1,5/number 20/integer");
	TOKENS("Rp1,5 US$5 Rp.500", "Rp/currency 1,5/number US$/currency 5/integer Rp./currency 500/integer");
	TOKENS("51% 2,5%", "51%/percent 2,5%/percent");
	TOKENS("(11/11) 17/8/1945 2020-01-31", "( 11/11/date ) 17/8/1945/date 2020-01-31/date");
	TOKENS("pukul 09.30 09:30 09.30 WIB", "pukul 09.30/time 09:30/time 09.30/time WIB/acronym");
	TOKENS("ke-75 1960-an 60-70", "ke-75/ordinal 1960-an/ordinal 60/integer - 70/integer");
	TOKENS("&#49; &#49;2 5&#37;", "&#49; &#49;2/alphanumeric 5/integer &#37;");
	TOKENS("km2 COVID-19 4G B-29", "km2/alphanumeric COVID-19/alphanumeric 4G/alphanumeric B-29/alphanumeric");
}

static void
test_dots(void)
{
	TOKENS("ujarnya.Menurut", "ujarnya . Menurut");
	TOKENS("detik.com KOMPAS.com KONTAN.CO.ID", "detik.com/host KOMPAS.com/host KONTAN.CO.ID/host");
	TOKENS("Dr. Budi, S.H. M.Si.", "Dr./abbreviation Budi , S.H./abbreviation M.Si./abbreviation");
	TOKENS("H.R. Rasuna J. Kalla", "H.R./abbreviation Rasuna J./abbreviation Kalla");
	TOKENS("soal hal. Itu hal. 5", "soal hal . Itu hal./abbreviation 5/integer");
	TOKENS("dua... tiga", "dua ... tiga");
}

static void
test_net(void)
{
	TOKENS("a.b@c.co.id https://a.id/b?c=1.", "a.b@c.co.id/email https://a.id/b?c=1/url .");
	TOKENS("@nama_x #tagar #1", "@nama_x/handle #tagar/hashtag # 1/integer");
	TOKENS("Selesai. (sfn)", "Selesai . ( sfn/initials )");
	TOKENS("(abc/def)\nLagi (dua) kali", "( abc/def/initials ) Lagi ( dua ) kali");
}

static void
test_places(void)
{
	TokenScan	scan;
	Token		t;

	token_open(&scan, S("\xC2\xA0\xC3\x89tat\n b\xFF"));
	CHECK(token_next(&scan, &t) && t.place.at == 2 && t.place.len == 5 && t.place.chars_at == 1 && t.place.chars == 4);
	CHECK(t.line == 1 && t.flags == (TOKEN_CAPITAL | TOKEN_FOREIGN | TOKEN_LETTERS));
	CHECK(token_next(&scan, &t) && t.place.at == 9 && t.place.chars_at == 7 && t.line == 2 && t.class == TOKEN_WORD);
	CHECK(token_next(&scan, &t) && t.place.len == 1 && t.place.chars == 1 && t.class == TOKEN_SYMBOL);
	CHECK((t.flags & TOKEN_GLUED) != 0);
	CHECK(!token_next(&scan, &t) && !token_next(&scan, &t));
}

static void
check_norm(int line, const char *text, const char *want)
{
	char		got[256];
	TokenScan	scan;
	Token		t;
	Span		s = span_of(text, strlen(text));

	token_open(&scan, s);
	CHECK(token_next(&scan, &t));
	check_span(__FILE__, line, span_of(got, token_norm(s, &t, got)), span_of(want, strlen(want)));
}
#define NORM(text, want) check_norm(__LINE__, text, want)

static void
test_norm(void)
{
	NORM("1.234.567,89", "1234567.89");
	NORM("1,5", "1.5");
	NORM("1.500", "1500");
	NORM("2,5%", "2.5%");
	NORM("17/8/1945", "1945-08-17");
	NORM("12-10-2020", "2020-10-12");
	NORM("Jum'at", "jumat");
	NORM("\xC3\x89tat", "etat");
	NORM("S.H.", "sh");
	NORM("&quot;", "\"");
	NORM("\xC3\xA2\xE2\x82\xAC\xC5\x93", "\"");
}

int
main(void)
{
	test_words();
	test_numbers();
	test_dots();
	test_net();
	test_places();
	test_norm();
	return test_end("token");
}
