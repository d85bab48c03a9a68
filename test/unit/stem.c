/*
 * Roots of words, one case a line: affixes, nasals, clitics, reduplication.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/lexicon.h"
#include "core/stem.h"
#include "test.h"

static void
check_stems(const char *cases[][2], StemLevel level)
{
	for (; (*cases)[0]; cases++)
	{
		char		out[STEM_MAX];
		Span		word = span_of((*cases)[0], strlen((*cases)[0]));
		size_t		len = stem_word(word, level, out);

		CHECK_SPAN(span_of(out, len), span_of((*cases)[1], strlen((*cases)[1])));
	}
}

int
main(void)
{
	static const char *roots[][2] = {
		/* the nasals of meN- and peN- */
		{"mengatakan", "kata"}, {"menangkap", "tangkap"}, {"memukul", "pukul"}, {"menyapu", "sapu"},
		{"membeli", "beli"}, {"mendapat", "dapat"}, {"menggali", "gali"}, {"melihat", "lihat"},
		{"memasak", "masak"}, {"menyanyi", "nyanyi"}, {"mengecat", "cat"}, {"mengebom", "bom"},
		{"memprotes", "protes"}, {"mentaati", "taat"}, {"mengubah", "ubah"}, {"mengaku", "aku"},
		{"penyakit", "sakit"}, {"pemukul", "pukul"}, {"pengusaha", "usaha"}, {"petani", "tani"},
		/* ber-, ter-, per- with and without r; belajar */
		{"berita", "berita"}, {"bekerja", "kerja"}, {"berenang", "renang"}, {"belajar", "ajar"},
		{"pelajaran", "ajar"}, {"terasa", "rasa"}, {"tersebut", "sebut"}, {"pekerjaan", "kerja"},
		/* several prefixes, circumfixes */
		{"memperoleh", "oleh"}, {"pemerolehan", "oleh"}, {"diberlakukan", "laku"}, {"keberhasilan", "hasil"},
		{"mengesampingkan", "samping"}, {"menyeimbangkan", "seimbang"}, {"dipekerjakan", "kerja"},
		{"ketidakpastian", "pasti"}, {"mempertanggungjawabkan", "tanggungjawab"}, {"kesinambungan", "sinambung"},
		/* clitics and particles */
		{"bukunya", "buku"}, {"bukumukah", "buku"}, {"walaupun", "walau"}, {"pergilah", "pergi"},
		{"perutnya", "perut"}, {"captionnya", "caption"},
		/* words that only look affixed */
		{"menteri", "menteri"}, {"makanan", "makan"}, {"januari", "januari"}, {"bekasi", "bekasi"},
		{"kepala", "kepala"}, {"sekolah", "sekolah"}, {"perang", "perang"}, {"negeri", "negeri"},
		{"kalimantan", "kalimantan"}, {"percaya", "percaya"}, {"terigu", "terigu"}, {"berlian", "berlian"},
		/* doubled words */
		{"anak-anaknya", "anak"}, {"berlari-lari", "lari"}, {"tolong-menolong", "tolong"},
		{"menulis-nulis", "tulis"}, {"sayur-mayur", "sayur"}, {"kehati-hatian", "hati"}, {"anak2", "anak"},
		{"pepohonan", "pohon"}, {"undang-undang", "undang-undang"}, {"bolak-balik", "balik"},
		/* affixes behind and before a hyphen; other hyphen words stay whole */
		{"ktp-nya", "ktp"}, {"di-phk", "phk"}, {"se-indonesia", "indonesia"}, {"pro-rusia", "pro-rusia"},
		/* spoken language */
		{"ngambil", "ambil"}, {"nyari", "cari"}, {"mikirin", "pikir"}, {"nunggu", "tunggu"},
		{"jum'at", "jum'at"}, {"jum'atnya", "jumat"}, {"", ""},
	{NULL, NULL}};
	static const char *light[][2] = {
		{"perusahaannya", "perusahaan"}, {"mengatakan", "mengatakan"}, {"pergilah", "pergi"}, {"buku-bukunya", "buku"},
		{"berlari-lari", "berlari"}, {"ktp-nya", "ktp"}, {"di-phk", "di-phk"}, {"pepohonan", "pepohonan"},
		{"kepala", "kepala"}, {"sekolahku", "sekolah"},
	{NULL, NULL}};
	StemLevel	level;

	check_stems(roots, STEM_ROOT);
	check_stems(light, STEM_LIGHT);
	CHECK(stem_level(S("light"), &level) && level == STEM_LIGHT && !stem_level(S("deep"), &level));
	CHECK(stem_is_root(S("ajar")) && stem_is_root(S("bali")) && !stem_is_root(S("mengajar")));
	CHECK(lexicon_function(S("tidak")) == FUNCTION_NEGATOR && !lexicon_stop(S("tidak")) && lexicon_stop(S("yang")));
	CHECK(lexicon_name(S("januari")) & NAME_MONTH);
	CHECK_SPAN(lexicon_alias(S("yg")), S("yang"));
	return test_end("stem");
}
