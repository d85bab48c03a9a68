/*
 * A text becomes its sorted lexemes with their positions.
 *
 * One pass over the tokens fills a hash table of lexemes, each with the list of
 * its positions; then the lexemes are sorted by their first eight bytes, read as
 * one number, and by the rest only where those agree.  What the server's own
 * to_tsvector does is repeated exactly: a stop word takes a position, marks and
 * blanks take none; positions end at 16383 and at 255 a lexeme.
 *
 * A tsvector holds one megabyte: reading ends before the token that would not
 * fit.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/vector.h"

#include "core/common.h"
#include "core/host.h"
#include "core/key.h"
#include "core/lexeme.h"
#include "core/token.h"

/* Tokens are read so many at a time. */
#define BATCH 32

/* So many lexemes are sorted by insertion. */
#define RUN 8

static const LexemeOptions built_in;

/* The first eight bytes as one number. */
static uint64_t
sort_key(Span s)
{
	uint64_t	key = 0;

	for (size_t i = 0; i < 8; i++)
		key = key << 8 | (i < s.len ? (unsigned char) s.at[i] : 0);
	return key;
}

static void
grow_slots(Vector *v)
{
	berita_free(v->slot);
	v->mask = v->mask * 2 + 1;
	v->slot = berita_alloc((v->mask + 1) * sizeof(uint32_t));
	memset(v->slot, 0, (v->mask + 1) * sizeof(uint32_t));
	for (uint32_t k = 0; k < v->lexemes; k++)
	{
		uint64_t	i = key_hash(span_of(v->blob + v->lexeme[k].at, v->lexeme[k].len)) >> 20;

		while (v->slot[i & v->mask])
			i++;
		v->slot[i & v->mask] = k + 1;
	}
}

/* The slot of s: of its lexeme, or the free one where it belongs. */
static uint32_t *
find(Vector *v, Span s)
{
	for (uint64_t i = key_hash(s) >> 20;; i++)
	{
		uint32_t   *slot = &v->slot[i & v->mask];
		const VectorLexeme *x;

		if (*slot == 0)
			return slot;
		x = &v->lexeme[*slot - 1];
		if (x->len == s.len && key_same(v->blob + x->at, s.at, s.len))
			return slot;
	}
}

static VectorLexeme *
new_lexeme(Vector *v, Span s)
{
	VectorLexeme *x;

	if (v->lexemes == v->lexeme_room)
	{
		v->lexeme_room *= 2;
		v->lexeme = berita_grow(v->lexeme, v->lexeme_room * sizeof(VectorLexeme));
	}
	while (v->blob_len + s.len > v->blob_room)
	{
		v->blob_room *= 2;
		v->blob = berita_grow(v->blob, v->blob_room);
	}
	x = &v->lexeme[v->lexemes++];
	x->key = sort_key(s);
	x->at = v->blob_len;
	x->len = (uint32_t) s.len;
	x->first = x->last = x->positions = 0;
	memcpy(v->blob + v->blob_len, s.at, s.len);
	v->blob_len += (uint32_t) s.len;
	return x;
}

/* Notes that lexeme s stands at position; false where the vector is full. */
static bool
note(Vector *v, Span s, uint16_t position)
{
	uint32_t   *slot = find(v, s);
	VectorLexeme *x;

	if (*slot)
	{
		x = &v->lexeme[*slot - 1];
		if (x->positions == VECTOR_POSITIONS || v->place[x->last - 1].position == VECTOR_LAST_POSITION ||
			v->place[x->last - 1].position == position)
			return true;
		if (v->bytes + 2 > VECTOR_BYTES)
			return false;
		v->bytes += 2;
	}
	else
	{
		uint32_t	bytes = (uint32_t) (s.len + (s.len & 1) + 4);

		if (v->bytes + bytes > VECTOR_BYTES)
			return false;
		v->bytes += bytes;
		x = new_lexeme(v, s);
		*slot = v->lexemes;
	}
	if (v->places == v->place_room)
	{
		v->place_room *= 2;
		v->place = berita_grow(v->place, v->place_room * sizeof(VectorPlace));
	}
	v->place[v->places].position = position;
	v->place[v->places++].next = 0;
	if (x->positions++)
		v->place[x->last - 1].next = v->places;
	else
		x->first = v->places;
	x->last = v->places;
	if (v->lexemes * 2 > v->mask)
		grow_slots(v);
	return true;
}

static bool
is_before(const Vector *v, const VectorLexeme *a, const VectorLexeme *b)
{
	if (a->key != b->key)
		return a->key < b->key;
	return lexeme_compare(span_of(v->blob + a->at, a->len), span_of(v->blob + b->at, b->len)) < 0;
}

