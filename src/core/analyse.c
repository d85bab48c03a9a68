/*
 * All ways to take an affixed word apart, scored; the best one wins.
 *
 * The idea.  Indonesian words are built as
 *
 *		[prefix [prefix [prefix]]] root [suffix] [possessive] [particle]
 *
 * and the prefixes meN- and peN- swallow a first k, t, p or s of the root.  A
 * stemmer that takes the first analysis that the lexicon knows errs on short
 * roots inside long ones.  So every analysis whose root is in the list competes:
 *
 *		score = productivity of the root + its length - price of every step
 *
 * Stages: (1) the whole word is a root: done.  (2) Every choice of particle,
 * possessive and suffix at the end leaves a body; (3) from each body every order
 * of prefixes that the language allows is taken off, with every first letter
 * that a nasal may stand for; each rest is looked up.
 *
 * Example: "mengatakan" offers meng-atak-an, meng-kata-kan, meng-ata-kan,
 * me-ngata-kan ...; only kata is in the list.  "beruang" is a root itself.
 *
 * Limits: words of up to ANALYSE_MAX bytes; at most three prefixes.  A root
 * that is not in the list is not found.
 *
 * The affix classes are those of Nazief and Adriani; scoring all analyses
 * instead of taking the first is ours.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/analyse.h"

#include "core/lexicon.h"

typedef enum Prefix
{
	P_NONE, P_DI, P_ME, P_KU, P_TER, P_KE, P_SE, P_BER, P_PE, P_PER, P_COPY, P_COLLOQUIAL, P_TE, P_KINDS
} Prefix;

typedef enum Suffix
{
	S_NONE, S_KAN, S_AN, S_I, S_FOREIGN, S_COLLOQUIAL
} Suffix;

#define BIT(prefix) (1u << (prefix))

/* Which prefixes may stand inside which. */
static const uint16_t inner[P_KINDS] = {
	[P_NONE] = 0xFFFF,
	[P_DI] = BIT(P_PER) | BIT(P_PE) | BIT(P_BER) | BIT(P_KE) | BIT(P_SE) | BIT(P_TER),
	[P_ME] = BIT(P_PER) | BIT(P_PE) | BIT(P_BER) | BIT(P_KE) | BIT(P_SE) | BIT(P_TER),
	[P_KU] = BIT(P_PER) | BIT(P_PE) | BIT(P_BER) | BIT(P_KE) | BIT(P_SE),
	[P_TER] = BIT(P_PER) | BIT(P_PE) | BIT(P_SE) | BIT(P_KE) | BIT(P_BER),
	[P_KE] = BIT(P_BER) | BIT(P_TER) | BIT(P_SE) | BIT(P_PE) | BIT(P_PER),
	[P_SE] = BIT(P_PE) | BIT(P_PER) | BIT(P_KE) | BIT(P_BER) | BIT(P_TER),
	[P_BER] = BIT(P_KE) | BIT(P_PE) | BIT(P_PER) | BIT(P_SE) | BIT(P_TER),
	[P_PE] = BIT(P_BER) | BIT(P_PER) | BIT(P_SE) | BIT(P_KE) | BIT(P_TER),
	[P_PER] = BIT(P_SE) | BIT(P_KE) | BIT(P_BER) | BIT(P_TER),
	[P_COPY] = 0,
	[P_COLLOQUIAL] = 0,
	[P_TE] = 0,
};

/* Prices in tenths. */
enum
{
	PRICE_LETTER = 6,			/* gained for each letter of the root, up to 7 */
	PRICE_SHORT = 15,			/* root of up to three letters */
	PRICE_MORE = 10,			/* each prefix beyond the first */
	PRICE_PARTICLE = 3,
	PRICE_TAH = 20,
	PRICE_KU_MU = 10,
	PRICE_I = 30,				/* -i without a prefix that asks for it */
	PRICE_FOREIGN = 25,
	PRICE_NASAL_KEPT = 10,		/* me-m.., me-n..: the root's own nasal */
	PRICE_PE_PLAIN = 15,
	PRICE_R = 5,				/* be-r.., te-r.., pe-r.. */
	PRICE_KU = 30,
	PRICE_SE = 10,
	PRICE_KE = 10,				/* ke- without -an */
	PRICE_MENGE = 5,
	PRICE_RESTORED = -3,
	PRICE_COPY = 10,
	PRICE_COLLOQUIAL = 25
};

/* What a root's productivity class adds. */
static const int class_gain[4] = {0, 9, 20, 32};

typedef struct Search
{
	Span		body;			/* the word without its suffixes */
	Suffix		suffix;
	int			price;			/* of the suffixes */
	uint8_t		clitics;
	Analysis   *best;
	bool		found;
} Search;

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool
ends_with(Span s, const char *end)
{
	size_t		len = strlen(end);

	return s.len > len && memcmp(s.at + s.len - len, end, len) == 0;
}

