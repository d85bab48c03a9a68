/*
 * An article as the reader of quotations sees it: what each token can do.
 *
 * reading_open() looks every word up once, in src/data/reporting.tsv (words of
 * saying) and src/data/mention.tsv (words of a speaker's noun phrase), and keeps
 * the answers in one array beside the tokens.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_READING_H
#define BERITA_CORE_READING_H

#include "core/article.h"
#include "core/userlexicon.h"
#include "core/wordlist.h"

#define NOWHERE UINT32_MAX		/* no token, no person */

/* Where a word of saying may stand; see src/data/reporting.tsv. */
enum
{
	CUE_IN_BARE = 1,
	CUE_IN_NYA = 2,
	CUE_IN_ACT = 4,
	CUE_IN_PAS = 8,
	CUE_IN_NYA_AGENT = 16,
	CUE_IN_ACCORDING = 32,
	CUE_IN_NOUN = 64,
	CUE_IN_THUS = 128
};

typedef enum CueClass
{
	CUE_NEUTRAL, CUE_EXPOSITORY, CUE_EMPHATIC, CUE_ADDITIVE, CUE_CLOSING, CUE_RESPONSE,
	CUE_DEFENCE, CUE_DENIAL, CUE_AFFIRMATIVE, CUE_QUESTION, CUE_DIRECTIVE, CUE_STANCE,
	CUE_EVALUATIVE, CUE_ACCUSE, CUE_MANNER, CUE_NARRATIVE, CUE_WRITTEN, CUE_DECLARATIVE,
	CUE_PROMISE, CUE_ACCORDING, CUE_NOUN
} CueClass;

/* What a word can do in a noun phrase; see src/data/mention.tsv. */
enum
{
	PART_ROLE = 1,
	PART_PART = 2,
	PART_RANK = 4,
	PART_HONORIFIC = 8,
	PART_ORG = 16,
	PART_STATE = 32,
	PART_STOP = 64,
	PART_TIME = 128,
	PART_HUMAN = 256,
	PART_GROUP = 512,
	PART_DOCUMENT = 1024,
	PART_PRONOUN = 2048,
	PART_ADVERB = 4096,
	PART_BLOCK = 8192,
	PART_NEGATOR = 16384,
	PART_OPENER = 32768
};

enum
{
	TAIL_DEGREE = 1,
	TAIL_NAME = 2,
	TAIL_LOW = 4,
	TAIL_FIELD = 8,
	TAIL_VERB = 16,
	TAIL_NOUN = 32
};

/* What a mark is, folded. */
typedef enum MarkKind
{
	MARK_NONE,					/* no mark */
	MARK_COMMA, MARK_COLON, MARK_END, MARK_DASH, MARK_OPEN_BRACKET, MARK_CLOSE_BRACKET,
	MARK_QUOTE,					/* any double quotation mark */
	MARK_SINGLE,				/* a single one, or an apostrophe alone */
	MARK_OTHER,
	MARK_LATER					/* so far unread, see core/reading.c */
} MarkKind;

enum
{
	FACT_WORD = 1,				/* letters or digits, no mark */
	FACT_CAPITAL = 2,
	FACT_UPPER = 4,				/* an acronym, or a word in capitals */
	FACT_SENTENCE = 8,			/* begins a sentence */
	FACT_LINE = 16,				/* begins a line */
	FACT_SKIP = 32,				/* boilerplate, caption, headline: nobody speaks here */
	FACT_NUMBER = 64,
	FACT_QUOTED = 128,			/* within quotation marks, the marks included */
	FACT_ALONE = 256,			/* a word that stands alone as a name somewhere */
	FACT_COMMON = 512,			/* capitalised, yet an ordinary word, a place or an office */
	FACT_FIRST = 1024,			/* begins a name of several words that stands by itself somewhere */
	FACT_VERB = 2048,			/* looks like a verb or an auxiliary: makes a clause */
	FACT_GLUED_BEFORE = 4096,	/* a name that an office was run onto: MenteriAna; the rest of the fact is the name's */
	FACT_GLUED_BEHIND = 8192	/* a name with a verb run onto it: Anamengunjungi */
};

