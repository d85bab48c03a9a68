/*
 * Sentences: where one ends, and where a dot, a newline or a quotation mark ends none.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/sentence.h"
#include "test.h"

/* The sentences of text, parted by '|'; those that begin inside quotation marks have a '>'. */
static void
check_sentences(int line, const char *text, const char *want)
{
	static char got[4096];
	size_t		n = 0;
	TokenList	tokens;
	SentenceList list;
	Span		s = span_of(text, strlen(text));

	token_list(&tokens, s);
	sentence_list(&list, s, &tokens);
	for (uint32_t i = 0; i < list.n; i++)
	{
		Span		part = span_at(s, list.sentence[i].place);

		n += (size_t) snprintf(got + n, sizeof(got) - n, "%s%s%.*s", i ? "|" : "", list.sentence[i].in_quote ? ">" : "", (int) part.len, part.at);
	}
	check_span(__FILE__, line, span_of(got, n), span_of(want, strlen(want)));
	sentence_list_free(&list);
	token_list_free(&tokens);
}
#define SENTENCES(text, want) check_sentences(__LINE__, text, want)

static void
test_marks(void)
{
	SENTENCES("", "");
	SENTENCES("Ia pergi. Ia pulang! Mengapa? Entah", "Ia pergi.|Ia pulang!|Mengapa?|Entah");
	SENTENCES("Ia pergi,ujarnya.Menurut dia", "Ia pergi,ujarnya.|Menurut dia");
	SENTENCES("Baca KOMPAS.com. Lalu detik.com itu.", "Baca KOMPAS.com.|Lalu detik.com itu.");
	SENTENCES("Harga Rp1.500. 20 orang datang pukul 09.30 WIB.", "Harga Rp1.500.|20 orang datang pukul 09.30 WIB.");
	SENTENCES("Benar... Lalu? ya", "Benar...|Lalu? ya");
}

static void
test_abbreviations(void)
{
	SENTENCES("Dr. Budi dan Prof. H. Ali, S.H. Mereka pergi.", "Dr. Budi dan Prof. H. Ali, S.H. Mereka pergi.");
	SENTENCES("Ada beras, gula, dll. Harganya naik.", "Ada beras, gula, dll.|Harganya naik.");
	SENTENCES("PT Contoh Tbk. (CNTH) di Jl. Merdeka No. 5. Lalu", "PT Contoh Tbk. (CNTH) di Jl. Merdeka No. 5.|Lalu");
	SENTENCES("Budi (lahir di Jl. Kenari. Bogor) pergi.", "Budi (lahir di Jl. Kenari. Bogor) pergi.");
	SENTENCES("1. Beras\n2. Gula", "1. Beras|2. Gula");
	SENTENCES("Ia minum vitamin C. Namun sakit.", "Ia minum vitamin C.|Namun sakit.");
}

static void
test_quotes(void)
{
	SENTENCES("\"Kami datang. Kami pulang,\" kata dia. \"Ya.\" Lalu pergi.", "\"Kami datang.|>Kami pulang,\" kata dia.|\"Ya.\"|Lalu pergi.");
	SENTENCES("\xE2\x80\x9CYa.\xE2\x80\x9D kata dia.", "\xE2\x80\x9CYa.\xE2\x80\x9D kata dia.");
	SENTENCES("\"Ya.\"Budi pergi.\"Tidak.\"", "\"Ya.\"|Budi pergi.|\"Tidak.\"");
}

static void
test_newlines(void)
{
	SENTENCES("Judul berita\nIsi berita.", "Judul berita|Isi berita.");
	SENTENCES("Presiden akan mengunjungi kota itu pada hari\nminggu depan.", "Presiden akan mengunjungi kota itu pada hari\nminggu depan.");
	SENTENCES("Presiden akan mengunjungi kota itu pada hari\n\nminggu depan.", "Presiden akan mengunjungi kota itu pada hari|minggu depan.");
	SENTENCES("beras\ngula", "beras|gula");
	SENTENCES("Menteri itu berkata di hadapan para\nPetani bahwa harga beras akan turun\nKarena panen raya sudah dekat untuk\nMusim tanam yang pertama di Jawa ini.\nLalu pergi.",
			  "Menteri itu berkata di hadapan para|Petani bahwa harga beras akan turun|Karena panen raya sudah dekat untuk|Musim tanam yang pertama di Jawa ini.|Lalu pergi.");
	SENTENCES("Menteri itu berkata di hadapan para petani di\nKarawang bahwa harga beras akan segera turun\nkarena panen raya sudah dekat dan dimulai di\nJawa Barat pada pekan pertama bulan depan di\nIndramayu.",
			  "Menteri itu berkata di hadapan para petani di\nKarawang bahwa harga beras akan segera turun\nkarena panen raya sudah dekat dan dimulai di\nJawa Barat pada pekan pertama bulan depan di\nIndramayu.");
}

int
main(void)
{
	test_marks();
	test_abbreviations();
	test_quotes();
	test_newlines();
	return test_end("sentence");
}
