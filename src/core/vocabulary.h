/*
 * The terms of a corpus, or of two beside each other: in how many articles, how often.
 *
 *		Vocabulary	v;
 *
 *		vocabulary_open(&v, VOCABULARY_ROOT, false);
 *		vocabulary_read(&v, 0, text); ...
 *		for (i = 0; i < v.term.n; i++) vocabulary_term(&v, i), v.count[i].articles[0] ...
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_VOCABULARY_H
#define BERITA_CORE_VOCABULARY_H

#include "core/span.h"

typedef enum VocabularyLevel
{
	VOCABULARY_ROOT,			/* perusahaannya counts as usaha */
	VOCABULARY_LIGHT,			/* perusahaannya counts as perusahaan */
	VOCABULARY_WORD				/* each form for itself */
} VocabularyLevel;

/* Different words, numbered in the order of their first appearance. */
typedef struct WordSet
{
	char	   *blob;
	size_t		used;
	size_t		room;
	size_t	   *end;			/* of each word in blob */
	uint64_t   *slot;			/* high half of the hash, then number + 1; 0 = free */
	uint32_t	mask;
	uint32_t	n;
} WordSet;

/* How one term is spread; the two sides of a comparison beside each other. */
typedef struct TermCount
{
	uint64_t	articles[2];
	uint64_t	occurrences[2];
	uint64_t	seen;			/* number of the last article that had it */
} TermCount;

/* The latest forms by their hash, so that frequent ones need no look-up. */
#define VOCABULARY_RECENT 8192
typedef struct RecentForm
{
	uint64_t	hash;			/* 0 = none */
	uint32_t	term;
} RecentForm;

typedef struct Vocabulary
{
	VocabularyLevel level;
	bool		stop_words;		/* are they counted too? */
	WordSet		form;
	uint32_t   *form_term;		/* of each form its term, or VOCABULARY_STOP */
	RecentForm *recent;
	WordSet		term;
	TermCount  *count;
	uint32_t	forms_room;
	uint32_t	terms_room;
	uint64_t	read;			/* articles of both sides */
	uint64_t	articles[2];
	uint64_t	words[2];		/* occurrences of all terms */
} Vocabulary;

#define VOCABULARY_STOP UINT32_MAX

extern void vocabulary_open(Vocabulary *v, VocabularyLevel level, bool stop_words);
extern void vocabulary_close(Vocabulary *v);

/* Counts the terms of one article on side 0 or 1. */
extern void vocabulary_read(Vocabulary *v, int side, Span text);

extern Span vocabulary_term(const Vocabulary *v, uint32_t term);

/* "root", "light" or "word" to its level; false for another name. */
extern bool vocabulary_level(Span name, VocabularyLevel *level);

/*
 * How surely and how strongly a term sets two corpora apart: the log-likelihood
 * G2 (Dunning 1993; Rayson and Garside 2000), and the binary logarithm of the
 * ratio of its relative frequencies (Hardie 2014), above 0 where it is more
 * frequent in the first.  A corpus without the term counts as half an occurrence
 * for the ratio alone.
 */
typedef struct Keyness
{
	double		log_likelihood;
	double		log_ratio;
} Keyness;

extern Keyness keyness_of(uint64_t a, uint64_t b, uint64_t words_a, uint64_t words_b);

/* log(x), x > 0, without the help of a library: the same on every machine. */
extern double natural_log(double x);

#endif