static bool
starts_with(Span s, const char *start)
{
	size_t		len = strlen(start);

	return s.len > len && memcmp(s.at, start, len) == 0;
}

/* Pairs of prefix and suffix that do not go together, or hardly. */
static int
pair_price(Prefix prefix, Suffix suffix)
{
	switch (suffix)
	{
		case S_KAN:
			return prefix == P_KE || prefix == P_PE || prefix == P_SE ? 50 :
				prefix == P_BER ? 25 : prefix == P_NONE ? 5 : 0;
		case S_AN:
			return prefix == P_SE ? 25 : prefix == P_DI || prefix == P_ME ? 50 :
				prefix == P_TER ? 30 : 0;
		case S_I:
			return prefix == P_PE || prefix == P_KE || prefix == P_BER || prefix == P_SE ? 50 :
				prefix == P_NONE ? PRICE_I : 0;
		case S_FOREIGN:
			return PRICE_FOREIGN;
		case S_COLLOQUIAL:
			return PRICE_COLLOQUIAL;
		default:
			return prefix == P_KE ? PRICE_KE : 0;
	}
}

/* Looks one candidate root up: first letter (or 0 for none) before rest. */
static void
try_root(Search *s, char first, Span rest, int price, Prefix outer, Prefix near)
{
	char		root[ANALYSE_MAX + 2];
	size_t		len = 0;
	int			class,
				score;

	if (first)
		root[len++] = first;
	memcpy(root + len, rest.at, rest.len);
	len += rest.len;
	if (len < 2 || (class = lexicon_root(span_of(root, len))) < 0)
		return;
	/* speech, and ke- or doubling alone, go with well-known roots only */
	if (class < 2 && (near == P_COLLOQUIAL || near == P_TE ||
					  (s->suffix == S_NONE && near == outer && (near == P_KE || near == P_COPY))))
		return;
	if ((near != P_NONE || s->suffix != S_NONE) && (lexicon_root_flags(span_of(root, len)) & ROOT_PROTECT))
		return;
	score = class_gain[class] + PRICE_LETTER * (rest.len < 7 ? (int) rest.len : 7) - price - s->price;
	score -= rest.len <= 3 ? PRICE_SHORT : 0;
	score -= pair_price(outer == P_DI || outer == P_ME || outer == P_KU ? outer : near, s->suffix);
	if (s->found && score <= s->best->score)
		return;
	s->found = true;
	s->best->score = (int16_t) score;
	s->best->clitics = s->clitics;
	memcpy(s->best->root, root, len);
	s->best->len = (uint8_t) len;
}

static void take_prefixes(Search *s, Span rest, Prefix outer, Prefix last, int depth, int price);

/* Goes on behind a prefix: the rest may be the root or begin with a further prefix. */
static void
step(Search *s, Span rest, size_t cut, char first, Prefix prefix, Prefix outer, int depth, int price)
{
	Span		left = span_of(rest.at + cut, rest.len - cut);
	char		restored[ANALYSE_MAX + 1];

	if (left.len < 2)
		return;
	if (depth > 0)
		price += PRICE_MORE;
	if (outer == P_NONE)
		outer = prefix;
	try_root(s, first, left, price, outer, prefix);
	if (depth >= 2 || left.len > ANALYSE_MAX - 1)
		return;
	if (first)
	{
		restored[0] = first;
		memcpy(restored + 1, left.at, left.len);
		left = span_of(restored, left.len + 1);
	}
	take_prefixes(s, left, outer, prefix, depth + 1, price);
}

/* meN- and peN-: the nasal, and the letters that it may stand for. */
static void
take_nasal(Search *s, Span w, Prefix prefix, Prefix outer, int depth, int price)
{
	char		n = w.len > 2 ? w.at[2] : 0,
				c = w.len > 3 ? w.at[3] : 0;

	if (n == 'm' && c != 0)
	{
		if (strchr("bfvp", c))
			step(s, w, 3, 0, prefix, outer, depth, price);
		if (is_vowel(c) || c == 'r' || c == 'l')
			step(s, w, 3, 'p', prefix, outer, depth, price + PRICE_RESTORED);
	}
	else if (n == 'n' && c == 'g' && w.len > 5)
	{
		char		d = w.at[4];

		step(s, w, 4, 0, prefix, outer, depth, price);
		if (is_vowel(d) || d == 'r' || d == 'l')
			step(s, w, 4, 'k', prefix, outer, depth, price + PRICE_RESTORED);
		if (d == 'e' && w.len >= 7 && w.len <= 9)
			step(s, w, 5, 0, prefix, outer, depth, price + PRICE_MENGE);
	}
	else if (n == 'n' && c == 'y' && w.len > 5)
		step(s, w, 4, 's', prefix, outer, depth, price + PRICE_RESTORED);
	else if (n == 'n' && c != 0)
	{
		if (strchr("cdjstz", c))
			step(s, w, 3, 0, prefix, outer, depth, price);
		if (is_vowel(c) || c == 'r')
			step(s, w, 3, 't', prefix, outer, depth, price + PRICE_RESTORED);
	}
	if (n == 'm' || n == 'n')
		step(s, w, 2, 0, prefix, outer, depth, price + PRICE_NASAL_KEPT);
	else if (strchr("lrwy", n) && n != 0)
		step(s, w, 2, 0, prefix, outer, depth, price);
	else if (prefix == P_PE && n != 0 && !is_vowel(n))
		step(s, w, 2, 0, prefix, outer, depth, price + PRICE_PE_PLAIN);
	if (prefix == P_PE && w.len == 7 && starts_with(w, "pelaja"))
		step(s, w, 3, 0, prefix, outer, depth, price);
}