typedef struct Fact
{
	uint32_t	hash;			/* of the folded word; 0 for marks */
	uint16_t	cue;			/* number in reporting.tsv + 1, or 0; beyond: the users' own */
	uint16_t	part;			/* PART_ */
	uint16_t	word;			/* number in wordlist.tsv + 1, or 0 */
	uint16_t	flags;			/* FACT_ */
	uint8_t		tail;			/* TAIL_ */
	uint8_t		name;			/* NAME_ facts of core/lexicon.h, capitalised words only */
	uint8_t		mark;			/* MarkKind */
} Fact;

typedef struct Reading
{
	const Article *article;
	Span		text;
	const Token *token;
	Fact	   *fact;
	const uint32_t (*lists)[WORDS_PARTS];	/* of each word, the lists that hold it */
	uint32_t	n;
	uint32_t   *opener;			/* the tokens that may begin a mention: capitals, offices, people */
	uint32_t	openers;
	uint32_t   *glyph;			/* the quotation marks, single ones and apostrophes too */
	uint32_t	glyphs;
	const UserLexicon *lexicon; /* the users' own words, or NULL */
} Reading;

typedef struct Cue
{
	Span		lemma;
	CueClass	class;
	unsigned	slot;
	unsigned	weight;
} Cue;

/* lexicon may be NULL. */
extern void reading_open(Reading *r, const Article *article, const UserLexicon *lexicon);
extern void reading_close(Reading *r);

/* The words of saying and the offices that are built in, one by one, as a lexicon shows them; false behind the last. */
extern bool reading_verb_entry(uint32_t n, UserEntry *entry);
extern bool reading_role_entry(uint32_t n, UserEntry *entry);

/* The word of saying at token i, which must have one. */
extern Cue	reading_cue(const Reading *r, uint32_t i);

/* Where the word of saying at token i, which must have one, may stand: CUE_IN_. */
extern unsigned reading_slots(const Reading *r, uint32_t i);

/*
 * A misprinted word of saying right behind a quotation (ujanya, kaat): takes token
 * i for the one that it is one letter from; false where there is none.
 */
extern bool reading_mend_cue(Reading *r, uint32_t i);

/* The folded bytes of token i, at most room of them; 0 where they do not fit. */
extern size_t reading_fold(const Reading *r, uint32_t i, char *out, size_t room);

/*
 * Writes the words of tokens [from, to) to out, one blank between those that have
 * white space between them, without brackets and quotation marks; never longer
 * than the place of the tokens.  Returns the length; out may be NULL.
 */
extern size_t reading_text(const Reading *r, uint32_t from, uint32_t to, char *out);

/* Has the word an affix on a known root? */
extern bool reading_derived(const Reading *r, uint32_t i);

static inline bool
fact_is(const Reading *r, uint32_t i, unsigned flags)
{
	return i < r->n && (r->fact[i].flags & flags) != 0;
}

/* Does token i look like a verb or an auxiliary, acronyms left out? */
static inline bool
reading_verb(const Reading *r, uint32_t i)
{
	return fact_is(r, i, FACT_VERB) && !fact_is(r, i, FACT_UPPER);
}

/* Is the word an ordinary one, or a place or an office, rather than a name? */
static inline bool
reading_common(const Reading *r, uint32_t i)
{
	return fact_is(r, i, FACT_COMMON);
}

/* Is there a word of saying at i that may stand in one of the slots? */
static inline bool
reading_cue_in(const Reading *r, uint32_t i, unsigned slots)
{
	return i < r->n && r->fact[i].cue != 0 && (reading_slots(r, i) & slots) != 0;
}

static inline bool
part_is(const Reading *r, uint32_t i, unsigned part)
{
	return i < r->n && (r->fact[i].part & part) != 0;
}

/* Is token i, a word or a mark, on the list? */
static inline bool
word_is(const Reading *r, uint32_t i, ListedWords list)
{
	return i < r->n && r->fact[i].word != 0 && (r->lists[r->fact[i].word - 1][list / 32] >> list % 32 & 1) != 0;
}

static inline bool
mark_is(const Reading *r, uint32_t i, MarkKind kind)
{
	return i < r->n && r->fact[i].mark == kind;
}

/* The place from token a up to and without token b. */
static inline Place
reading_place(const Reading *r, uint32_t a, uint32_t b)
{
	return place_join(r->token[a].place, r->token[b - 1].place);
}

#endif
