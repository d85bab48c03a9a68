/*
 * What a word is known for does not hang on the way it is looked up: in the joined
 * table, within a text or at its end, or in the lists themselves.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/lexicon.h"
#include "core/reading_word.h"
#include "test.h"

/* The facts of the word that begins at byte 4 of a text. */
static Fact
fact_of(const char *text, Span *lemma)
{
	Article		article;
	Reading		reading;
	Fact		fact;

	article_read(&article, span_of(text, strlen(text)), NULL);
	reading_open(&reading, &article, NULL);
	CHECK(reading.n >= 2 && reading.token[1].place.at == 4);
	fact = reading.fact[1];
	*lemma = fact.cue ? reading_cue(&reading, 1).lemma : span_of("", 0);
	reading_close(&reading);
	article_free(&article);
	return fact;
}

/* Both ways for one form, in small letters or capitalised; returns what is known. */
static Fact
both_ways(Span form, bool capital, Span *lemma)
{
	char		text[200];
	Known		known = known_word(form);
	Fact		wide,
				narrow;

	snprintf(text, sizeof(text), "aku %.*s dan seterusnya sampai habis", (int) form.len, form.at);
	if (capital && text[4] >= 'a' && text[4] <= 'z')
		text[4] = (char) (text[4] - 'a' + 'A');
	wide = fact_of(text, lemma);
	text[4 + form.len] = '\0';
	narrow = fact_of(text, lemma);
	CHECK(wide.hash == narrow.hash && wide.cue == narrow.cue && wide.word == narrow.word && wide.part == narrow.part);
	CHECK(wide.tail == narrow.tail && wide.name == narrow.name && wide.flags == narrow.flags && wide.mark == narrow.mark);
	CHECK(wide.cue == known.reporting && wide.word == known.wordlist && wide.tail == known.tail);
	CHECK(capital ? wide.name == known.kind : wide.part == known.part);
	return wide;
}

static void
words(void)
{
	UserEntry	entry;
	Span		lemma;

	for (uint32_t n = 0; reading_verb_entry(n, &entry); n++)
		for (int capital = 0; capital < 2; capital++)
		{
			CHECK(both_ways(entry.form, capital != 0, &lemma).cue == n + 1);
			CHECK(span_equal(lemma, entry.meaning));
		}
	for (uint32_t n = 0; reading_role_entry(n, &entry); n++)
		CHECK(both_ways(entry.form, false, &lemma).part & PART_ROLE);
	for (uint32_t n = 0; reading_role_entry(n, &entry); n++)
		(void) both_ways(entry.form, true, &lemma);
	CHECK(both_ways(S("ahmad"), true, &lemma).name == NAME_PERSON);
	CHECK(both_ways(S("xylograf"), true, &lemma).part == 0);
}

/* Words on lists, marks among them. */
static void
lists(void)
{
	Article		article;
	Reading		r;

	article_read(&article, S("Ana dan Budi & Cici, di sini, di Kota/Desa - yang Ini"), NULL);
	reading_open(&r, &article, NULL);
	CHECK(word_is(&r, 1, WORDS_AND) && word_is(&r, 1, WORDS_DAN) && !word_is(&r, 0, WORDS_AND));
	CHECK(word_is(&r, 3, WORDS_AMPERSAND) && !word_is(&r, 3, WORDS_SLASH));
	CHECK(word_is(&r, r.n - 2, WORDS_YANG) && word_is(&r, r.n - 1, WORDS_DEMONSTRATIVE) && !word_is(&r, r.n, WORDS_YANG));
	reading_close(&r);
	article_free(&article);
}

/* The key of small letters, whatever the bytes. */
static void
keys(void)
{
	char		bytes[16];
	uint32_t	random = 1;

	for (int round = 0; round < 2000; round++)
	{
		for (int i = 0; i < 16; i++)
		{
			random = random * 1664525u + 1013904223u;
			bytes[i] = (char) (random >> 24);
		}
		for (size_t len = 1; len <= 16; len++)
		{
			WordKey		k = key_wide_lower(bytes, len),
						plain = key_wide(bytes, len),
						narrow = key_of(bytes, len);

			CHECK(plain.a == narrow.a && plain.b == narrow.b);
			CHECK(k.a == key_lower_eight(plain.a) && k.b == key_lower_eight(plain.b));
		}
	}
}

int
main(void)
{
	words();
	lists();
	keys();
	return test_end("reading");
}