/* ber-, ter-, per-: with their r, or without it before a root with r. */
static void
take_r(Search *s, Span w, Prefix prefix, Prefix outer, int depth, int price)
{
	if (w.len > 4 && w.at[2] == 'r')
	{
		step(s, w, 3, 0, prefix, outer, depth, price);
		if (is_vowel(w.at[3]))
			step(s, w, 2, 0, prefix, outer, depth, price + PRICE_R);
	}
	else if (w.len > 5 && w.at[3] == 'e' && w.at[4] == 'r')
		step(s, w, 2, 0, prefix == P_TER ? P_TE : prefix, outer, depth, price);
	else if (prefix == P_BER && w.len == 7 && starts_with(w, "belaja"))
		step(s, w, 3, 0, prefix, outer, depth, price);
}

/* The nasal alone, as people speak: ngambil, nyari, nunggu, mikir. */
static void
take_colloquial(Search *s, Span w)
{
	char		a = w.at[0],
				b = w.at[1];

	if (a == 'n' && b == 'g' && w.len > 5)
	{
		step(s, w, 2, 0, P_COLLOQUIAL, P_NONE, 2, PRICE_COLLOQUIAL);
		step(s, w, 2, 'k', P_COLLOQUIAL, P_NONE, 2, PRICE_COLLOQUIAL);
		if (w.at[2] == 'e')
			step(s, w, 3, 0, P_COLLOQUIAL, P_NONE, 2, PRICE_COLLOQUIAL);
	}
	else if (a == 'n' && b == 'y' && w.len > 4)
	{
		step(s, w, 2, 's', P_COLLOQUIAL, P_NONE, 2, PRICE_COLLOQUIAL);
		step(s, w, 2, 'c', P_COLLOQUIAL, P_NONE, 2, PRICE_COLLOQUIAL);
	}
	else if (a == 'n' && is_vowel(b) && w.len > 4)
		step(s, w, 1, 't', P_COLLOQUIAL, P_NONE, 2, PRICE_COLLOQUIAL);
	else if (a == 'm' && is_vowel(b) && w.len > 4)
		step(s, w, 1, 'p', P_COLLOQUIAL, P_NONE, 2, PRICE_COLLOQUIAL + PRICE_COLLOQUIAL);
}

static void
take_prefixes(Search *s, Span w, Prefix outer, Prefix last, int depth, int price)
{
	uint16_t	may = inner[last];

	if (w.len < 4)
		return;
	if ((may & BIT(P_DI)) && starts_with(w, "di"))
		step(s, w, 2, 0, P_DI, outer, depth, price);
	if ((may & BIT(P_KU)) && starts_with(w, "ku"))
		step(s, w, 2, 0, P_KU, outer, depth, price + PRICE_KU);
	if ((may & BIT(P_KU)) && starts_with(w, "kau"))
		step(s, w, 3, 0, P_KU, outer, depth, price + PRICE_KU);
	if ((may & BIT(P_SE)) && starts_with(w, "se"))
		step(s, w, 2, 0, P_SE, outer, depth, price + PRICE_SE);
	if ((may & BIT(P_KE)) && starts_with(w, "ke"))
		step(s, w, 2, 0, P_KE, outer, depth, price);
	if ((may & BIT(P_ME)) && starts_with(w, "me"))
		take_nasal(s, w, P_ME, outer, depth, price);
	if ((may & BIT(P_PE)) && starts_with(w, "pe"))
		take_nasal(s, w, P_PE, outer, depth, price);
	if ((may & BIT(P_PER)) && starts_with(w, "pe"))
		take_r(s, w, P_PER, outer, depth, price);
	if ((may & BIT(P_BER)) && starts_with(w, "be"))
		take_r(s, w, P_BER, outer, depth, price);
	if ((may & BIT(P_TER)) && starts_with(w, "te"))
		take_r(s, w, P_TER, outer, depth, price);
	if ((may & BIT(P_KE)) && starts_with(w, "ketidak") && s->suffix == S_AN)
		step(s, w, 7, 0, P_KE, outer, depth, price);
	if (last == P_NONE)
		take_colloquial(s, w);
	if (last == P_NONE && w.len > 5 && w.at[1] == 'e' && w.at[0] == w.at[2] && !is_vowel(w.at[0]))
		step(s, w, 2, 0, P_COPY, outer, 2, price + PRICE_COPY);
}

