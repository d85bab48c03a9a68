/*
 * Shingle profile 1: what a word is, how it is folded, and values that may never change.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/fold.h"
#include "core/shingle.h"
#include "test.h"

/* The folded words of a text, one hash of them all. */
static uint64_t
words_hash(Span text)
{
	ShingleScan scan;
	Shingle		s;
	uint64_t	h = 0;

	shingle_open(&scan, text, 1);
	while (shingle_next(&scan, &s))
		h = hash_join(h, s.hash);
	return hash_mix(h);
}

#define SAME(a, b) CHECK(words_hash(S(a)) == words_hash(S(b)))

static void
test_fold(void)
{
	SAME("Ia  berkata: Jum'at!", "ia berkata jum at");
	SAME("anak-anak KTP-nya", "anak anak ktp nya");
	SAME("Rp1.234,50", "rp1 234 50");
	SAME("", " .,;!\n\t");
	SAME("caf\xC3\xA9", "cafe\xCC\x81");
	SAME("CAF\xC3\x89", "cafe");
	SAME("ber\xC2\xADita", "berita");
	SAME("ber\xE2\x80\x8Bita", "berita");
	SAME("\xEF\xBB\xBF" "berita\xC2\xA0pagi", "berita pagi");
	SAME("\xEF\xBC\xA2\xEF\xBC\xA5rita", "berita");
	SAME("\xF0\x9D\x97\x95\xF0\x9D\x97\xB2", "be");
	SAME("\xE2\x80\x9Ckata\xE2\x80\x9D", "\"kata\"");
	SAME("Jum\xE2\x80\x99" "at", "jum'at");
	SAME("\xD0\x99od", "\xD0\xB8\xCC\x86od");
	SAME("\xD9\xA3\xD9\xA4", "34");
	SAME("kata\xFF\xFEpagi", "kata pagi");
	SAME("\xC3", "");
}

static void
test_entities(void)
{
	SAME("&quot;kata&quot;", "\"kata\"");
	SAME("kata&nbsp;pagi", "kata pagi");
	SAME("kata&amp;nbsp;pagi", "kata pagi");
	SAME("kata&amp;amp;#8220;pagi", "kata pagi");
	SAME("caf&eacute;s", "cafes");
	SAME("ber&shy;ita &#x62;erita &#98;erita", "berita berita berita");
	SAME("A&B; R&D", "a b r d");
	SAME("kata &Johnson; pagi", "kata johnson pagi");
	SAME("kata &", "kata");
	SAME("kata&#8220", "kata 8220");
	SAME("&#99999999;x", "x");
}

static void
test_mojibake(void)
{
	SAME("\xC3\xA2\xE2\x82\xAC\xC5\x93kata\xC3\xA2\xE2\x82\xAC\xC2\x9D", "\"kata\"");
	SAME("kata\xC3\xA2\xE2\x82\xAC\x20pagi", "kata pagi");
	SAME("\xC3\xA2\xC2\x80\xC2\x9Ckata\xC3\xA2\xC2\x80\xC2\x9D", "\"kata\"");
	SAME("kata\xC3\x82\xC2\xA0pagi", "kata pagi");
	SAME("caf\xC3\x83\xC2\xA9", "cafe");
	SAME("Jum\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2" "at", "jum'at");
}

static void
test_places(void)
{
	Span		text = S("\"Caf\xC3\xA9\" kami,\xC2\xA0&quot;buka&quot; \xE2\x80\x94 pagi ini");
	ShingleScan scan;
	Shingle		s;

	shingle_open(&scan, text, 2);
	CHECK(shingle_next(&scan, &s));
	CHECK_SPAN(span_at(text, s.place), S("Caf\xC3\xA9\" kami"));
	CHECK(s.place.chars_at == 1 && s.place.chars == 10 && s.first == 0 && s.words == 2);
	CHECK(shingle_next(&scan, &s));
	CHECK_SPAN(span_at(text, s.place), S("kami,\xC2\xA0&quot;buka"));
	CHECK(s.place.chars_at == 7 && s.first == 1);
	CHECK(shingle_next(&scan, &s));
	CHECK_SPAN(span_at(text, s.place), S("buka&quot; \xE2\x80\x94 pagi"));
	CHECK(s.place.chars_at == 19 && s.place.chars == 17);
	CHECK(shingle_next(&scan, &s));
	CHECK(!shingle_next(&scan, &s));
	CHECK(!shingle_next(&scan, &s));
}

static void
test_short(void)
{
	ShingleScan scan;
	Shingle		s;

	shingle_open(&scan, S("dua kata"), 3);
	CHECK(shingle_next(&scan, &s) && s.words == 2 && s.place.chars == 8);
	CHECK(!shingle_next(&scan, &s));
	shingle_open(&scan, S("?!"), 3);
	CHECK(!shingle_next(&scan, &s));
}

static uint64_t
first_hash(Span text, uint32_t n)
{
	ShingleScan scan;
	Shingle		s;

	shingle_open(&scan, text, n);
	return shingle_next(&scan, &s) ? s.hash : 0;
}

/* Stored signatures stand on these: if one fails, the code is wrong. */
static void
test_golden(void)
{
	CHECK(hash_bytes("", 0) == UINT64_C(0x2D06800538D394C2));
	CHECK(hash_bytes("berita", 6) == UINT64_C(0x9B9C146BB0194121));
	CHECK(first_hash(S("berita"), 1) == UINT64_C(0x52C45DFA7EBAD488));
	CHECK(first_hash(S("berita"), 3) == UINT64_C(0x52C45DFA7EBAD488));
	CHECK(first_hash(S("Presiden Joko Widodo"), 2) == UINT64_C(0xE97C30E6A4E07064));
	CHECK(first_hash(S("Presiden Joko Widodo"), 3) == UINT64_C(0x1F86FA205B98703E));
	CHECK(first_hash(S("Ia  berkata: Jum'at, 12 Mei!"), 5) == UINT64_C(0xD8164AD6B2F68C45));
	CHECK(first_hash(S("\xE6\x96\xB0\xE8\x81\x9E"), 1) == UINT64_C(0x9CC7C777877A3DB1));
}

int
main(void)
{
	test_fold();
	test_entities();
	test_mojibake();
	test_places();
	test_short();
	test_golden();
	return test_end("shingle");
}
