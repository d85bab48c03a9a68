/*
 * The terms of a corpus.
 *
 * Two word sets: the forms as they stand in the texts, folded, and the terms that
 * they count for.  A form is stemmed and looked up among the stop words once, when
 * it is first seen; after that a word costs one look-up, and the frequent ones not
 * even that: the latest forms are known by their 64-bit hash.  Words are what the
 * tokenizer calls words, acronyms, abbreviations or hashtags; numbers, addresses
 * and marks are no terms.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/vocabulary.h"

#include "core/hash.h"
#include "core/host.h"
#include "core/lexicon.h"
#include "core/stem.h"
#include "core/token.h"

#define FIRST_SLOTS 1024

/* The part of a slot that is the hash's: most other words differ in it. */
#define TAG UINT64_C(0xFFFFFFFF00000000)

static void
wordset_open(WordSet *set)
{
	set->room = 8 * FIRST_SLOTS;
	set->blob = berita_alloc(set->room);
	set->used = 0;
	set->end = berita_alloc(FIRST_SLOTS * sizeof(size_t));
	set->slot = berita_alloc(FIRST_SLOTS * sizeof(uint64_t));
	memset(set->slot, 0, FIRST_SLOTS * sizeof(uint64_t));
	set->mask = FIRST_SLOTS - 1;
	set->n = 0;
}

static void
wordset_close(WordSet *set)
{
	berita_free(set->blob);
	berita_free(set->end);
	berita_free(set->slot);
}

static Span
wordset_word(const WordSet *set, uint32_t n)
{
	size_t		from = n > 0 ? set->end[n - 1] : 0;

	return span_of(set->blob + from, set->end[n] - from);
}

/* Twice the slots, and room for as many words. */
static void
wordset_grow(WordSet *set)
{
	size_t		slots = 2 * ((size_t) set->mask + 1);

	berita_free(set->slot);
	set->slot = berita_alloc(slots * sizeof(uint64_t));
	memset(set->slot, 0, slots * sizeof(uint64_t));
	set->end = berita_grow(set->end, slots * sizeof(size_t));
	set->mask = (uint32_t) (slots - 1);
	for (uint32_t n = 0; n < set->n; n++)
	{
		Span		word = wordset_word(set, n);
		uint64_t	hash = hash_bytes(word.at, word.len),
					i = hash;

		while (set->slot[i & set->mask] != 0)
			i++;
		set->slot[i & set->mask] = (hash & TAG) | (n + 1);
		if (n % 1024 == 0)
			berita_breathe();
	}
}

/* The number of a word of this hash, which is added where it is new: then it is set->n - 1. */
static uint32_t
wordset_number(WordSet *set, Span word, uint64_t hash)
{
	uint64_t	i = hash;

	for (; set->slot[i & set->mask] != 0; i++)
	{
		uint64_t	slot = set->slot[i & set->mask];
		uint32_t	n = (uint32_t) slot - 1;

		if ((slot & TAG) == (hash & TAG) && span_equal(wordset_word(set, n), word))
			return n;
	}
	if (set->used + word.len > set->room)
	{
		set->room = 2 * (set->used + word.len);
		set->blob = berita_grow(set->blob, set->room);
	}
	memcpy(set->blob + set->used, word.at, word.len);
	set->used += word.len;
	set->end[set->n] = set->used;
	set->slot[i & set->mask] = (hash & TAG) | ++set->n;
	if (set->n > set->mask / 2)
		wordset_grow(set);
	return set->n - 1;
}

void
vocabulary_open(Vocabulary *v, VocabularyLevel level, bool stop_words)
{
	memset(v, 0, sizeof(*v));
	v->level = level;
	v->stop_words = stop_words;
	wordset_open(&v->form);
	wordset_open(&v->term);
	v->forms_room = v->terms_room = FIRST_SLOTS;
	v->form_term = berita_alloc(v->forms_room * sizeof(uint32_t));
	v->count = berita_alloc(v->terms_room * sizeof(TermCount));
	v->recent = berita_alloc(VOCABULARY_RECENT * sizeof(RecentForm));
	memset(v->recent, 0, VOCABULARY_RECENT * sizeof(RecentForm));
}

void
vocabulary_close(Vocabulary *v)
{
	wordset_close(&v->form);
	wordset_close(&v->term);
	berita_free(v->form_term);
	berita_free(v->recent);
	berita_free(v->count);
}

Span
vocabulary_term(const Vocabulary *v, uint32_t term)
{
	return wordset_word(&v->term, term);
}

