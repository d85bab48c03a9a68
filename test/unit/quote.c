/*
 * Who said what: a case for every template of the grammar.
 *
 * Each case is a short text and the rows that it gives, written one a line as
 * kind|speaker|quote, scare quotes left out.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/host.h"
#include "core/quote.h"
#include "test.h"

typedef struct Case
{
	const char *template;
	const char *text;
	const char *rows;
} Case;

static const Case cases[] = {
	/* direct speech, the word of saying behind it */
	{"D1", "\"Kami siap,\" kata Hasan.", "direct|Hasan|Kami siap,\n"},
	{"D1 full name", "Wali Kota Hasan Mulyadi datang. \"Kami siap,\" ujar Hasan.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"D1 last name", "Presiden Ruritania Anton Hentzau tiba. \"Kami siap,\" tutur Hentzau.", "direct|Anton Hentzau|Kami siap,\n"},
	{"D1 glued", "Warga senang.\"Kami siap,\"kata Hasan.Pasar ramai.", "direct|Hasan|Kami siap,\n"},
	{"D1 comma outside", "\"Kami siap membantu warga\", kata Hasan.", "direct|Hasan|Kami siap membantu warga\n"},
	{"D1 question", "\"Siapa yang mau datang?\" tanya Hasan.", "direct|Hasan|Siapa yang mau datang?\n"},
	{"D1 misprint", "\"Kami siap,\" uajr Hasan.", "direct|Hasan|Kami siap,\n"},
	{"D1 honorific", "\"Kami siap,\" kata dr. Wulan.", "direct|Wulan|Kami siap,\n"},
	{"D1 two", "\"Kami siap,\" kata Hasan dan Dewi.", "direct|Hasan; Dewi|Kami siap,\n"},
	{"D2", "Wali Kota Hasan Mulyadi datang. \"Kami siap,\" ujarnya.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"D2 far", "\"Satu,\" kata Hasan. \"Dua,\" tambahnya. \"Tiga,\" tutupnya.", "direct|Hasan|Satu,\ndirect|Hasan|Dua,\ndirect|Hasan|Tiga,\n"},
	{"D3", "\"Kami siap,\" kata Hasan kepada wartawan di Balai Kota, Senin (1/1/2024).", "direct|Hasan|Kami siap,\n"},
	{"D4 role", "\"Kami siap,\" kata Kepala Dinas Pertanian Kabupaten Sukamaju Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"D4 role, name", "\"Kami siap,\" kata Kepala Dinas Pertanian, Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"D4 name, role", "\"Kami siap,\" kata Wulan Sari, peneliti pertanian.", "direct|Wulan Sari|Kami siap,\n"},
	{"D4 rank", "\"Kami siap,\" kata Kapolres Sukamaju AKBP Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"D4 list", "\"Kami siap,\" kata Menteri Koordinator Bidang Politik, Hukum, dan Keamanan Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"D4 bracket", "\"Kami siap,\" kata Ketua Persatuan Petani Garam (PPG) Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"D5", "Wali Kota Hasan Mulyadi datang. \"Kami siap,\" kata mantan guru itu.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"D5 anonymous", "\"Kami siap,\" kata seorang pedagang.", "direct|seorang pedagang|Kami siap,\n"},
	{"D6", "Wali Kota Hasan Mulyadi datang. \"Kami siap,\" kata dia.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"D12", "\"Pasar ditutup,\" demikian Hasan.", "direct|Hasan|Pasar ditutup,\n"},
	{"D13", "\"Kami siap,\" Hasan menambahkan.", "direct|Hasan|Kami siap,\n"},
	{"D16", "\"Kami siap,\" tulis Hasan di Facebook.", "direct|Hasan|Kami siap,\n"},
	{"D17", "\"Kami siap,\" kata Hasan sambil tersenyum.", "direct|Hasan|Kami siap,\n"},

	/* where a name begins and ends */
	{"name behind a class", "\"Kami siap,\" kata Pelatih Garuda U-17 Hasan Mulyadi.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"name behind a company", "\"Kami siap,\" kata Direktur PT Nusa Berjangka Hasan Mulyadi.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"name known elsewhere", "Direktur Nusa Sagara Wulan Sari datang. Sementara itu, Wulan Sari mengatakan pasar akan dibuka.", "indirect|Wulan Sari|pasar akan dibuka\n"},
	{"name with a letter", "Kepala Pasar Hasan H Mulyadi datang. \"Kami siap,\" kata Hasan.", "direct|Hasan H Mulyadi|Kami siap,\n"},
	{"corps behind a rank", "\"Kami siap,\" kata Komandan Kodim Kolonel Inf Hasan Mulyadi.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"lost full stop", "\"Kami siap,\" kata Wulan Sari Menurut Wulan, pasar dibuka.", "direct|Wulan Sari|Kami siap,\n"},
	{"office behind the name", "\"Kami siap,\" kata Hasan Mulyadi Kepala Dinas Pasar.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"office of its own", "Sebelum Dewi, Ketua Partai Maju Hasan Mulyadi sudah datang. \"Kami siap,\" kata Hasan.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"no list", "Kepala SD Muara, Wiwin, menyebut pasar itu akan dibuka.", "indirect|Wiwin|pasar itu akan dibuka\n"},
	{"long list", "\"Kami siap,\" kata Kepala Dinas Koperasi, Usaha Kecil, dan Perdagangan, Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"English office", "\"Kami siap,\" kata Head of Retail Nusamart, Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"accompanied", "\"Kami siap,\" kata Kapolres Sukamaju, AKBP Wulan Sari didampingi Hasan.", "direct|Wulan Sari|Kami siap,\n"},
	{"called", "\"Kami siap,\" kata penjual bakso bernama Wulan dari Sukamaju.", "direct|Wulan|Kami siap,\n"},
	{"no fuller name", "Wulan Sari datang. Kanal Wulan Sari Peduli dibuka. \"Kami siap,\" kata Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"shortened", "Ketua panitia Rudianto Hasan datang. \"Kami siap,\" kata Rudi.", "direct|Rudianto Hasan|Kami siap,\n"},
	{"familiar", "Teo, panggilan akrab Mateo Hentzau, datang. \"Kami siap,\" kata Teo.", "direct|Mateo Hentzau|Kami siap,\n"},
	{"street", "Wali Kota Hasan Mulyadi datang. Jalan Dewi Lestari ditutup. \"Kami siap,\" katanya.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"initials", "\"Satu,\" kata Wulan Sari. KC mendapat bantuan. \"Dua,\" tutur dia.", "direct|Wulan Sari|Satu,\ndirect|Wulan Sari|Dua,\n"},
	{"two with a slash", "Wulan Sari/Dewi Lestari mengatakan pasar akan dibuka.", "indirect|Wulan Sari; Dewi Lestari|pasar akan dibuka\n"},
	{"no word of saying", "\"Kami sudah siap membuka pasar,\" Wali Kota Hasan Mulyadi, Senin (1/1).", "direct|Hasan Mulyadi|Kami sudah siap membuka pasar,\n"},
	{"account", "\"Kami siap\" tulis @pasarsukamaju di akunnya.", "direct|@pasarsukamaju|Kami siap\n"},
	{"thus according", "\"Kami siap,\" demikian menurut Hasan.", "direct|Hasan|Kami siap,\n"},

	{"name behind a relative clause", "\"Kami siap,\" kata pedagang yang berjualan di depan pasar, Wulan Sari, saat ditemui.", "direct|Wulan Sari|Kami siap,\n"},
	{"name behind a second office", "\"Kami siap,\" kata pengamat sekaligus Dekan FISIP Universitas Maju, Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"name behind where from", "\"Kami siap,\" kata pengamat pasar dari Universitas Maju, Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"small words in an office", "\"Kami siap,\" kata Kadis Pasar dan perdagangan kabupaten Sukamaju Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"number in an office", "\"Kami siap,\" kata Ketua HUT ke-60 Partai Maju, Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"title in small letters", "\"Kami siap,\" kata Kepala Puskesmas Sukamaju, dr Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"short office in a bracket", "Menteri Perdagangan (Mendag) Wulan Sari datang. Pasar dibuka. \"Kami siap,\" kata Mendag.", "direct|Wulan Sari|Kami siap,\n"},
	{"rank of three words", "\"Kami siap,\" kata Kapolres Sukamaju Ajun Komisaris Besar Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"relative", "Wulan Sari datang. Istri Hasan Mulyadi mengatakan pasar akan dibuka.", "indirect|Istri Hasan Mulyadi|pasar akan dibuka\n"},
	{"relative with a name", "\"Kami siap,\" kata istri Hasan Mulyadi, Wulan Sari.", "direct|Wulan Sari|Kami siap,\n"},
	{"relative, pointed at", "\"Satu,\" kata Hasan. Istri Hasan itu mengatakan pasar akan dibuka.", "direct|Hasan|Satu,\nindirect|Istri Hasan itu|pasar akan dibuka\n"},

	{"called so by all", "Presenter Wulan Sari datang. Wanita yang akrab disapa Wul itu tersenyum. \"Kami siap,\" kata Wul.", "direct|Wulan Sari|Kami siap,\n"},
	{"short office", "Menteri Agama Hasan Mulyadi datang. Pasar dibuka. \"Kami siap,\" kata Menag.", "direct|Hasan Mulyadi|Kami siap,\n"},
	{"age", "Salah satunya dialami Wulan (35), pedagang pasar. Selama dua bulan, Wulan tidak berjualan. \"Kami siap,\" katanya.", "direct|Wulan|Kami siap,\n"},
	{"no news", "\"Satu,\" kata Hasan. Lihat: Jenderal Dewi Siap Datang. \"Dua,\" katanya.", "direct|Hasan|Satu,\ndirect|Hasan|Dua,\n"},
	{"a place, not a name", "\"Kami siap,\" kata Kapolsek Tirtomulyo.", "direct|Kapolsek Tirtomulyo|Kami siap,\n"},

	{"rank", "\"Kami siap,\" kata Laksamana Madya TNI Hasan Wibowo. \"Besok,\" ujar Hasan.", "direct|Hasan Wibowo|Kami siap,\ndirect|Hasan Wibowo|Besok,\n"},
	{"rank", "\"Kami siap,\" kata AKP Hasan Prihatin. \"Besok,\" ujar Hasan.", "direct|Hasan Prihatin|Kami siap,\ndirect|Hasan Prihatin|Besok,\n"},
	{"rank", "\"Kami siap,\" kata dr Firman.", "direct|Firman|Kami siap,\n"},
	{"abbreviation", "Mereka tiba di Lembaga Kajian Pasar (Lemkasar). \"Kami siap,\" kata Direktur Lemkasar Hasan Wibowo.", "direct|Hasan Wibowo|Kami siap,\n"},
	{"thus passive", "\"Kami siap,\" demikian disampaikan Hasan Wibowo.", "direct|Hasan Wibowo|Kami siap,\n"},
	{"D1 akui", "\"Saya memang datang,\" akui Hasan.", "direct|Hasan|Saya memang datang,\n"},
	{"description", "Hasan Wibowo tiba. \"Kami senang,\" ujar tiga kali juara dunia itu.", "direct|Hasan Wibowo|Kami senang,\n"},
	{"description", "Hasan Wibowo tiba. \"Kami senang,\" ujar pakar hukum dari Universitas Sukamaju ini.", "direct|Hasan Wibowo|Kami senang,\n"},
	{"hearsay", "Dewi Sartika tiba. Informasi yang beredar menyebutkan bahwa pasar ditutup. \"Saya datang pagi,\" tulisnya di Instagram.", "indirect|Informasi|pasar ditutup\ndirect|Dewi Sartika|Saya datang pagi,\n"},
	{"glued", "Menteri PasarHasan Wibowomengunjungi Sukamaju. \"Kami siap,\" kata Hasan.", "direct|Hasan Wibowo|Kami siap,\n"},
	{"glued", "Hadir Gubernur Hasan Wibowoyang baru dilantik. \"Kami siap,\" kata Hasan.", "direct|Hasan Wibowo|Kami siap,\n"},
	{"glued", "\"Kami siap,\" kata Ketua KPK RIHasan Wibowo.", "direct|Hasan Wibowo|Kami siap,\n"},
	{"glued", "\"Kami siap,\" kata Deputi Penindakan KPK Hasan Wibowo.", "direct|Hasan Wibowo|Kami siap,\n"},
	{"glued", "Rapat Pasar Digelar BupatiHasan mengatakan bahwa pasar dibuka.", "indirect|Hasan|pasar dibuka\n"},
	{"glued", "GelandangNusa Raya, Hasan Wibowo mengatakan bahwa timnya siap.", "indirect|Hasan Wibowo|timnya siap\n"},
	{"glued", "\"Kami siap,\" kata Hasan Cahyadimengulang janjinya.", "direct|Hasan Cahyadi|Kami siap,\n"},
	{"office", "\"Kami siap,\" kata Menteri ATR/BPN Hasan Wibowo.", "direct|Hasan Wibowo|Kami siap,\n"},
	{"office", "\"Kami siap,\" kata Dirjen Bea Cukai Hasan Wibowo.", "direct|Hasan Wibowo|Kami siap,\n"},
	{"office", "Legenda Nusa United, Hasan Wibowo, mengatakan bahwa timnya siap.", "indirect|Hasan Wibowo|timnya siap\n"},
	{"heading", "Hasan tiba. Kabar Hasan Soal Pasar Baru beredar. \"Kami siap,\" kata Hasan.", "direct|Hasan|Kami siap,\n"},
	{"heading", "Hasan Wibowo Usai Dipanggil KPK. Hasan Wibowo tiba pagi. \"Kami siap,\" kata Hasan.", "direct|Hasan Wibowo|Kami siap,\n"},
	{"month", "Menteri Kehutanan Raja Juli Hasan datang. \"Kami siap,\" kata Juli.", "direct|Raja Juli Hasan|Kami siap,\n"},
	{"name that is a word", "Ketua panitia Hari Mulyadi datang. \"Satu,\" kata Hari. Hari ini pasar dibuka. \"Dua,\" ujarnya.", "direct|Hari Mulyadi|Satu,\ndirect|Hari Mulyadi|Dua,\n"},
	{"particle", "\"Kami siap,\" ungkap Di Hentzau.", "direct|Di Hentzau|Kami siap,\n"},
	{"line end", "Hasan Mulyadi datang. \"Kami siap!\" teriak\nHasan Mulyadi.", "direct|Hasan Mulyadi|Kami siap!\n"},

	/* direct speech, the word of saying before it */
	{"D7 comma", "Hasan menambahkan, \"Kami sudah siap.\"", "direct|Hasan|Kami sudah siap.\n"},
	{"D7 colon", "Hasan mengatakan: \"Kami sudah siap.\"", "direct|Hasan|Kami sudah siap.\n"},
	{"D7 relative", "Hasan yang berdiri di samping Dewi mengatakan, \"Kami sudah siap.\"", "direct|Hasan|Kami sudah siap.\n"},
	{"D8", "Kata Hasan, \"Kami sudah siap.\"", "direct|Hasan|Kami sudah siap.\n"},

	/* one utterance in parts */
	{"D9", "\"Kami siap,\" kata Hasan. \"Pasar akan kami buka besok.\"", "direct|Hasan|Kami siap,\ndirect|Hasan|Pasar akan kami buka besok.\n"},
	{"D9 before", "Warga menunggu. \"Kami sudah siap.\" \"Besok kami buka,\" kata Hasan.", "direct|Hasan|Kami sudah siap.\ndirect|Hasan|Besok kami buka,\n"},
	{"D10", "\"Kami siap,\" kata Hasan, \"dan pasar akan kami buka besok.\"", "direct|Hasan|Kami siap,\ndirect|Hasan|dan pasar akan kami buka besok.\n"},
	{"D11", "\"Kami siap,\" kata Hasan.\nPasar itu besar.\n\"Besok kami buka pintunya.\"", "direct|Hasan|Kami siap,\ndirect|Hasan|Besok kami buka pintunya.\n"},
	{"newline", "\"Kami siap.\nBesok kami buka,\" kata Hasan.", "direct|Hasan|Kami siap.\nBesok kami buka,\n"},

	/* marks */
	{"curly", "\u201CKami siap,\u201D kata Hasan.", "direct|Hasan|Kami siap,\n"},
	{"closing on both sides", "\u201DKami siap,\u201D kata Hasan. \u201DBesok,\u201D ujar Dewi.", "direct|Hasan|Kami siap,\ndirect|Dewi|Besok,\n"},
	{"mixed pair", "\u201CKami siap,\" kata Hasan.", "direct|Hasan|Kami siap,\n"},
	{"nested", "\"Pasar ini \"hangat\" sekali,\" kata Hasan.", "direct|Hasan|Pasar ini \"hangat\" sekali,\n"},
	{"nested single", "\"Pasar ini 'hangat' sekali,\" kata Hasan.", "direct|Hasan|Pasar ini 'hangat' sekali,\n"},
	{"no closing mark", "\"Satu,\" kata Hasan. \"Dua tiga empat, kata Dewi. \"Lima,\" kata Hasan.", "direct|Hasan|Satu,\ndirect|Dewi|Dua tiga empat,\ndirect|Hasan|Lima,\n"},
	{"no opening mark", "Pasar ramai. Kami sudah siap,\" kata Hasan.", "direct|Hasan|Kami sudah siap,\n"},
	{"single only", "'Kami siap,' kata Hasan.", "direct|Hasan|Kami siap,\n"},
	{"entity", "&quot;Kami siap,&quot; kata Hasan.", "direct|Hasan|Kami siap,\n"},

	/* indirect speech */
	{"I1", "Hasan mengatakan bahwa pasar akan dibuka.", "indirect|Hasan|pasar akan dibuka\n"},
	{"I2", "Hasan menjelaskan, pasar akan dibuka.", "indirect|Hasan|pasar akan dibuka\n"},
	{"I3", "Hasan menyatakan pasar akan dibuka besok.", "indirect|Hasan|pasar akan dibuka besok\n"},
	{"I3 no verb", "Hasan mengatakan harga cabai masih sangat tinggi.", "indirect|Hasan|harga cabai masih sangat tinggi\n"},
	{"I3 no subject", "Hasan menyatakan mendapat surat itu kemarin.", "indirect|Hasan|mendapat surat itu kemarin\n"},
	{"I4", "Hasan meminta agar pasar segera dibuka.", "indirect|Hasan|pasar segera dibuka\n"},
	{"I5", "Hasan mengatakan kepada wartawan bahwa pasar akan dibuka.", "indirect|Hasan|pasar akan dibuka\n"},
	{"I6", "Menurut Hasan, pasar akan dibuka besok.", "indirect|Hasan|pasar akan dibuka besok\n"},
	{"I7", "Wali Kota Hasan Mulyadi datang. Menurutnya, pasar akan dibuka.", "indirect|Hasan Mulyadi|pasar akan dibuka\n"},
	{"I8", "Pasar itu, kata Hasan, akan dibuka besok.", "indirect|Hasan|Pasar itu, kata Hasan, akan dibuka besok\n"},
	{"I9", "Pasar itu akan dibuka besok, kata Hasan.", "indirect|Hasan|Pasar itu akan dibuka besok\n"},
	{"I10", "Pasar itu akan segera dibuka untuk umum. Hal itu disampaikan Hasan di Balai Kota.", "indirect|Hasan|Pasar itu akan segera dibuka untuk umum\n"},
	{"I11 clitic", "Wali Kota Hasan Mulyadi datang. Dikatakannya, pasar akan dibuka.", "indirect|Hasan Mulyadi|pasar akan dibuka\n"},
	{"I11 name", "Dijelaskan Hasan, pasar akan dibuka.", "indirect|Hasan|pasar akan dibuka\n"},
	{"I12", "Senada dengan Dewi, Hasan mengatakan pasar akan dibuka.", "indirect|Hasan|pasar akan dibuka\n"},
	{"I13", "Ruritania dituduh oleh Strelsau mencoba menutup perbatasan.", "indirect|Strelsau|mencoba menutup perbatasan\n"},
	{"I15", "Hasan menilai pasar itu sudah layak dibuka.", "indirect|Hasan|pasar itu sudah layak dibuka\n"},
	{"I17", "Hasan mengatakan bahwa pasar itu \"cukup ramai\" sekarang.", "mixed|Hasan|pasar itu \"cukup ramai\" sekarang\n"},
	{"I3 this", "Hasan menyebut ini kerugian ketiga.", "indirect|Hasan|ini kerugian ketiga\n"},
	{"I17 verb", "Hasan menilai kebijakan itu \"tidak adil\" dan merugikan warga.", "mixed|Hasan|kebijakan itu \"tidak adil\" dan merugikan warga\n"},
	{"I17 no verb", "Hasan menyebut keputusan itu \"sebuah kesalahan besar\".", "mixed|Hasan|keputusan itu \"sebuah kesalahan besar\"\n"},
	{"I17 as", "Hasan menyebut pasar itu sebagai \"surga belanja\" bagi warga.", "mixed|Hasan|pasar itu sebagai \"surga belanja\" bagi warga\n"},
	{"I17 no title", "Hasan menyebut film \"Senja Kota\".", ""},
	{"I17 according", "Menurut Hasan, pasar itu \"cukup ramai\" sekarang.", "mixed|Hasan|pasar itu \"cukup ramai\" sekarang\n"},
	{"I17 according, first", "Menurut Hasan, \"cukup banyak pedagang\" yang rugi besar tahun ini.", "mixed|Hasan|\"cukup banyak pedagang\" yang rugi besar tahun ini\n"},
	{"I17 within commas", "Pasar itu, kata Hasan, \"cukup ramai\" sekarang.", "mixed|Hasan|Pasar itu, kata Hasan, \"cukup ramai\" sekarang\n"},
	{"I17 before the word of saying", "Pasar itu \"cukup ramai\" sekarang, kata Hasan.", "mixed|Hasan|Pasar itu \"cukup ramai\" sekarang\n"},
	{"I17 before according", "Pasar itu \"cukup ramai\" sekarang, menurut Hasan.", "mixed|Hasan|Pasar itu \"cukup ramai\" sekarang\n"},
	{"I17 quotation first", "Hasan mengatakan \"pasar cukup ramai\" dan harga turun.", "mixed|Hasan|\"pasar cukup ramai\" dan harga turun\n"},
	{"I17 two", "Hasan mengatakan pedagang telah \"lama menunggu\" dan \"ingin segera berjualan\".", "mixed|Hasan|pedagang telah \"lama menunggu\" dan \"ingin segera berjualan\"\n"},
	{"I17 request", "Hasan meminta warga \"tetap tenang\" dan tidak panik.", "mixed|Hasan|warga \"tetap tenang\" dan tidak panik\n"},
	{"I17 promise", "Hasan berjanji akan \"membuka pasar itu besok\".", "mixed|Hasan|akan \"membuka pasar itu besok\"\n"},
	{"I17 accusation", "Hasan menuduh pedagang \"menimbun barang\" selama sebulan.", "mixed|Hasan|pedagang \"menimbun barang\" selama sebulan\n"},
	{"I17 all quoted", "Hasan mengatakan bahwa \"pasar cukup ramai dan harga turun\".", "mixed|Hasan|\"pasar cukup ramai dan harga turun\"\n"},
	{"ellipsis", "Hasan mengatakan pasar akan dibuka, namun menegaskan bahwa harga tidak turun.", "indirect|Hasan|pasar akan dibuka\nindirect|Hasan|harga tidak turun\n"},
	{"adverbial", "Saat bertemu Dewi Lestari, Hasan mengatakan pasar akan dibuka.", "indirect|Hasan|pasar akan dibuka\n"},
	{"source", "Hasan mengatakan pasar akan dibuka, dilansir Antara.", "indirect|Hasan|pasar akan dibuka\n"},

	/* what is none */
	{"title", "Film \"Senja di Kota\" diputar kemarin.", ""},
	{"scare", "Warga menolak \"bantuan\" itu.", ""},
	{"negated", "Hasan tidak mengatakan bahwa pasar akan dibuka.", ""},
	{"failed", "Hasan gagal mengungkapkan pertemuan itu.", ""},
	{"noun phrase", "Hasan menyampaikan apresiasi kepada warga.", ""},
	{"connective", "Namun demikian, pasar tetap ramai.", ""},
	{"plan", "Menurut rencana, pasar akan dibuka besok.", ""},
	{"key word", "Kata kunci itu dicari banyak orang.", ""},
};

/* The rows of a text, written as the cases have them; the caller frees it. */
static char *
rows_of(const char *text)
{
	Article		article;
	QuoteList	quotes;
	QuoteOptions options = {false};
	size_t		len = strlen(text);
	char	   *out = malloc(64 * len + 4096),
			   *at = out;

	article_read(&article, span_of(text, len), NULL);
	quote_list(&quotes, &article, &options);
	for (uint32_t i = 0; i < quotes.n; i++)
	{
		const Quote *q = &quotes.quote[i];

		if (q->kind == QUOTE_SCARE)
			continue;
		at += sprintf(at, "%s|", quote_kind_name((QuoteKind) q->kind));
		for (int k = 0; k < 2; k++)
		{
			uint32_t	who = k ? q->second : q->speaker;

			if (who == NOWHERE)
				continue;
			if (k)
				at += sprintf(at, "; ");
			at += reading_text(&quotes.reading, quotes.persons.person[who].name.from, quotes.persons.person[who].name.to, at);
		}
		at += sprintf(at, "|%.*s\n", (int) q->place.len, text + q->place.at);
	}
	*at = 0;
	quote_list_free(&quotes);
	article_free(&article);
	return out;
}

static void
check_polarity(const char *text, Polarity want)
{
	Article		article;
	QuoteList	quotes;
	QuoteOptions options = {false};

	article_read(&article, span_of(text, strlen(text)), NULL);
	quote_list(&quotes, &article, &options);
	CHECK(quotes.n == 1 && quotes.quote[0].polarity == want);
	quote_list_free(&quotes);
	article_free(&article);
}

static void
check_via(const char *text, const UserLexicon *lexicon, const char *want)
{
	Article		article;
	QuoteList	quotes;
	QuoteOptions options = {false, lexicon};

	article_read(&article, span_of(text, strlen(text)), NULL);
	quote_list(&quotes, &article, &options);
	CHECK(quotes.n == 1);
	if (want == NULL || quotes.quote[0].around.via.to == 0)
		CHECK(want == NULL && quotes.quote[0].around.via.from == quotes.quote[0].around.via.to);
	else
		CHECK_SPAN(span_at(span_of(text, strlen(text)), reading_place(&quotes.reading, quotes.quote[0].around.via.from, quotes.quote[0].around.via.to)), span_of(want, strlen(want)));
	quote_list_free(&quotes);
	article_free(&article);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		char	   *got = rows_of(cases[i].text);

		if (strcmp(got, cases[i].rows) != 0)
			printf("%s: %s\n", cases[i].template, cases[i].text);
		CHECK_SPAN(span_of(got, strlen(got)), span_of(cases[i].rows, strlen(cases[i].rows)));
		free(got);
	}
	check_polarity("Hasan membantah bahwa pasar akan ditutup.", POLARITY_DENY);
	check_polarity("Hasan tidak membantah bahwa pasar akan ditutup.", POLARITY_NOT_DENY);
	check_polarity("Hasan menuduh bahwa Dewi menutup pasar.", POLARITY_ACCUSE);
	check_polarity("\"Siapa yang menutup pasar?\" tanya Hasan.", POLARITY_ASK);
	check_polarity("Hasan mengatakan bahwa pasar akan ditutup.", POLARITY_ASSERT);
	check_via("\"Kami siap,\" kata Hasan, dikutip dari Reuters.", NULL, "Reuters");
	check_via("\"Kami siap,\" kata Hasan seperti dilansir kantor berita Antara, Senin (1/1).", NULL, "Antara");
	check_via("Dilansir Reuters, Hasan mengatakan pasar akan dibuka.", NULL, "Reuters");
	check_via("Hasan mengatakan pasar akan dibuka, dikutip Senin (1/1/2024).", NULL, NULL);
	{
		UserEntry	entry = {.form = span_of("suara sukamaju", 14), .meaning = span_of("Suara Sukamaju", 14), .kind = USER_OUTLET};
		UserLexicon user;

		memset(&user, 0, sizeof(user));
		user_lexicon_build(&user, &entry, 1);
		check_via("\"Kami siap,\" kata Hasan, mengutip Suara Sukamaju.", &user, "Suara Sukamaju");
		berita_free(user.slot);
	}
	return test_end("quote");
}
