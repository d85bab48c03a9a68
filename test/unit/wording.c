/*
 * How much of a wording stands in another text.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/wording.h"
#include "test.h"

#define QUOTE "Kami tidak akan menutup pasar itu sebelum ada tempat baru bagi para pedagang"

int
main(void)
{
	CHECK(wording_share(S(QUOTE), S("Wali kota berkata, \"" QUOTE ",\" lalu pergi.")) == 1.0);
	CHECK(wording_share(S(QUOTE), S("KAMI TIDAK akan menutup \xE2\x80\x9Cpasar\xE2\x80\x9D itu sebelum ada tempat baru bagi para pedagang!")) == 1.0);

	/* One word of twelve changed: two pairs of eleven are gone. */
	CHECK(wording_share(S("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"), S("satu dua tiga empat lima DLL tujuh delapan sembilan sepuluh")) == 7.0 / 9);
	CHECK(wording_share(S(QUOTE), S("Hujan turun sejak pagi di seluruh kota")) == 0.0);

	/* Repeated pairs count once; the order of the arguments matters. */
	CHECK(wording_share(S("ya ya ya ya"), S("ya ya")) == 1.0);
	CHECK(wording_share(S("a b"), S("a b c d")) == 1.0);
	CHECK(wording_share(S("a b c d"), S("a b")) == 1.0 / 3);

	/* One word, no word. */
	CHECK(wording_share(S("setuju"), S("Saya setuju sekali")) == 1.0);
	CHECK(wording_share(S("setuju"), S("")) == 0.0);
	CHECK(wording_share(S(""), S("apa saja")) < 0);
	CHECK(wording_share(S(" ... "), S("apa saja")) < 0);
	return test_end("wording");
}
