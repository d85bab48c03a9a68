/*
 * Roots of words, one case a line: affixes, nasals, clitics, reduplication.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
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
		{"mengatakan", "kata"}, {"menteri", "menteri"}, {"berita", "berita"},
		{"ditangkap", "tangkap"}, {"menangkap", "tangkap"}, {"memberikan", "beri"},
		{"anak-anaknya", "anak"}, {"ktp-nya", "ktp"}, {"di-phk", "phk"},
		{"januari", "januari"}, {"sayur-mayur", "sayur"},
	{NULL, NULL}};

	check_stems(roots, STEM_ROOT);
	return test_end("stem");
}