/* The term that a form counts for, seen for the first time. */
static uint32_t
term_of_form(Vocabulary *v, Span form, bool stem)
{
	char		out[STEM_MAX];
	uint32_t	before = v->term.n,
				term;

	if (!v->stop_words && lexicon_stop(form))
		return VOCABULARY_STOP;
	if (stem && v->level != VOCABULARY_WORD)
		form = span_of(out, stem_word(form, v->level == VOCABULARY_ROOT ? STEM_ROOT : STEM_LIGHT, out));
	if (form.len == 0)
		return VOCABULARY_STOP;
	term = wordset_number(&v->term, form, hash_bytes(form.at, form.len));
	if (v->term.n > before)
	{
		if (term == v->terms_room)
		{
			v->terms_room *= 2;
			v->count = berita_grow(v->count, v->terms_room * sizeof(TermCount));
		}
		memset(&v->count[term], 0, sizeof(TermCount));
	}
	return term;
}

/* The term that a form counts for. */
static uint32_t
form_term(Vocabulary *v, Span form, uint64_t hash, bool stem)
{
	uint32_t	before = v->form.n,
				n = wordset_number(&v->form, form, hash);

	if (v->form.n > before)
	{
		if (n == v->forms_room)
		{
			v->forms_room *= 2;
			v->form_term = berita_grow(v->form_term, v->forms_room * sizeof(uint32_t));
		}
		v->form_term[n] = term_of_form(v, form, stem);
	}
	return v->form_term[n];
}

static void
count_token(Vocabulary *v, int side, Span text, const Token *token)
{
	char		norm[STEM_MAX + TOKEN_NORM_SPARE];
	Span		form = span_of(norm, token_norm(text, token, norm));
	uint64_t	hash = hash_bytes(form.at, form.len);
	RecentForm *recent = &v->recent[hash % VOCABULARY_RECENT];
	TermCount  *count;

	if (form.len == 0)
		return;
	if (recent->hash != hash || hash == 0)
	{
		recent->term = form_term(v, form, hash, token_has_root(token));
		recent->hash = hash;
	}
	if (recent->term == VOCABULARY_STOP)
		return;
	count = &v->count[recent->term];
	v->words[side]++;
	count->occurrences[side]++;
	count->articles[side] += count->seen != v->read;
	count->seen = v->read;
}

void
vocabulary_read(Vocabulary *v, int side, Span text)
{
	TokenScan	scan;
	Token		token;

	v->read++;
	v->articles[side]++;
	token_open(&scan, text);
	while (token_next(&scan, &token))
		if (token.place.len <= STEM_MAX &&
			(token_has_root(&token) || token.class == TOKEN_ABBREVIATION || token.class == TOKEN_HASHTAG))
			count_token(v, side, text, &token);
}

bool
vocabulary_level(Span name, VocabularyLevel *level)
{
	if (span_is(name, "root"))
		*level = VOCABULARY_ROOT;
	else if (span_is(name, "light"))
		*level = VOCABULARY_LIGHT;
	else if (span_is(name, "word"))
		*level = VOCABULARY_WORD;
	else
		return false;
	return true;
}

/* By the series of the inverse hyperbolic tangent, after halving to [0.7, 1.4]. */
double
natural_log(double x)
{
	const double log_two = 0.693147180559945309417;
	double		halvings = 0,
				t,
				power,
				sum = 0;

	for (; x > 1.4; x /= 2)
		halvings++;
	for (; x < 0.7; x *= 2)
		halvings--;
	t = (x - 1) / (x + 1);
	power = t;
	for (int i = 1; i < 40; i += 2)
	{
		sum += power / i;
		power *= t * t;
	}
	return halvings * log_two + 2 * sum;
}

/* One cell of the sum: observed times the logarithm of observed over expected. */
static double
surprise(double observed, double expected)
{
	return observed > 0 ? observed * natural_log(observed / expected) : 0;
}

Keyness
keyness_of(uint64_t a, uint64_t b, uint64_t words_a, uint64_t words_b)
{
	Keyness		k = {0, 0};
	double		both = (double) a + (double) b,
				words = (double) words_a + (double) words_b,
				share_a,
				share_b;

	if (words_a == 0 || words_b == 0 || a + b == 0)
		return k;
	k.log_likelihood = 2 * (surprise((double) a, both * (double) words_a / words) + surprise((double) b, both * (double) words_b / words));
	if (k.log_likelihood < 0)
		k.log_likelihood = 0;	/* rounding, where the shares are equal */
	share_a = (a > 0 ? (double) a : 0.5) / (double) words_a;
	share_b = (b > 0 ? (double) b : 0.5) / (double) words_b;
	k.log_ratio = natural_log(share_a / share_b) / 0.693147180559945309417;
	return k;
}
