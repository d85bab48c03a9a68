/*
 * The stemmer itself: names, exceptions, reduplication, analysis; no table of forms.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/stem_rule.h"

#include "core/analyse.h"
#include "core/lexicon.h"

/* Copies s, cut between characters where it is longer than any stem. */
static size_t
give(Span s, char out[STEM_MAX])
{
	size_t		len = s.len;

	if (len > STEM_MAX)
	{
		len = STEM_MAX;
		while (len > 1 && ((unsigned char) s.at[len] & 0xC0) == 0x80)
			len--;
	}
	memcpy(out, s.at, len);
	return len;
}

/* A word without hyphens. */
static size_t
stem_single(Span w, StemLevel level, char out[STEM_MAX])
{
	Analysis	a;
	Span		exception = level == STEM_ROOT ? lexicon_exception(w) : span_of(w.at, 0);

	if (exception.len > 0)
		return give(exception, out);
	if (lexicon_name(w) != 0 || !analyse_word(w, &a))
		return give(w, out);
	if (level == STEM_LIGHT)
		return give(span_of(w.at, w.len - a.clitics), out);
	return give(span_of(a.root, a.len), out);
}

/* a-b as one word: the root that both halves share, or 0. */
static size_t
stem_pair(Span a, Span b, StemLevel level, char out[STEM_MAX])
{
	char		root_a[STEM_MAX],
				root_b[STEM_MAX],
				me[STEM_MAX];
	size_t		len_a = stem_single(a, STEM_ROOT, root_a),
				len_b = stem_single(b, STEM_ROOT, root_b);

	if (!span_equal(span_of(root_a, len_a), span_of(root_b, len_b)))
	{
		if (b.len + 2 > ANALYSE_MAX)
			return 0;
		memcpy(me, "me", 2);
		memcpy(me + 2, b.at, b.len);
		len_b = stem_single(span_of(me, b.len + 2), STEM_ROOT, root_b);
		if (!span_equal(span_of(root_a, len_a), span_of(root_b, len_b)))
			return 0;
	}
	if (level == STEM_LIGHT)
		return stem_single(a, STEM_LIGHT, out);
	return give(span_of(root_a, len_a), out);
}

/* Is it an affix that may stand before or behind a hyphen (di-PHK, KTP-nya)? */
static bool
is_affix(Span s, const char *const *list)
{
	for (; *list; list++)
	{
		if (span_is(s, *list))
			return true;
	}
	return false;
}

static size_t stem_plain(Span w, StemLevel level, char out[STEM_MAX]);

static size_t
stem_hyphen(Span w, size_t hyphen, StemLevel level, char out[STEM_MAX])
{
	static const char *const behind[] = {"nya", "ku", "mu", "lah", "kah", "tah", "pun", NULL};
	static const char *const before[] = {"di", "me", "mem", "men", "meng", "nge", "ber", "ter",
	"per", "pe", "pem", "pen", "peng", "se", "ke", "ku", NULL};
	Span		a = span_of(w.at, hyphen),
				b = span_of(w.at + hyphen + 1, w.len - hyphen - 1);
	size_t		len;

	if (a.len == 0 || b.len == 0)
		return give(w, out);
	if (is_affix(b, behind))
		return stem_plain(a, level, out);
	if (memchr(a.at, '-', a.len))
		return give(w, out);
	if (is_affix(a, before) && level == STEM_ROOT && (b.at[0] < '0' || b.at[0] > '9'))
		return stem_single(b, level, out);
	len = stem_pair(a, b, level, out);
	return len > 0 ? len : give(w, out);
}

/* anak2 is anak-anak, where the word before the 2 is one. */
static bool
is_doubled(Span w)
{
	Span		half = span_of(w.at, w.len - 1);
	Analysis	a;

	return w.len > 3 && w.at[w.len - 1] == '2' && (lexicon_name(half) != 0 || analyse_word(half, &a));
}

/* The word without its apostrophes (jum'at), in room; at most STEM_MAX bytes. */
static Span
drop_apostrophes(Span w, char *room)
{
	size_t		len = 0;

	if (!memchr(w.at, '\'', w.len))
		return w;
	for (size_t i = 0; i < w.len; i++)
	{
		if (w.at[i] != '\'')
			room[len++] = w.at[i];
	}
	return len > 0 ? span_of(room, len) : w;
}

/* A word of up to STEM_MAX bytes. */
static size_t
stem_plain(Span w, StemLevel level, char out[STEM_MAX])
{
	Span		exception;

	if (is_doubled(w))
		w.len--;
	for (size_t i = w.len; i > 0; i--)
	{
		if (w.at[i - 1] == '-')
		{
			exception = lexicon_exception(w);
			if (exception.len > 0)
				return give(exception, out);
			return stem_hyphen(w, i - 1, level, out);
		}
	}
	return stem_single(w, level, out);
}

size_t
stem_rule(Span folded, StemLevel level, char out[STEM_MAX])
{
	char		room[STEM_MAX];
	Span		bare;
	size_t		len;

	if (folded.len == 0 || folded.len > STEM_MAX)
		return give(folded, out);
	bare = drop_apostrophes(folded, room);
	len = stem_plain(bare, level, out);
	/* a name keeps its apostrophe: ka'ban */
	return span_equal(span_of(out, len), bare) ? give(folded, out) : len;
}

bool
stem_stop(Span folded)
{
	static const char *const clitics[] = {"nya", "lah", "kah", "pun"};

	if (lexicon_stop(folded))
		return true;
	if (folded.len < 5 || lexicon_function(folded) != FUNCTION_NONE || lexicon_root(folded) >= 0)
		return false;
	for (size_t i = 0; i < sizeof(clitics) / sizeof(clitics[0]); i++)
		if (memcmp(folded.at + folded.len - 3, clitics[i], 3) == 0)
			return lexicon_stop(span_of(folded.at, folded.len - 3));
	return false;
}
