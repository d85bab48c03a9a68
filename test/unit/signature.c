/*
 * The three signatures: values that may never change, short texts, index keys.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/signature.h"
#include "core/shingle.h"
#include "test.h"

#define STORY \
	"Gubernur meresmikan jembatan baru di atas Sungai Kapuas, Senin (12/5). " \
	"Jembatan sepanjang 1,2 kilometer itu menghubungkan dua kecamatan yang selama ini " \
	"hanya dilayani perahu penyeberangan. \xE2\x80\x9CWarga tidak perlu lagi menunggu air surut,\xE2\x80\x9D " \
	"kata gubernur di hadapan ratusan warga. Pembangunan dimulai tiga tahun lalu dan menelan biaya " \
	"Rp410 miliar dari anggaran daerah. Menurut kepala dinas pekerjaan umum, tarif tidak dipungut."
#define REWRITE \
	"Gubernur meresmikan jembatan baru di atas Sungai Kapuas pada Senin (12/5). " \
	"Jembatan sepanjang 1,2 kilometer itu menghubungkan dua kecamatan yang selama ini " \
	"hanya dilayani perahu penyeberangan. \"Warga tidak perlu lagi menunggu air surut,\" " \
	"ujar gubernur di hadapan ratusan warga. Pembangunan dimulai tiga tahun lalu dan menelan biaya " \
	"Rp410 miliar dari anggaran daerah."

static uint64_t
simhash_of(Span text)
{
	uint64_t	h = 0;

	signature_read(text, &h, NULL, NULL);
	return h;
}

static MinHash
minhash_of(Span text)
{
	MinHash		m;

	signature_read(text, NULL, &m, NULL);
	return m;
}

static void
test_golden(void)
{
	uint64_t	h;
	MinHash		m;
	Winnow		w;

	CHECK(signature_read(S(STORY), &h, &m, &w) == 61);
	CHECK(h == UINT64_C(0x71B54624AA2FA4E1));
	CHECK(minhash_hash(&m, 0) == UINT64_C(0x2DD2D42A89D85445));
	CHECK(m.format == 1 && m.profile == 1 && m.flags == 0 && m.size == 59);
	CHECK(m.slot[0] == 33679 && m.slot[1] == 4835 && m.slot[127] == 42667);
	CHECK(w.n == 13 && w.print[0] == 0x1D100F5A && w.print[w.n - 1] == 0xF7F2103F);
	winnow_free(&w);
}

static void
test_alike(void)
{
	MinHash		a = minhash_of(S(STORY)),
				b = minhash_of(S(REWRITE)),
				c = minhash_of(S("Timnas kalah tipis dari tuan rumah pada laga uji coba semalam di stadion utama"));
	double		same = minhash_similarity(&a, &b);

	CHECK(same > 0.5 && same < 0.95);
	CHECK(minhash_near(&a, &b, 0.5) && minhash_near(&b, &a, 0.5) && !minhash_near(&a, &b, 0.99));
	CHECK(minhash_similarity(&a, &a) == 1.0 && minhash_near(&a, &a, 1.0));
	CHECK(minhash_similarity(&a, &c) < 0.1 && !minhash_near(&a, &c, 0.5));
	CHECK(!minhash_near(&a, &a, 0.0 / 0.0) && !minhash_near(&a, &a, 1.1));
	CHECK(simhash_distance(simhash_of(S(STORY)), simhash_of(S(REWRITE))) < 20);
	b = a;
	b.profile = 2;
	CHECK(!minhash_near(&a, &b, 0.0) && minhash_compare(&a, &b) < 0);
}

static void
test_few_words(void)
{
	uint64_t	h = 1;
	MinHash		m;
	Winnow		w;

	CHECK(signature_read(S(" ?! "), &h, &m, &w) == 0);
	CHECK(w.n == 0);
	winnow_free(&w);
	CHECK(signature_read(S("Banjir!"), &h, &m, &w) == 1);
	CHECK(m.flags == SIGNATURE_SHORT && m.size == 1 && minhash_valid(&m));
	CHECK(w.n == 1 && h != 0);
	winnow_free(&w);
	m = minhash_of(S("Banjir!"));
	CHECK(minhash_near(&m, &m, 1.0));
	CHECK(simhash_of(S("banjir bandang")) == simhash_of(S("Banjir  Bandang.")));
	m = minhash_of(S("satu dua tiga"));
	CHECK(m.flags == 0 && m.size == 1);
}

static void
test_union(void)
{
	MinHash		a = minhash_of(S(STORY)),
				b = minhash_of(S("Timnas kalah tipis dari tuan rumah pada laga uji coba semalam")),
				ab = a,
				ba = b;

	minhash_unite(&ab, &b);
	minhash_unite(&ba, &a);
	CHECK(minhash_compare(&ab, &ba) == 0);
	CHECK(ab.flags == SIGNATURE_UNION && ab.size > 50 && ab.size < 90 && minhash_valid(&ab));
}

static void
test_keys(void)
{
	uint32_t	key[64];

	CHECK(simhash_neighbours(0, 0, 3, key, 64) == 1);
	CHECK(simhash_neighbours(0, 2, 3, key, 64) == 3);
	CHECK(simhash_neighbours(0, 3, 3, key, 64) == 25);
	CHECK(simhash_neighbours(0, 5, 3, key, 64) == 67);
	CHECK(simhash_neighbours(0, 8, 3, key, 64) == 718);
	CHECK(simhash_neighbours(0, 3, 4, key, 64) == 4);
	CHECK(simhash_neighbours(0, 64, 2, key, 64) > 1000000);
	CHECK(simhash_key(~UINT64_C(0), 0, 3) == (1u << 22) - 1);
	CHECK(simhash_key(~UINT64_C(0), 2, 3) == (2u << 22 | ((1u << 21) - 1)));
	CHECK(simhash_key(~UINT64_C(0), 1, 2) == 0xFFFFFFFFu);
}

int
main(void)
{
	test_golden();
	test_alike();
	test_few_words();
	test_union();
	test_keys();
	return test_end("signature");
}
