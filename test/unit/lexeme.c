/*
 * Lexemes of tokens, one case a line: variants parted by '|', parts by '&'.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/lexeme.h"
#include "core/vector.h"
#include "test.h"

/* The lexemes as "whole|part&part". */
static Span
show(const LexemeList *list, char *out)
{
	size_t		n = 0;

	for (uint32_t i = 0; i < list->n; i++)
	{
		if (i > 0)
			out[n++] = list->variant[i] == list->variant[i - 1] ? '&' : '|';
		memcpy(out + n, list->text[i].at, list->text[i].len);
		n += list->text[i].len;
	}
	return span_of(out, n);
}

static void
check_lexemes(const char *cases[][2], const LexemeOptions *options)
{
	for (; (*cases)[0]; cases++)
	{
		LexemeList	list;
		char		out[4096],
					wide[128] = "";
		size_t		len = strlen((*cases)[0]);

		lexeme_list(&list, span_of((*cases)[0], len), len, options);
		CHECK_SPAN(show(&list, out), span_of((*cases)[1], strlen((*cases)[1])));
		memcpy(wide, (*cases)[0], len);
		lexeme_list(&list, span_of(wide, len), sizeof(wide), options);
		CHECK_SPAN(show(&list, out), span_of((*cases)[1], strlen((*cases)[1])));
	}
}

static void
check_vector(void)
{
	Vector		v;

	vector_make(&v, S("Anak itu pro-Rusia. Anak-anaknya \xE2\x80\x94 1.000 anak!"), NULL, NULL);
	CHECK(v.lexemes == 5);
	if (v.lexemes == 5)
	{
		CHECK_SPAN(span_of(v.blob + v.lexeme[0].at, v.lexeme[0].len), S("1000"));
		CHECK_SPAN(span_of(v.blob + v.lexeme[1].at, v.lexeme[1].len), S("anak"));
		CHECK(v.lexeme[1].positions == 3 && v.place[v.lexeme[1].last - 1].position == 6);
		CHECK_SPAN(span_of(v.blob + v.lexeme[4].at, v.lexeme[4].len), S("rusia"));
	}
	vector_free(&v);
}

int
main(void)
{
	static const char *plain[][2] = {
		{"Perusahaannya", "usaha"}, {"MENTERI", "menteri"}, {"yang", ""}, {"Itulah", ""}, {"yg", ""}, {"tdk", "tidak"},
		{"YG", "yg"}, {"tidak", "tidak"}, {"anak-anaknya", "anak"}, {"anak2", "anak"}, {"di-PHK", "phk"}, {"KTP-nya", "ktp"},
		{"pro-Rusia", "pro-rusia|pro&rusia"}, {"Soekarno-Hatta", "soekarno-hatta|soekarno&hatta"}, {"ke-75", "ke-75|75"},
		{"1960-an", "1960-an|1960"}, {"COVID-19", "covid-19|covid&19"}, {"1.234.567,89", "1234567.89"}, {"51%", "51"},
		{"09:30", "09.30"}, {"09.30", "09.30"}, {"17/8/1945", "1945-08-17"}, {"11/11", "11/11"}, {"2024", "2024"},
		{"S.H.", "sh"}, {"Dr.", "dr"}, {"KOMPAS.com", "kompas.com|kompas"}, {"#Pemilu2024", "#pemilu2024|pemilu2024"},
		{"@detikcom", "@detikcom|detikcom"}, {"a@b.co.id", "a@b.co.id"}, {"https://www.a.id/b?c", "https://www.a.id/b?c|a.id"},
		{"Jum\xE2\x80\x99" "at", "jumat"}, {"M\xC3\xBC" "ller", "muller"}, {"Rp", "rp"}, {"-", "-"},
	{NULL, NULL}};
	static const char *own[][2] = {
		{"yang", "yang"}, {"Kata", ""}, {"ojol", "ojek"}, {"perusahaannya", "perusahaan"}, {"berlari-lari", "berlari"},
	{NULL, NULL}};
	const Span	stop[] = {S("ini"), S("kata")};
	const LexemePair exception[] = {{S("gojek"), S("ojek")}, {S("ojol"), S("ojek")}};
	LexemeOptions built_in = {STEM_ROOT, false, NULL, 0, NULL, 0};
	LexemeOptions options = {STEM_LIGHT, true, stop, 2, exception, 2};

	check_lexemes(plain, &built_in);
	check_lexemes(own, &options);
	check_vector();
	return test_end("lexeme");
}
