/*
 * Marks that nest, overlap and touch; what is escaped in each format.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/highlight.h"
#include "core/host.h"
#include "test.h"

static void
check(int line, const char *text, HighlightMark *mark, uint32_t n, HighlightFormat format, const char *want)
{
	HighlightOut out;

	highlight_text(&out, span_of(text, strlen(text)), mark, n, format);
	check_span(__FILE__, line, span_of(out.at, out.len), span_of(want, strlen(want)));
	berita_free(out.at);
}
#define CHECK_OUT(text, mark, n, format, want) check(__LINE__, text, mark, n, format, want)

int
main(void)
{
	HighlightMark one[] = {{2, 3, HIGHLIGHT_QUOTE, S("A&B"), S("direct")}};
	HighlightMark nested[] = {{4, 2, HIGHLIGHT_MENTION, S(""), S("")}, {0, 8, HIGHLIGHT_QUOTE, S(""), S("")}};
	HighlightMark overlap[] = {{0, 4, HIGHLIGHT_QUOTE, S("X"), S("")}, {2, 6, HIGHLIGHT_CUE, S(""), S("")}};
	HighlightMark outside[] = {{6, 9, HIGHLIGHT_QUOTE, S(""), S("")}, {9, 0, HIGHLIGHT_CUE, S(""), S("")}};
	HighlightMark twice[] = {{0, 2, HIGHLIGHT_CUE, S(""), S("")}, {0, 2, HIGHLIGHT_CUE, S(""), S("")}};
	HighlightMark lines[] = {{0, 8, HIGHLIGHT_QUOTE, S("N"), S("")}};

	CHECK_OUT("ab<d'ef", one, 1, HIGHLIGHT_HTML, "ab<mark class=\"berita-quote direct\" title=\"A&amp;B\">&lt;d&#39;</mark>ef");
	CHECK_OUT("ab<d'ef", one, 1, HIGHLIGHT_ANSI, "ab\033[33m<d'\033[0m \033[2m[A&B]\033[0mef");
	CHECK_OUT("ab<d'ef", one, 1, HIGHLIGHT_MARKDOWN, "ab**\\<d'** \\[*A\\&B*\\]ef");
	CHECK_OUT("abcdefgh", nested, 2, HIGHLIGHT_HTML,
			  "<mark class=\"berita-quote\">abcd</mark><b class=\"berita-speaker\">ef</b><mark class=\"berita-quote\">gh</mark>");
	CHECK_OUT("abcdefgh", overlap, 2, HIGHLIGHT_HTML,
			  "<mark class=\"berita-quote\" title=\"X\">ab</mark><i class=\"berita-cue\">cdefgh</i>");
	CHECK_OUT("abcdefgh", outside, 2, HIGHLIGHT_HTML, "abcdefgh");
	CHECK_OUT("abc", twice, 2, HIGHLIGHT_HTML, "<i class=\"berita-cue\">ab</i>c");
	CHECK_OUT(" ab\ncd x", lines, 1, HIGHLIGHT_MARKDOWN, "**ab**\n\n**cd x** \\[*N*\\]");
	CHECK_OUT("\033]0;x\007\xC2\x9B" "2J\xFF", NULL, 0, HIGHLIGHT_ANSI, "^[]0;x^G?2J?");
	CHECK_OUT("# 1. [a](b) *c* `d`", NULL, 0, HIGHLIGHT_MARKDOWN, "\\# 1\\. \\[a\\]\\(b\\) \\*c\\* \\`d\\`");
	CHECK_OUT("    kode", NULL, 0, HIGHLIGHT_MARKDOWN, "kode");
	CHECK_OUT("", NULL, 0, HIGHLIGHT_HTML, "");
	return test_end("highlight");
}