/* One choice of suffixes: the body itself as root, then its prefixes. */
static void
take_body(Search *s, Span body, Suffix suffix, int price, size_t clitics)
{
	if (body.len < 2)
		return;
	s->body = body;
	s->suffix = suffix;
	s->price = price;
	s->clitics = (uint8_t) clitics;
	try_root(s, 0, body, 0, P_NONE, P_NONE);
	take_prefixes(s, body, P_NONE, P_NONE, 0, 0);
}

static void
take_suffixes(Search *s, Span w, int price, size_t clitics)
{
	static const struct
	{
		const char *end;
		Suffix		suffix;
	}			suffixes[] = {
		{"kan", S_KAN}, {"an", S_AN}, {"i", S_I},
		{"isasi", S_FOREIGN}, {"isme", S_FOREIGN}, {"is", S_FOREIGN},
		{"wan", S_FOREIGN}, {"wati", S_FOREIGN},
		{"in", S_COLLOQUIAL},
	};

	take_body(s, w, S_NONE, price, clitics);
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
	{
		if (ends_with(w, suffixes[i].end))
			take_body(s, span_of(w.at, w.len - strlen(suffixes[i].end)), suffixes[i].suffix, price, clitics);
	}
}

static void
take_possessive(Search *s, Span w, int price, size_t clitics)
{
	take_suffixes(s, w, price, clitics);
	if (ends_with(w, "nya"))
		take_suffixes(s, span_of(w.at, w.len - 3), price, clitics + 3);
	else if (ends_with(w, "ku") || ends_with(w, "mu"))
		take_suffixes(s, span_of(w.at, w.len - 2), price + PRICE_KU_MU, clitics + 2);
}

/*
 * A word whose root the list does not hold: the possessive -nya, and a prefix
 * and a suffix that belong together, are taken off all the same.
 */
static bool
guess(Span w, Analysis *best)
{
	static const struct
	{
		const char *start;
		const char *restored;	/* stands for the last letter of start */
	}			prefixes[] = {
		{"di", ""}, {"memper", ""}, {"diper", ""}, {"meny", "s"}, {"meng", ""}, {"mem", ""}, {"men", ""},
		{"peny", "s"}, {"peng", ""}, {"pem", ""}, {"pen", ""},
	};
	Span		body = w;
	size_t		clitics = 0,
				len = 0;

	if (ends_with(w, "nya") && w.len >= 6)
		clitics = 3;
	body.len -= clitics;
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
	{
		size_t		start = strlen(prefixes[i].start),
					end;

		if (!starts_with(body, prefixes[i].start))
			continue;
		end = prefixes[i].start[0] == 'p' ? (ends_with(body, "an") ? 2 : 0) :
			ends_with(body, "kan") ? 3 : 0;
		if (end == 0 || body.len < start + end + 4)
			continue;
		len = strlen(prefixes[i].restored);
		memcpy(best->root, prefixes[i].restored, len);
		body = span_of(body.at + start, body.len - start - end);
		break;
	}
	if (body.len == w.len)
		return false;
	memcpy(best->root + len, body.at, body.len);
	best->len = (uint8_t) (len + body.len);
	best->clitics = (uint8_t) clitics;
	best->score = 0;
	return true;
}

bool
analyse_word(Span word, Analysis *best)
{
	Search		s;

	if (word.len == 0 || word.len > ANALYSE_MAX)
		return false;
	if (lexicon_root(word) >= 0)
	{
		memcpy(best->root, word.at, word.len);
		best->len = (uint8_t) word.len;
		best->clitics = 0;
		best->score = 0;
		return true;
	}
	memset(&s, 0, sizeof(s));
	s.best = best;
	take_possessive(&s, word, 0, 0);
	if (ends_with(word, "lah") || ends_with(word, "kah") || ends_with(word, "pun"))
		take_possessive(&s, span_of(word.at, word.len - 3), PRICE_PARTICLE, 3);
	else if (ends_with(word, "tah"))
		take_possessive(&s, span_of(word.at, word.len - 3), PRICE_TAH, 3);
	return s.found || guess(word, best);
}
