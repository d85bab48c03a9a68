/*
 * Each pattern that names a source, and what is none.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/source.h"
#include "test.h"

/* "relation:name" of each source, parted by blanks, is what the text must give. */
static void
check(int line, const char *text, const char *want)
{
	Article		article;
	SourceList	list;
	char		got[512];
	size_t		len = 0;

	article_read(&article, span_of(text, strlen(text)), NULL);
	source_list(&list, &article, NULL);
	for (uint32_t i = 0; i < list.n; i++)
		len += (size_t) snprintf(got + len, sizeof(got) - len, "%s%s:%.*s", i ? " " : "", source_relation_name((SourceRelation) list.source[i].relation),
								 (int) list.source[i].name.len, list.source[i].name.at);
	check_span(__FILE__, line, span_of(got, len), span_of(want, strlen(want)));
	source_list_free(&list);
	article_free(&article);
}
#define SOURCES(text, want) check(__LINE__, text, want)

static void
reported(void)
{
	SOURCES("Harga turun, dilansir Reuters.", "reported:Reuters");
	SOURCES("Harga turun, seperti dikutip dari laman resmi Kabar Pagi, Senin (4/3).", "reported:Kabar Pagi");
	SOURCES("Mengutip Warta Desa (4/3/2024), harga turun.", "reported:Warta Desa");
	SOURCES("Dilaporkan Warta Desa, harga turun.", "reported:Warta Desa");
	SOURCES("Kantor berita Interfax melaporkan hal itu.", "reported:Interfax");
	SOURCES("Reuters melaporkan hal itu.", "reported:Reuters");
	SOURCES("Menurut Reuters, harga turun.", "reported:Reuters");
	SOURCES("Menurut laporan dari Warta Desa, harga turun.", "reported:Warta Desa");
	SOURCES("Harga turun. (Antara)", "reported:Antara");
	SOURCES("Harga turun (Kompas, 23/9/2020).", "reported:Kompas");
	SOURCES("Harga turun, dilansirReuters, Senin.", "reported:Reuters");
}

static void
other_relations(void)
{
	SOURCES("Surat kabar Amerika The Washington Post memuat hal itu.", "published:The Washington Post");
	SOURCES("Media olahraga ternama Italia, La Gazzetta dello Sport, memuatnya.", "published:La Gazzetta dello Sport");
	SOURCES("\"Hebat,\" tulis Reuters.", "published:Reuters");
	SOURCES("Orang terkaya versi Forbes.", "published:Forbes");
	SOURCES("CNN dan BBC menerbitkan laporan.", "published:CNN published:BBC");
	SOURCES("Dalam penelitian yang diterbitkan Journal of Rice, padi tumbuh.", "published:Journal of Rice");
	SOURCES("\"Ramai,\" kata Rudi kepada CNN Indonesia.", "told_to:CNN Indonesia");
	SOURCES("\"Ramai,\" kata Rudi saat dihubungi detikcom.", "told_to:detikcom");
	SOURCES("\"Ramai,\" tulisnya di Facebook.", "platform:Facebook");
	SOURCES("Ia menulisnya di akun resmi Instagram @rudi.", "platform:Instagram");
	SOURCES("Pasar ramai.\nRudi Hartono / TASS\nPasar itu dibuka kemarin pagi oleh wali kota.", "photo:TASS");
	SOURCES("Pasar ramai. (Foto: Rudi/Reuters) Pasar itu dibuka kemarin.", "photo:Reuters");
	SOURCES("Satu kalimat.\nPewarta: BudiEditor: Rina\tCOPYRIGHT © ANTARA 2023", "rights:Antara");
	SOURCES("Satu kalimat.\nHak cipta milik Kabar Pagi.", "rights:Kabar Pagi");
}

static void
none(void)
{
	SOURCES("JAKARTA, KOMPAS.com - Harga turun.", "");
	SOURCES("Jakarta (ANTARA) - Harga turun.", "");
	SOURCES("Harga turun, dikutip Senin (2/12/2024).", "");
	SOURCES("Mengutip Menteri Perdagangan, harga turun.", "");
	SOURCES("Hal itu telah dilaporkan kepada polisi.", "");
	SOURCES("Merujuk Pasal 5, hal itu dilarang.", "");
	SOURCES("Pengguna Facebook bertambah banyak.", "");
	SOURCES("Baca juga: Kata Reuters Soal Harga Beras", "");
	SOURCES("Harga turun, dikutip dari Jakarta, Senin.", "");
}

static void
via(void)
{
	Article		article;
	Source		source;

	article_read(&article, S("Satu. Dua, kata Rudi kepada CNN, dilansir Reuters. Tiga."), NULL);
	CHECK(source_via(&article, NULL, 0, article.tokens.n, &source) && span_is(source.name, "Reuters"));
	CHECK(!source_via(&article, NULL, 0, 2, &source));
	article_free(&article);
}

int
main(void)
{
	reported();
	other_relations();
	none();
	via();
	return test_end("source");
}
