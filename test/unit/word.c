/*
 * Words: which clitics are split off, which tokens are several words.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/word.h"
#include "test.h"

/* The words of text: surface tokens parted by blanks, their words by '+'. */
static void
check_words(int line, const char *text, const char *want)
{
	static char got[4096];
	size_t		n = 0;
	TokenList	tokens;
	WordList	list;
	Span		s = span_of(text, strlen(text));

	token_list(&tokens, s);
	word_list(&list, s, &tokens);
	for (uint32_t i = 0; i < list.n; i++)
	{
		const char *sign = i == 0 ? "" : list.word[i].surface_n == list.word[i - 1].surface_n ? "+" : " ";
		Span		part = span_at(s, list.word[i].place);

		n += (size_t) snprintf(got + n, sizeof(got) - n, "%s%.*s", sign, (int) part.len, part.at);
	}
	check_span(__FILE__, line, span_of(got, n), span_of(want, strlen(want)));
	word_list_free(&list);
	token_list_free(&tokens);
}
#define WORDS(text, want) check_words(__LINE__, text, want)

int
main(void)
{
	WORDS("", "");
	WORDS("rumahnya bukunya katanya kepadanya", "rumah+nya buku+nya kata+nya kepada+nya");
	WORDS("hanya akhirnya biasanya bertanya sebaiknya", "hanya akhirnya biasanya bertanya sebaiknya");
	WORDS("apakah itulah tulislah dialah", "apa+kah itu+lah tulis+lah dia+lah");
	WORDS("adalah masalah sekolah langkah naskah maupun", "adalah masalah sekolah langkah naskah maupun");
	WORDS("rumahku hatimu buku ilmu kamu tamu laku", "rumah+ku hati+mu buku ilmu kamu tamu laku");
	WORDS("ia bertemu Abdullah di Maluku", "ia bertemu Abdullah di Maluku");
	WORDS("rumañya rumahnyå anak-anaknýa katánya", "rumañya rumahnyå anak-anaknýa katá+nya");
	WORDS("KTP-nya milik hamba-Ku", "KTP - nya milik hamba-+Ku");
	WORDS("anak-anaknya non-migas", "anak-anak+nya non-migas");
	WORDS("di Tokyo-Mitsubishi dan APBN-P", "di Tokyo - Mitsubishi dan APBN-P");
	WORDS("naik 51% (11/11/2020)", "naik 51 % ( 11 / 11 / 2020 )");
	WORDS("Rp1,5 dan US$5 #berita", "Rp 1,5 dan US $ 5 # berita");
	return test_end("word");
}
