/*
 * What each token of an article can do.
 *
 * A word is looked up once: src/tools/join.pl has put all that is asked of it,
 * from five lists, into one record of the table known_record, found by the word's
 * sixteen bytes in small letters.  Tokens are read in batches and each batch
 * twice, first its letters, then its meanings, so that the memory which the
 * second look needs is on its way meanwhile; and what a word is decides on no
 * branch before it is known to be capitalised.  Longer words, abbreviations and
 * letters beyond ASCII take the slow way, through the lists themselves.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/reading.h"

#include "core/host.h"
#include "core/lexicon.h"
#include "core/reading_cue.h"
#include "core/reading_word.h"
#include "core/stem.h"
#include "core/table.h"
#include "core/utf8_unit.h"

#include "core/mention_table.h"
#include "core/wordlist_table.h"

#include "core/known_table.h"

/* Bytes of a users' office or person of several words. */
#define PHRASE_ROOM 160

#define BREATH 1024				/* tokens between two breaths */
#define BATCH 64				/* tokens that are looked up together */
#define AHEAD 8					/* how far ahead of the looking up memory is asked for */

/* What ASCII marks are. */
enum
{
	C = MARK_COMMA, D = MARK_DASH, E = MARK_END, L = MARK_COLON, O = MARK_OPEN_BRACKET,
	Q = MARK_QUOTE, S = MARK_SINGLE, X = MARK_CLOSE_BRACKET, _ = MARK_OTHER
};

static const uint8_t ascii_mark[128] = {
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _,
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _,
	_, E, Q, _, _, _, _, S, O, X, _, _, C, D, E, _,
	_, _, _, _, _, _, _, _, _, _, L, _, _, _, _, E,
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _,
	_, _, _, _, _, _, _, _, _, _, _, O, _, X, _, _,
	S, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _,
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _
};

static MarkKind
mark_kind(Span s)
{
	Unit		u = unit_at(s.at, s.at + s.len);

	if (u.c < 128)
		return (MarkKind) ascii_mark[u.c];
	switch (u.class)
	{
		case CHAR_QUOTE:
			return MARK_QUOTE;
		case CHAR_APOSTROPHE:
			return MARK_SINGLE;
		default:
			break;
	}
	if (u.c == 0x2013 || u.c == 0x2014)
		return MARK_DASH;
	return u.c == 0x2026 ? MARK_END : MARK_OTHER;
}

size_t
reading_fold(const Reading *r, uint32_t i, char *out, size_t room)
{
	Span		s = span_at(r->text, r->token[i].place);

	if (!(r->token[i].flags & TOKEN_FOREIGN))
	{
		if (s.len > room)
			return 0;
		for (size_t k = 0; k < s.len; k++)
			out[k] = (char) (s.at[k] >= 'A' && s.at[k] <= 'Z' ? s.at[k] | 0x20 : s.at[k]);
		return s.len;
	}
	return unit_fold(s, out, room);
}

