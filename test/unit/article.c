/*
 * Lines, cuts, repeats and clean text, case by case.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/article.h"
#include "core/dateline.h"
#include "core/headline.h"
#include "test.h"

static void
check_clean(int line, const char *text, const char *want)
{
	char	   *out = malloc(strlen(text) + 1);
	size_t		n = article_clean(span_of(text, strlen(text)), NULL, out);

	check_span(__FILE__, line, span_of(out, n), span_of(want, strlen(want)));
	free(out);
}
#define CLEAN(text, want) check_clean(__LINE__, text, want)

/* The datelines of every outlet, and what is none. */
static void
datelines(void)
{
	static const struct
	{
		const char *text;
		const char *dateline;
	}			c[] = {
		{"JAKARTA, KOMPAS.com - Harga", "JAKARTA, KOMPAS.com -"},
		{"JALANDHAR, KOMPAS.com -Fauzi", "JALANDHAR, KOMPAS.com -"},
		{"KOMPAS.com - Harga", "KOMPAS.com -"},
		{"Bisnis.com, SOLO — Harga", "Bisnis.com, SOLO —"},
		{"Bisnis.com, NEW YORK - Harga", "Bisnis.com, NEW YORK -"},
		{"KONTAN.CO.ID - JAKARTA. Harga", "KONTAN.CO.ID - JAKARTA."},
		{"Jakarta (ANTARA) - Harga", "Jakarta (ANTARA) -"},
		{"Buriram, Thailand (ANTARA) - Harga", "Buriram, Thailand (ANTARA) -"},
		{"Jakarta, CNN Indonesia -- Harga", "Jakarta, CNN Indonesia --"},
		{"TEMPO.CO, Jakarta - Harga", "TEMPO.CO, Jakarta -"},
		{"Liputan6.com, Jakarta - Harga", "Liputan6.com, Jakarta -"},
		{"Liputan6.com, Jakarta Presiden membuka", "Liputan6.com, Jakarta"},
		{"GELORA.CO - Harga", "GELORA.CO -"},
		{"VIVAnews -  Harga", "VIVAnews -"},
		{"Metrotvnews.com, Makkah: Jamaah", "Metrotvnews.com, Makkah:"},
		{"SURABAYA,BANGSAONLINE.com- Harga", "SURABAYA,BANGSAONLINE.com-"},
		{"Menggala (Lampost.co) – Harga", "Menggala (Lampost.co) –"},
		{"Bandar Lampung (\nLampost.co\n)\n — Harga", "Bandar Lampung (\nLampost.co\n)\n —"},
		{"REPUBLIKA.CO.ID, JAKARTA -- Harga", "REPUBLIKA.CO.ID, JAKARTA --"},
		{"WASHINGTON - Menteri", "WASHINGTON -"},
		{"Bandar Lampung , Lampung – Harga", "Bandar Lampung , Lampung –"},
		{"- Aktris itu", NULL},
		{"Anak-anak bermain", NULL},
		{"Harga cabai - yang turun", NULL},
		{"Polisi menangkap dua orang - Satu", NULL},
		{"COVID-19 - Gejala", NULL},
		{"Presiden Joko Widodo mengatakan", NULL},
	};

	for (size_t i = 0; i < sizeof(c) / sizeof(c[0]); i++)
	{
		const char *end = c[i].text + strlen(c[i].text);
		const char *found = dateline_end(c[i].text, end, false);

		if (i == 21)
			CHECK(found == c[i].text + 1);	/* what is left of one */
		else if (c[i].dateline == NULL)
			CHECK(found == NULL);
		else
			CHECK_SPAN(span_of(c[i].text, found ? (size_t) (found - c[i].text) : 0), span_of(c[i].dateline, strlen(c[i].dateline)));
	}
}

