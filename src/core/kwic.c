/*
 * Keyword in context: where a word or phrase stands, whatever affixes it carries.
 *
 * Each token is compared with all words of the pattern at once; bit i of the state
 * says that the last i + 1 tokens are the first i + 1 words (the shift-and method
 * of Baeza-Yates and Gonnet), so a text is read once, whatever the pattern.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/kwic.h"

#include "core/host.h"
#include "core/stem.h"
#include "core/utf8_unit.h"

/* *kata* is sought in so many first bytes of a token, lest it take for ever. */
#define INNER_MAX 4096

/* The pattern's next word at *at; its end is *at then.  False: none is left. */
static bool
pattern_word(Span pattern, size_t *at, Span *word)
{
	const char *end = pattern.at + pattern.len;
	const char *p = pattern.at + *at;
	const char *from;
	Unit		u;

	for (u = unit_at(p, end); u.len && (u.class == CHAR_BLANK || u.class == CHAR_NEWLINE); u = unit_at(p, end))
		p += u.len;
	from = p;
	for (; u.len && u.class != CHAR_BLANK && u.class != CHAR_NEWLINE; u = unit_at(p, end))
		p += u.len;
	*at = (size_t) (p - pattern.at);
	*word = span_of(from, (size_t) (p - from));
	return p > from;
}

/* The norm of what is one token, or of the bytes as they are. */
static size_t
norm_of(Span s, char *out)
{
	TokenScan	scan;
	Token		t;

	token_open(&scan, s);
	if (token_next(&scan, &t) && t.place.len == s.len)
		return token_norm(s, &t, out);
	return unit_fold(s, out, s.len);
}

/* Fills in one word of the pattern; memory has room for it.  Returns the bytes used. */
static size_t
add_word(KwicWord *w, Span s, char *memory)
{
	size_t		n;

	w->open_start = s.len > 1 && s.at[0] == '*';
	if (w->open_start)
		s = span_of(s.at + 1, s.len - 1);
	w->open_end = s.len > 1 && s.at[s.len - 1] == '*';
	if (w->open_end)
		s.len--;
	n = norm_of(s, memory);
	w->norm = span_of(memory, n);
	w->root = span_of(memory + n, 0);
	if (!w->open_start && !w->open_end)
		w->root.len = stem_word(w->norm, STEM_ROOT, memory + n);
	return n + w->root.len;
}

bool
kwic_open(Kwic *kwic, Span text, Span pattern)
{
	size_t		at = 0,
				used = 0;
	Span		word;

	kwic->text = text;
	kwic->words = kwic->n = kwic->state = 0;
	kwic->memory = berita_alloc(pattern.len + KWIC_WORDS * (TOKEN_NORM_SPARE + STEM_MAX));
	kwic->room = 256;
	kwic->norm = berita_alloc(kwic->room);
	token_open(&kwic->scan, text);
	while (pattern_word(pattern, &at, &word))
	{
		if (kwic->words == KWIC_WORDS)
		{
			kwic_close(kwic);
			return false;
		}
		used += add_word(&kwic->word[kwic->words++], word, kwic->memory + used);
	}
	return true;
}

/* Is the norm, or the root of it or of its part behind a hyphen, the word's? */
static bool
word_matches(const KwicWord *w, Span norm, Span root, Span part_root)
{
	Span		edge = w->norm;

	if (w->open_start && w->open_end)
	{
		for (size_t i = 0; i + edge.len <= norm.len && i < INNER_MAX; i++)
			if (memcmp(norm.at + i, edge.at, edge.len) == 0)
				return true;
		return false;
	}
	if (w->open_start)
		return norm.len >= edge.len && memcmp(norm.at + norm.len - edge.len, edge.at, edge.len) == 0;
	if (w->open_end)
		return norm.len >= edge.len && memcmp(norm.at, edge.at, edge.len) == 0;
	return span_equal(norm, edge) || span_equal(root, w->root) || span_equal(part_root, w->root);
}

/* Bit i: the token is word i of the pattern. */
static uint32_t
token_matches(Kwic *kwic, const Token *t)
{
	char		stem[STEM_MAX],
				part_stem[STEM_MAX];
	Span		norm,
				root,
				part_root;
	uint32_t	bits = 0;

	if (t->place.len + TOKEN_NORM_SPARE > kwic->room)
	{
		kwic->room = (size_t) t->place.len + TOKEN_NORM_SPARE;
		kwic->norm = berita_grow(kwic->norm, kwic->room);
	}
	norm = span_of(kwic->norm, token_norm(kwic->text, t, kwic->norm));
	root = part_root = norm;
	if (token_has_root(t) && norm.len > 0)
	{
		root = span_of(stem, stem_word(norm, STEM_ROOT, stem));
		if (t->class == TOKEN_COMPOUND)
		{
			const char *hyphen = memchr(norm.at, '-', norm.len);
			Span		part = norm;

			if (hyphen)
				part = span_of(hyphen + 1, (size_t) (norm.at + norm.len - hyphen - 1));
			part_root = span_of(part_stem, stem_word(part, STEM_ROOT, part_stem));
		}
	}
	for (uint32_t i = 0; i < kwic->words; i++)
		bits |= (uint32_t) word_matches(&kwic->word[i], norm, root, part_root) << i;
	return bits;
}

bool
kwic_next(Kwic *kwic, Place *place, uint32_t *line)
{
	Token		t;

	if (kwic->words == 0)
		return false;
	while (token_next(&kwic->scan, &t))
	{
		kwic->place[kwic->n % KWIC_WORDS] = t.place;
		kwic->state = (kwic->state << 1 | 1) & token_matches(kwic, &t);
		kwic->n++;
		if (kwic->state >> (kwic->words - 1) & 1)
		{
			*place = place_join(kwic->place[(kwic->n - kwic->words) % KWIC_WORDS], t.place);
			*line = t.line;
			kwic->state = 0;
			return true;
		}
	}
	return false;
}

void
kwic_close(Kwic *kwic)
{
	berita_free(kwic->memory);
	berita_free(kwic->norm);
}

/* The first byte of the character that ends before p. */
static const char *
char_before(const char *begin, const char *p)
{
	for (int back = 2; back <= 4 && p - back >= begin; back++)
	{
		uint32_t	len;

		(void) utf8_next(p - back, p, &len);
		if (len == (uint32_t) back)
			return p - back;
	}
	return p - 1;
}

Span
kwic_before(Span text, Place place, uint32_t width)
{
	const char *end = text.at + place.at;
	const char *p = end;

	for (; width > 0 && p > text.at; width--)
		p = char_before(text.at, p);
	return span_of(p, (size_t) (end - p));
}

Span
kwic_behind(Span text, Place place, uint32_t width)
{
	const char *from = text.at + place.at + place.len;
	const char *stop = text.at + text.len;
	const char *p = from;
	uint32_t	len;

	for (; width > 0 && p < stop; width--, p += len)
		(void) utf8_next(p, stop, &len);
	return span_of(from, (size_t) (p - from));
}