/* The length of an abbreviation without its dots. */
static size_t
trim_dot(const char *word, size_t len)
{
	while (len > 1 && word[len - 1] == '.')
		len--;
	return len;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
ends(Span s, const char *suffix)
{
	size_t		len = strlen(suffix);

	return s.len > len && memcmp(s.at + s.len - len, suffix, len) == 0;
}

/* Has the word the shape of a noun: pemerintahan, kesehatan, rencananya, kemenkes? */
static bool
looks_noun(Span s)
{
	if (s.len >= 8 && ends(s, "an") && (word_begins(s, "pe", 8) || word_begins(s, "ke", 8)))
		return true;
	return (s.len >= 6 && ends(s, "nya")) || word_begins(s, "kemen", 7);
}

/* Is the capitalised word with this folded form an ordinary one?  root: it is a root that has derived forms. */
static bool
is_common(const Reading *r, uint32_t i, Span word, bool root)
{
	const Fact *f = &r->fact[i];
	const unsigned parts = PART_ROLE | PART_PART | PART_ORG | PART_STATE | PART_TIME | PART_STOP | PART_OPENER | PART_DOCUMENT | PART_HUMAN | PART_GROUP;
	bool		listed = ((f->part & parts) != 0) | ((f->tail & TAIL_FIELD) != 0);
	bool		person = (f->name & NAME_PERSON) != 0;
	bool		known = root | (f->name != 0) | (r->token[i].class == TOKEN_REDUPLICATION);

	return listed | (!person & known) || (!person && looks_noun(word));
}

/* What the users say of the word: a word of saying, an office, or none of these. */
static void
read_user(const Reading *r, Fact *f, Span key)
{
	const UserEntry *verb = user_find(r->lexicon, USER_VERB, key);
	const UserEntry *role = user_find(r->lexicon, USER_ROLE, key);

	if (verb == NULL && key.len > 5 && memcmp(key.at + key.len - 3, "nya", 3) == 0)
		verb = user_find(r->lexicon, USER_VERB, span_of(key.at, key.len - 3));
	if (verb != NULL)
		f->cue = verb->remove ? 0 : cue_of_user(r->lexicon, verb);
	if (role != NULL)
		f->part = (uint16_t) (role->remove ? f->part & ~PART_ROLE : f->part | PART_ROLE);
}

/* Marks the words of an office or a person of several words that the users named. */
static void
mark_phrase(Reading *r, uint32_t i, uint32_t words, UserKind kind)
{
	for (uint32_t k = i; k < i + words; k++)
	{
		Fact	   *f = &r->fact[k];

		if (kind == USER_ROLE)
			f->part |= k == i ? PART_ROLE : PART_PART;
		else
		{
			f->part &= (uint16_t) ~(PART_ROLE | PART_PART | PART_ORG | PART_STATE | PART_TIME | PART_HUMAN | PART_STOP);
			f->flags &= (uint16_t) ~FACT_COMMON;
			f->name |= NAME_PERSON;
		}
	}
}

/* Looks for the users' offices and persons of several words that begin at token i. */
static void
read_phrases(Reading *r, uint32_t i, UserKind kind)
{
	char		phrase[PHRASE_ROOM];
	size_t		len = 0;
	uint32_t	most = r->lexicon->most_words[kind];

	for (uint32_t words = 1; words <= most && i + words <= r->n; words++)
	{
		size_t		n;
		const UserEntry *e;

		if (!fact_is(r, i + words - 1, FACT_WORD) || len + 1 >= sizeof(phrase))
			return;
		if (words > 1)
			phrase[len++] = ' ';
		n = reading_fold(r, i + words - 1, phrase + len, sizeof(phrase) - len);
		if (n == 0)
			return;
		len += n;
		e = words > 1 || kind == USER_PERSON ? user_find(r->lexicon, kind, span_of(phrase, len)) : NULL;
		if (e != NULL && !e->remove)
			mark_phrase(r, i, words, kind);
	}
}

/* The record of a word of up to sixteen bytes, given folded with its hash. */
static inline uint32_t
known_find(WordKey key, uint32_t hash)
{
	for (uint32_t i = hash;; i++)
	{
		uint32_t	n = known_slot[i & KNOWN_MASK];
		const Known *k = &known_record[n];
		uint64_t	other = (k->key.a ^ key.a) | (k->key.b ^ key.b);

		/* One branch for both ends, which no processor can foresee apart: record 0 is nobody's. */
		if ((other & (0u - (uint64_t) (n != 0))) == 0)
			return n;
	}
}

Known
known_word(Span word)
{
	Known		k = {{0, 0}, 0, 0, 0, 0, 0, 0};
	int32_t		row = table_find(&mention_table, word);

	k.reporting = cue_of_word(word);
	k.wordlist = (uint16_t) (table_find(&wordlist_table, word) + 1);
	k.kind = (uint8_t) lexicon_name(word);
	k.class = lexicon_root(word) >= 1;
	if (row >= 0)
	{
		k.part = mention_row[row].part;
		k.tail = (uint8_t) mention_row[row].tail;
	}
	return k;
}

bool
known_list(Span word, ListedWords list)
{
	int32_t		row = table_find(&wordlist_table, word);

	return row >= 0 && (wordlist_row[row].words[list / 32] >> list % 32 & 1) != 0;
}

bool
known_derived(Span word)
{
	char		stem[STEM_MAX];
	Span		root = span_of(stem, stem_word(word, STEM_ROOT, stem));

	return !span_equal(word, root) && lexicon_root(root) >= 0;
}

/* Has a word with this key and length the shape of a verb: me-, ber-, di-, ter-? */
static inline bool
looks_verb(WordKey key, size_t len)
{
	uint64_t	two = key.a & 0xFFFF,
				three = key.a & 0xFFFFFF;

	return ((len >= 6) & ((two == ('m' | 'e' << 8)) | (three == ('b' | 'e' << 8 | 'r' << 16)) | (three == ('t' | 'e' << 8 | 'r' << 16)))) |
		((len >= 5) & (two == ('d' | 'i' << 8)));
}

/* What a word is by its letters: FACT_ flags. */
static inline unsigned
word_flags(const Token *t, char first)
{
	bool		number = !(t->flags & TOKEN_LETTERS) | (t->class == TOKEN_CURRENCY) | is_digit(first);
	unsigned	capital = (t->flags & TOKEN_CAPITAL ? FACT_CAPITAL : 0u) | (t->flags & TOKEN_UPPER ? FACT_UPPER : 0u);

	return FACT_WORD | (number ? (unsigned) FACT_NUMBER : capital);
}

/* What capitals and the users' words add to what is known of a word, given folded. */
static void
note_capital(Reading *r, uint32_t i, const Known *k, Span word)
{
	Fact	   *f = &r->fact[i];
	uint32_t	len = r->token[i].place.len;
	bool		capital = (f->flags & FACT_CAPITAL) != 0,
				inner = !(f->flags & FACT_UPPER) & is_upper(r->text.at[r->token[i].place.at + (len > 1)]),
				unknown = (k->class == 0) & (k->kind == 0) & (k->part == 0);

	if ((capital & unknown & ((len >= 9) | ((len >= 6) & inner))) && glued_word(r, i) && (f->flags & FACT_CAPITAL))
		return;
	if (r->lexicon != NULL)
		read_user(r, f, word);
	if (f->flags & (FACT_CAPITAL | FACT_UPPER) && is_common(r, i, word, k->class > 0))
		f->flags |= FACT_COMMON;
}

/* Fills in what is known of the word at i, whose flags stand there already. */
static inline void
note_word(Reading *r, uint32_t i, const Known *k, WordKey key, size_t len)
{
	Fact	   *f = &r->fact[i];
	bool		verb = ((k->tail & TAIL_VERB) != 0) | (((k->tail & TAIL_NOUN) == 0) & looks_verb(key, len));
	bool		capital = (f->flags & FACT_CAPITAL) != 0;
	bool		low = capital & ((k->tail & TAIL_LOW) != 0);

	f->cue = k->reporting;
	f->word = k->wordlist;
	f->tail = k->tail;
	f->part = (uint16_t) (k->part & ~(low * (unsigned) (PART_ROLE | PART_PART)));
	f->name = (uint8_t) (k->kind * capital);
	f->flags |= (uint16_t) (verb * FACT_VERB);
}

/* A word that is long, abbreviated, not all ASCII, or at the very end of the text. */
static void
read_long(Reading *r, uint32_t i)
{
	Fact	   *f = &r->fact[i];
	char		folded[WORD_ROOM];
	size_t		len = reading_fold(r, i, folded, sizeof(folded));
	Span		word = span_of(folded, trim_dot(folded, len));
	WordKey		key = key_of(folded, word.len < 16 ? word.len : 16);
	Known		known;

	f->flags = (uint16_t) word_flags(&r->token[i], r->text.at[r->token[i].place.at]);
	f->hash = len > 0 ? table_hash(word) : r->token[i].place.len;
	if (len == 0 || f->flags & FACT_NUMBER)
		return;
	known = word.len > 16 ? known_word(word) : known_record[known_find(key, f->hash)];
	note_word(r, i, &known, key, word.len);
	note_capital(r, i, &known, word);
}

/* A mark beyond ASCII, or at the very end of the text. */
static void
read_mark(Reading *r, uint32_t i)
{
	Fact	   *f = &r->fact[i];
	char		folded[4];

	f->mark = (uint8_t) mark_kind(span_at(r->text, r->token[i].place));
	if (f->mark == MARK_DASH || f->mark == MARK_OTHER)
		f->word = (uint16_t) (table_find(&wordlist_table, span_of(folded, reading_fold(r, i, folded, sizeof(folded)))) + 1);
}

/* Is token i of up to sixteen ASCII bytes, of which as many may be read, and no abbreviation? */
static inline bool
is_short(const Reading *r, const Token *t)
{
	return (t->place.len <= 16) & !(t->flags & TOKEN_FOREIGN) & (r->text.len - t->place.at >= 16) &
		((t->class >= TOKEN_PUNCTUATION) | (r->text.at[t->place.at + t->place.len - 1] != '.'));
}

/* The first look at tokens [from, to): letters and marks; brings nearer what the second will ask for. */
static void
read_letters(Reading *r, uint32_t from, uint32_t to, WordKey *key)
{
	for (uint32_t i = from; i < to; i++, key++)
	{
		Fact	   *f = &r->fact[i];
		const Token *t = &r->token[i];
		const char *at = r->text.at + t->place.at;
		bool		mark = t->class >= TOKEN_PUNCTUATION;

		if (!is_short(r, t))
		{
			f->mark = MARK_LATER;
			f->flags = 0;
			f->hash = 0;
			continue;
		}
		*key = key_wide_lower(at, t->place.len);
		f->hash = (uint32_t) (key_mix(*key) >> 32);
		__builtin_prefetch(&known_slot[f->hash & KNOWN_MASK]);
		f->mark = mark ? ascii_mark[*at & 127] : MARK_NONE;
		f->flags = (uint16_t) (mark ? 0 : word_flags(t, *at));
	}
}

/* The second look: what the words and marks mean; then what capitals add, and what has no short key. */
static void
read_meanings(Reading *r, uint32_t from, uint32_t to, const WordKey *key)
{
	const Known *known[BATCH];
	uint32_t	rest[BATCH];
	uint32_t	n = 0;

	for (uint32_t i = from; i < to; i++)
	{
		Fact	   *f = &r->fact[i];

		if (i + AHEAD < to)
			__builtin_prefetch(&known_record[known_slot[f[AHEAD].hash & KNOWN_MASK]]);
		rest[n] = i;
		n += ((f->flags & (FACT_CAPITAL | FACT_UPPER)) != 0) | (f->mark == MARK_LATER) | (r->lexicon != NULL);
		if (f->mark == MARK_LATER)
			continue;
		known[i - from] = &known_record[known_find(key[i - from], f->hash) * !(f->flags & FACT_NUMBER)];
		note_word(r, i, known[i - from], key[i - from], r->token[i].place.len);
		f->hash &= 0u - (f->mark == MARK_NONE);
	}
	for (uint32_t k = 0; k < n; k++)
	{
		uint32_t	i = rest[k];
		char		folded[16];

		if (r->fact[i].mark != MARK_LATER)
		{
			key_write(key[i - from], folded);
			note_capital(r, i, known[i - from], span_of(folded, r->token[i].place.len));
			continue;
		}
		memset(&r->fact[i], 0, sizeof(Fact));
		if (r->token[i].class >= TOKEN_PUNCTUATION)
			read_mark(r, i);
		else
			read_long(r, i);
	}
}

/* Lists what may begin a mention, and the quotation marks. */
static void
collect(Reading *r, uint32_t from, uint32_t to)
{
	uint32_t	openers = r->openers,
				glyphs = r->glyphs;

	for (uint32_t i = from; i < to; i++)
	{
		const Fact *f = &r->fact[i];

		r->opener[openers] = r->glyph[glyphs] = i;
		openers += ((f->flags & (FACT_CAPITAL | FACT_UPPER)) != 0) | ((f->part & (PART_ROLE | PART_GROUP)) != 0);
		glyphs += (f->mark == MARK_QUOTE) | (f->mark == MARK_SINGLE);
	}
	r->openers = openers;
	r->glyphs = glyphs;
}

/* Marks what is no running text: lines that are no body, cuts, repeats. */
static void
skip_boilerplate(Reading *r)
{
	const Article *a = r->article;

	for (uint32_t k = 0; k < a->lines; k++)
	{
		const Line *l = &a->line[k];

		if (l->class != LINE_BODY && l->class != LINE_DATELINE)
			for (uint32_t i = l->first; i < l->first + l->tokens && i < r->n; i++)
				r->fact[i].flags |= FACT_SKIP;
		if (l->tokens > 0 && l->first < r->n)
			r->fact[l->first].flags |= FACT_LINE;
	}
	for (uint32_t k = 0; k < a->cuts; k++)
		for (uint32_t i = a->cut[k].first; i < a->cut[k].first + a->cut[k].tokens && i < r->n; i++)
			r->fact[i].flags |= FACT_SKIP;
}

/* Sentences begin where core/sentence says; and where paragraphs were joined by commas: kata Ana.,Budi */
static void
mark_sentences(Reading *r)
{
	const SentenceList *l = &r->article->sentences;

	for (uint32_t k = 0; k < l->n; k++)
		if (l->sentence[k].first < r->n)
			r->fact[l->sentence[k].first].flags |= FACT_SENTENCE;
	for (uint32_t i = 2; i < r->n; i++)
		if (mark_is(r, i - 1, MARK_COMMA) && mark_is(r, i - 2, MARK_END) && r->token[i].flags & TOKEN_GLUED && r->token[i - 1].flags & TOKEN_GLUED &&
			(fact_is(r, i, FACT_CAPITAL) || mark_is(r, i, MARK_QUOTE)))
			r->fact[i].flags |= FACT_SENTENCE;
}

void
reading_open(Reading *r, const Article *article, const UserLexicon *lexicon)
{
	r->lexicon = lexicon != NULL && lexicon->n > 0 ? lexicon : NULL;
	r->article = article;
	r->text = article->text;
	r->token = article->tokens.token;
	r->lists = &wordlist_row[0].words;
	r->n = article->tokens.n;
	r->fact = berita_alloc(((size_t) r->n + 1) * sizeof(Fact));
	memset(&r->fact[r->n], 0, sizeof(Fact));
	r->opener = berita_alloc(((size_t) r->n + 1) * sizeof(uint32_t));
	r->glyph = berita_alloc(((size_t) r->n + 1) * sizeof(uint32_t));
	r->openers = r->glyphs = 0;
	for (uint32_t i = 0; i < r->n; i += BATCH)
	{
		WordKey		key[BATCH];
		uint32_t	to = r->n - i < BATCH ? r->n : i + BATCH;

		if (i % BREATH == 0)
			berita_breathe();
		read_letters(r, i, to, key);
		read_meanings(r, i, to, key);
		collect(r, i, to);
	}
	for (uint32_t k = 0; r->lexicon != NULL && k < r->openers; k++)
		if (fact_is(r, r->opener[k], FACT_CAPITAL))
		{
			read_phrases(r, r->opener[k], USER_ROLE);
			read_phrases(r, r->opener[k], USER_PERSON);
		}
	mark_sentences(r);
	skip_boilerplate(r);
}

void
reading_close(Reading *r)
{
	berita_free(r->fact);
	berita_free(r->opener);
	berita_free(r->glyph);
	r->fact = NULL;
	r->opener = r->glyph = NULL;
}

bool
reading_role_entry(uint32_t n, UserEntry *entry)
{
	for (uint32_t row = 0; row < mention_table.rows; row++)
		if ((mention_row[row].part & PART_ROLE) && n-- == 0)
		{
			memset(entry, 0, sizeof(*entry));
			entry->form = entry->meaning = table_key(&mention_table, row);
			entry->kind = USER_ROLE;
			return true;
		}
	return false;
}

size_t
reading_text(const Reading *r, uint32_t from, uint32_t to, char *out)
{
	size_t		len = 0;
	bool		gap = false;
	int			depth = 0;

	for (uint32_t i = from; i < to; i++)
	{
		Span		s = span_at(r->text, r->token[i].place);
		MarkKind	kind = (MarkKind) r->fact[i].mark;

		gap = gap || !(r->token[i].flags & TOKEN_GLUED);
		if (kind == MARK_OPEN_BRACKET)
			depth++;
		else if (kind == MARK_CLOSE_BRACKET && depth > 0)
			depth--;
		else if (depth == 0 && kind != MARK_QUOTE && kind != MARK_SINGLE)
		{
			if (len > 0 && gap)
			{
				if (out)
					out[len] = ' ';
				len++;
			}
			if (r->fact[i].flags & (FACT_GLUED_BEFORE | FACT_GLUED_BEHIND))
				s = glued_name(r, i);
			if (out)
				memcpy(out + len, s.at, s.len);
			len += s.len;
			gap = false;
			continue;
		}
		gap = true;
	}
	return len;
}

bool
reading_derived(const Reading *r, uint32_t i)
{
	char		folded[WORD_ROOM];
	size_t		len;

	if (!fact_is(r, i, FACT_WORD) || r->fact[i].name != 0)
		return false;
	len = reading_fold(r, i, folded, sizeof(folded));
	return len >= 5 && known_derived(span_of(folded, len));
}