/* Sorts n lexemes by insertion. */
static void
sort_few(const Vector *v, VectorLexeme *x, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++)
	{
		VectorLexeme moved = x[i];
		uint32_t	k = i;

		for (; k > 0 && is_before(v, &moved, &x[k - 1]); k--)
			x[k] = x[k - 1];
		x[k] = moved;
	}
}

/* Sorts n lexemes: runs by insertion, merged to and fro; scratch is as large as x. */
static void
sort_many(const Vector *v, VectorLexeme *x, VectorLexeme *scratch, uint32_t n)
{
	VectorLexeme *from = x,
			   *to = scratch;

	for (uint32_t run = 0; run < n; run += RUN)
		sort_few(v, from + run, run + RUN < n ? RUN : n - run);
	for (uint32_t width = RUN; width < n; width *= 2)
	{
		VectorLexeme *swap = from;

		for (uint32_t left = 0; left < n; left += 2 * width)
		{
			uint32_t	middle = left + width < n ? left + width : n,
						end = left + 2 * width < n ? left + 2 * width : n,
						i = left,
						j = middle,
						k = left;

			while (i < middle && j < end)
				to[k++] = is_before(v, &from[j], &from[i]) ? from[j++] : from[i++];
			while (i < middle)
				to[k++] = from[i++];
			while (j < end)
				to[k++] = from[j++];
		}
		from = to;
		to = swap;
	}
	if (from != x)
		memcpy(x, from, n * sizeof(VectorLexeme));
}

/* By first byte into 256 heaps, then each heap by itself. */
static void
sort_all(Vector *v)
{
	uint32_t	n = v->lexemes;
	uint32_t	end[257] = {0};
	VectorLexeme *sorted = berita_alloc((n + 1) * sizeof(VectorLexeme));

	for (uint32_t i = 0; i < n; i++)
		end[(v->lexeme[i].key >> 56) + 1]++;
	for (uint32_t i = 1; i < 257; i++)
		end[i] += end[i - 1];
	for (uint32_t i = 0; i < n; i++)
		sorted[end[v->lexeme[i].key >> 56]++] = v->lexeme[i];
	for (uint32_t i = 0, at = 0; i < 256; at = end[i++])
		if (end[i] - at <= 2 * RUN)
			sort_few(v, sorted + at, end[i] - at);
		else
			sort_many(v, sorted + at, v->lexeme, end[i] - at);
	berita_free(v->lexeme);
	v->lexeme = sorted;
}

static void
start(Vector *v, size_t len)
{
	size_t		guess = len / 10 + 16;

	memset(v, 0, sizeof(*v));
	if (guess > 65536)
		guess = 65536;
	v->blob_room = 8 * guess + LEXEME_TOKEN_MAX;
	v->blob = berita_alloc(v->blob_room);
	v->lexeme_room = (uint32_t) guess;
	v->lexeme = berita_alloc(v->lexeme_room * sizeof(VectorLexeme));
	v->place_room = (uint32_t) guess * 2;
	v->place = berita_alloc(v->place_room * sizeof(VectorPlace));
	v->mask = 255;
	while (v->mask < guess * 2)
		v->mask = v->mask * 2 + 1;
	v->slot = berita_alloc((v->mask + 1) * sizeof(uint32_t));
	memset(v->slot, 0, (v->mask + 1) * sizeof(uint32_t));
}

/* Up to BATCH tokens that may have lexemes; their places in the table are on the way. */
static uint32_t
read_batch(TokenScan *scan, Token *batch)
{
	uint32_t	n = 0;

	while (n < BATCH && token_next(scan, &batch[n]))
		if (batch[n].class < TOKEN_PUNCTUATION && batch[n].place.len < LEXEME_TOKEN_MAX)
		{
			common_prefetch_raw(span_at(scan->text, batch[n].place), scan->text.len - batch[n].place.at);
			n++;
		}
	return n;
}

void
vector_make(Vector *v, Span text, VectorName name, void *context)
{
	TokenScan	scan;
	Token		batch[BATCH];
	LexemeList	list;
	uint32_t	position = 0,
				n;
	bool		room = true;

	start(v, text.len);
	token_open(&scan, text);
	while (room && (n = read_batch(&scan, batch)) > 0)
		for (uint32_t k = 0; k < n && room; k++)
		{
			if (position < VECTOR_LAST_POSITION)
				position++;
			lexeme_list(&list, span_at(text, batch[k].place), text.len - batch[k].place.at, &built_in);
			for (uint32_t i = 0; i < list.n && room; i++)
				room = note(v, name ? name(context, list.text[i]) : list.text[i], (uint16_t) position);
		}
	sort_all(v);
}

void
vector_free(Vector *v)
{
	berita_free(v->blob);
	berita_free(v->lexeme);
	berita_free(v->place);
	berita_free(v->slot);
}
