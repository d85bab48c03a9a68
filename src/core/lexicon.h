/*
 * What the project's own word lists know of one word: root, function word, name.
 *
 * Words are looked up folded (utf8_fold_span), whole, one word each.  The lists
 * are src/data/root.tsv, function.tsv, name.tsv, alias.tsv and exception.tsv.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_LEXICON_H
#define BERITA_CORE_LEXICON_H

#include "core/span.h"

/* Facts about a root; several may hold. */
enum
{
	ROOT_PROTECT = 1			/* looks affixed, and no affixed word may be reduced to it */
};

/* What a function word is; LEXICON_NONE for all other words. */
typedef enum FunctionKind
{
	FUNCTION_NONE = 0,
	FUNCTION_ADPOSITION,		/* di, dari, kepada */
	FUNCTION_CONJUNCTION,		/* dan, bahwa, karena */
	FUNCTION_PRONOUN,			/* ia, mereka, kami */
	FUNCTION_DETERMINER,		/* ini, tersebut, para */
	FUNCTION_AUXILIARY,			/* akan, telah, adalah */
	FUNCTION_ADVERB,			/* juga, sangat, hanya */
	FUNCTION_PARTICLE,			/* pun, lah */
	FUNCTION_NEGATOR,			/* tidak, bukan: never a stop word */
	FUNCTION_QUESTION,			/* apa, siapa */
	FUNCTION_NUMERAL			/* satu, kedua: never a stop word */
} FunctionKind;

/* What a protected name names; a word may name several things. */
enum
{
	NAME_MONTH = 1,
	NAME_DAY = 2,
	NAME_PROVINCE = 4,			/* and islands and regions of Indonesia */
	NAME_CITY = 8,				/* and regencies, districts, cities abroad */
	NAME_COUNTRY = 16,			/* and continents */
	NAME_PERSON = 32,
	NAME_OTHER = 64				/* organisations, brands, peoples, languages */
};

/* How many derived forms a root has, 0 (none known) to 3 (many); -1: no root. */
extern int lexicon_root(Span folded);

/* The ROOT_ facts of a root; 0 for other words. */
extern unsigned lexicon_root_flags(Span folded);

/* Its NAME_ facts; 0 for words that are no protected name. */
extern unsigned lexicon_name(Span folded);

extern FunctionKind lexicon_function(Span folded);

/* Is it one of the closed-class words that a search leaves out? */
extern bool lexicon_stop(Span folded);

/* The word that an abbreviation in running text stands for (yg: yang), or an empty span. */
extern Span lexicon_alias(Span folded);

/* The root of a form that no rule reaches (sayur-mayur: sayur), or an empty span. */
extern Span lexicon_exception(Span folded);

#endif