/* Headlines without an end mark in a text of one line. */
static void
headlines(void)
{
	CLEAN("Satu. Baca juga: Warga Kampung Melayu Minta Tanggul Diperbaiki Hujan turun sejak pagi. Dua.",
		  "Satu. Hujan turun sejak pagi. Dua.");
	CLEAN("Satu.Baca juga: Warga Kampung Melayu Minta Tanggul DiperbaikiHujan turun sejak pagi.", "Satu. Hujan turun sejak pagi.");
	CLEAN("Satu. Baca Juga: Warga Minta Tanggul Diperbaiki \"Kami takut tanggul itu jebol,\" kata Rudi.", "Satu. \"Kami takut tanggul itu jebol,\" kata Rudi.");
	CLEAN("Kata Rudi Hartono kemarin. Baca juga: Warga Minta Tanggul Diperbaiki Segera Rudi Hartono mengatakan hal itu.",
		  "Kata Rudi Hartono kemarin. Rudi Hartono mengatakan hal itu.");
	CLEAN("Satu. Baca juga: Warga Minta Tanggul di Kali Ciliwung Diperbaiki Presiden Rudi Hartono mengatakan hal itu.",
		  "Satu. Presiden Rudi Hartono mengatakan hal itu.");
	CLEAN("Satu.Baca JugaNamun, hujan turun. Dua.", "Satu. Namun, hujan turun. Dua.");
	CLEAN("Satu. (Baca juga: Warga minta tanggul diperbaiki). Dua.", "Satu. Dua.");
	CLEAN("Satu. Pilihan Editor: Warga Minta Tanggul Diperbaiki", "Satu.");
	CLEAN("Satu.Baca Juga:Warga Minta Tanggul DiperbaikiPasar Induk Dibuka Lagi Pekan DepanHujan turun lagi.", "Satu. Hujan turun lagi.");
	CLEAN("Baca juga: Warga minta tanggul \"darurat\" diperbaiki", "");
}

static void
insets(void)
{
	CLEAN("Satu. ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT Dua.", "Satu. Dua.");
	CLEAN("Satu.[Gambas:Video CNN] (abc/def)", "Satu.");
	CLEAN("Satu. (abc/def) [Gambas:Video CNN]", "Satu.");
	CLEAN("Kata AHY (Agus Harimurti)", "Kata AHY (Agus Harimurti)");
	CLEAN("Satu. (abc/def) pasar induk harga cabai", "Satu.");
	CLEAN("Satu.Pewarta: Budi SantosoEditor: Rina\tCOPYRIGHT © ANTARA 2023", "Satu.");
	CLEAN("Satu.Pewarta: André PrasetyoEditor: Zoë Núñez", "Satu.");
	CLEAN("Satu. Pewarta:“Dua,” kata Editor: Rina", "Satu. “Dua,” kata");
	CLEAN("Satu.\xE2\x80", "Satu.\xE2\x80");
	CLEAN("Iklan Advertisement di koran itu mahal.", "Iklan Advertisement di koran itu mahal.");
	CLEAN("Kami lihat juga masih ada. Silakan baca juga buku itu.", "Kami lihat juga masih ada. Silakan baca juga buku itu.");
}

static void
lines(void)
{
	Article		a;
	Span		text = S("Harga Cabai Turun di Pasar\nA\nJAKARTA - Harga cabai turun.\nBaca juga: Petani\nHarga cabai turun lagi pekan ini.\n\nHarga cabai turun lagi pekan ini.\n(abc)");
	static const uint8_t want[] = {LINE_TITLE, LINE_JUNK, LINE_BODY, LINE_RELATED, LINE_BODY, LINE_BLANK, LINE_BODY, LINE_BYLINE};

	article_read(&a, text, NULL);
	CHECK(a.lines == 8);
	for (uint32_t i = 0; i < 8 && i < a.lines; i++)
		CHECK(a.line[i].class == want[i]);
	CHECK(a.line[6].repeat_of == 5);
	CHECK(a.cuts == 1 && a.cut[0].class == LINE_DATELINE && a.cut[0].place.chars == 9);
	CHECK_SPAN(span_at(text, a.tokens.token[a.line[4].first].place), S("Harga"));
	article_free(&a);
}

static void
repeats(void)
{
	Layout		l;
	Span		lines = S("Hujan turun sejak pagi di seluruh kota itu.\nYa.\nSungai meluap lagi.\nHujan turun sejak pagi di seluruh kota itu.\nYa.\nLain.\nYa.");
	Span		one = S("Hujan turun sejak pagi di kota. Sungai meluap lagi. Hujan turun sejak pagi di kota. Sungai meluap lagi. Selesai.");

	article_layout(&l, lines, NULL, 40);
	CHECK(l.repeats == 1 && l.repeat[0].parts == 2);
	CHECK(l.line[4].repeat_of == 2 && l.line[6].repeat_of == 0);
	layout_close(&l);
	article_layout(&l, one, NULL, 40);
	CHECK(l.repeats == 1 && l.repeat[0].parts == 2 && l.repeat[0].first == 0);
	layout_close(&l);
	CLEAN(one.at, "Hujan turun sejak pagi di kota. Sungai meluap lagi. Selesai.");
}

int
main(void)
{
	datelines();
	headlines();
	insets();
	lines();
	repeats();
	return test_end("article");
}
