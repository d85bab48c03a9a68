/*
 * Text becomes hashed word n-grams: shingle profile 1.
 *
 * A word is a run of letters and digits after folding (core/fold.c); everything
 * else separates words, hyphens and apostrophes too.  A word that would pass 64
 * bytes ends before the character that does not fit.  Its hash is XXH3-64 of its
 * folded UTF-8 bytes.  The hash of an n-gram joins those of its words in order
 * and mixes the bits (core/hash.h), so no text is ever put together.
 *
 * "Ia  berkata: Jum'at!" has the words ia, berkata, jum, at and the 3-shingles
 * (ia berkata jum) and (berkata jum at).
 *
 * Two readers, one meaning.  shingle_next() decodes character by character and
 * knows places; it is the reference.  The batch reader first folds a stretch into
 * a buffer of its own, 16 bytes at a time where they are ASCII, writing 0 for
 * whatever separates words; there the words are the runs of bytes that are not 0,
 * and a bit mask of 64 bytes shows all their borders at once.  A word that the
 * end of the buffer cuts stays for the next batch.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/shingle.h"

#include "core/fold.h"
#include "core/host.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define BREATH 4096

/* The hash of the n-gram of n word hashes. */
static inline uint64_t
shingle_hash(const uint64_t *word, uint32_t n)
{
	uint64_t	h = word[0];

	for (uint32_t i = 1; i < n; i++)
		h = hash_join(h, word[i]);
	return hash_mix(h);
}

void
shingle_open(ShingleScan *scan, Span text, uint32_t n)
{
	scan->text = text;
	scan->n = n;
	scan->at = 0;
	scan->chars_at = 0;
	scan->words = 0;
}

/* The next word of the text. */
static bool
shingle_word(ShingleScan *scan, ShingleWord *word)
{
	const char *text = scan->text.at;
	const char *end = text + scan->text.len;
	char		folded[SHINGLE_WORD_MAX];
	uint32_t	bytes = 0,
				breath = scan->at + BREATH;
	Place		place = {0, 0, 0, 0};

	while (scan->at < scan->text.len)
	{
		uint32_t	len = 1,
					extra = 0;
		uint32_t	c = (unsigned char) text[scan->at];

		c = c < 0x80 && c != '&' ? fold_char(c) : fold_next(text + scan->at, end, &len, &extra);
		if (c > FOLD_SKIP)
		{
			char		put[4] = {(char) c};
			uint32_t	n = c < 0x80 ? 1 : fold_put(c, put);

			if (bytes + n > SHINGLE_WORD_MAX)
				break;
			if (bytes == 0)
			{
				place.at = scan->at;
				place.chars_at = scan->chars_at;
			}
			memcpy(folded + bytes, put, n);
			bytes += n;
			place.len = scan->at + len - place.at;
			place.chars = scan->chars_at + len - extra - place.chars_at;
		}
		else if (c == FOLD_BREAK && bytes > 0)
			break;
		scan->at += len;
		scan->chars_at += len - extra;
		if (scan->at >= breath)
		{
			berita_breathe();
			breath = scan->at + BREATH;
		}
	}
	word->hash = hash_bytes(folded, bytes);
	word->place = place;
	return bytes > 0;
}

bool
shingle_next(ShingleScan *scan, Shingle *shingle)
{
	uint64_t	hash[SHINGLE_N_MAX] = {0};
	uint32_t	before = scan->words,
				n = scan->n,
				first;

	while (scan->words < n || scan->words == before)
	{
		if (!shingle_word(scan, &scan->word[scan->words % n]))
			break;
		scan->words++;
	}
	if (scan->words == before)
		return false;
	if (scan->words < n)
		n = scan->words;		/* all the words of a short text */
	first = scan->words - n;
	for (uint32_t i = 0; i < n; i++)
		hash[i] = scan->word[(first + i) % scan->n].hash;
	shingle->hash = shingle_hash(hash, n);
	shingle->place = place_join(scan->word[first % scan->n].place, scan->word[(scan->words - 1) % scan->n].place);
	shingle->first = first;
	shingle->words = n;
	return true;
}

void
shingle_batch_open(ShingleBatch *batch, Span text)
{
	batch->text = text;
	batch->at = 0;
	batch->words = 0;
	batch->n = 0;
	batch->kept = 0;
	memset(batch->word, 0, SHINGLE_N_MAX * sizeof(uint64_t));
}

/*
 * Folds 16 bytes into out; returns a mask of those that need more than that, from
 * whose first one on out is void.
 */
static inline uint32_t
fold_block(const char *in, char *out)
{
#ifdef __SSE2__
	__m128i		b = _mm_loadu_si128((const __m128i *) (const void *) in);
	__m128i		lower = _mm_or_si128(b, _mm_set1_epi8(0x20));
	__m128i		letter = _mm_and_si128(_mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(lower, _mm_set1_epi8('z' + 1)));
	__m128i		digit = _mm_and_si128(_mm_cmpgt_epi8(b, _mm_set1_epi8('0' - 1)), _mm_cmplt_epi8(b, _mm_set1_epi8('9' + 1)));
	__m128i		more = _mm_or_si128(b, _mm_cmpeq_epi8(b, _mm_set1_epi8('&')));

	_mm_storeu_si128((__m128i *) (void *) out, _mm_and_si128(lower, _mm_or_si128(letter, digit)));
	return (uint32_t) _mm_movemask_epi8(more);
#else
	uint32_t	more = 0;

	for (uint32_t i = 0; i < 16; i++)
	{
		unsigned char c = (unsigned char) in[i];

		out[i] = c < 0x80 ? (char) fold_char(c) : 0;
		more |= (uint32_t) (c >= 0x80 || c == '&') << i;
	}
	return more;
#endif
}

/* A bit for each of 64 bytes that is not 0. */
static inline uint64_t
word_mask(const char *at)
{
#ifdef __SSE2__
	const __m128i *p = (const __m128i *) (const void *) at;
	__m128i		zero = _mm_setzero_si128();
	uint64_t	mask = 0;

	for (int i = 0; i < 4; i++)
		mask |= (uint64_t) _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(p + i), zero)) << 16 * i;
	return ~mask;
#else
	uint64_t	mask = 0;

	for (int i = 0; i < 64; i++)
		mask |= (uint64_t) (at[i] != 0) << i;
	return mask;
#endif
}

/* Folds on until the buffer is full or the text ends; returns the bytes in it. */
static uint32_t
batch_fold(ShingleBatch *batch)
{
	const char *at = batch->text.at + batch->at;
	const char *end = batch->text.at + batch->text.len;
	char	   *out = batch->folded + batch->kept;
	const char *full = out + SHINGLE_FOLDED - 16;
	uint32_t	len,
				extra;

	while (at < end && out <= full)
	{
		uint32_t	plain = 0;
		uint32_t	c;

		/* what folds to nothing fills no buffer */
		berita_breathe_each((size_t) (end - at));
		if (end - at >= 16)
		{
			uint32_t	more = fold_block(at, out);

			plain = more ? (uint32_t) __builtin_ctz(more) : 16;
			at += plain;
			out += plain;
			if (!more)
				continue;
		}
		c = fold_next(at, end, &len, &extra);
		at += len;
		if (c == FOLD_BREAK)
			*out++ = 0;
		else if (c != FOLD_SKIP)
			out += fold_put(c, out);
	}
	batch->at = (size_t) (at - batch->text.at);
	return (uint32_t) (out - batch->folded);
}

/* The borders of the runs in the first n bytes of the buffer, 0 behind them. */
static uint32_t
batch_edges(const char *folded, uint32_t n, uint16_t *edge)
{
	uint64_t	carry = 0;
	uint32_t	edges = 0;

	for (uint32_t base = 0; base <= n; base += 64)
	{
		uint64_t	mask = word_mask(folded + base);
		uint64_t	border = mask ^ (mask << 1 | carry);

		carry = mask >> 63;
		for (; border; border &= border - 1)
			edge[edges++] = (uint16_t) (base + (uint32_t) __builtin_ctzll(border));
	}
	return edges;
}

/* Where a run of bytes that passes the longest word is cut. */
static uint32_t
word_cut(const char *at)
{
	uint32_t	cut = SHINGLE_WORD_MAX;

	while (((unsigned char) at[cut] & 0xC0) == 0x80)
		cut--;
	return cut;
}

/* Hashes the runs; those too long for a word are cut into several. */
static uint32_t
batch_words(const char *folded, const uint16_t *edge, uint32_t runs, uint64_t *word)
{
	uint32_t	n = 0;

	for (uint32_t done = 0; done < runs;)
	{
		uint32_t	run = done;
		uint16_t	piece[2];

		while (run < runs && edge[2 * run + 1] - edge[2 * run] <= SHINGLE_WORD_MAX)
			run++;
		hash_runs(folded, edge + 2 * done, run - done, word + n);
		n += run - done;
		done = run + 1;
		if (run == runs)
			break;
		for (piece[0] = edge[2 * run]; piece[0] < edge[2 * run + 1]; piece[0] = piece[1])
		{
			piece[1] = edge[2 * run + 1];
			if (piece[1] - piece[0] > SHINGLE_WORD_MAX)
				piece[1] = (uint16_t) (piece[0] + word_cut(folded + piece[0]));
			hash_runs(folded, piece, 1, word + n++);
		}
	}
	return n;
}

bool
shingle_batch_next(ShingleBatch *batch)
{
	char	   *folded = batch->folded;
	uint16_t	edge[2 * SHINGLE_BATCH];
	uint32_t	n,
				edges,
				from;
	bool		last;

	memmove(batch->word, batch->word + batch->n, SHINGLE_N_MAX * sizeof(uint64_t));
	batch->words += batch->n;
	batch->n = 0;
	if (batch->at >= batch->text.len && batch->kept == 0)
		return false;
	berita_breathe();
	n = batch_fold(batch);
	last = batch->at >= batch->text.len;
	memset(folded + n, 0, 64);
	edges = batch_edges(folded, n, edge);

	/* The run at the very end goes on in the next batch: only whole words now. */
	from = n;
	if (!last && edges > 0 && edge[edges - 1] == n)
	{
		from = edge[edges - 2];
		while (n - from > SHINGLE_WORD_MAX)
			from += word_cut(folded + from);
		if (from == edge[edges - 2])
			edges -= 2;
		else
			edge[edges - 1] = (uint16_t) from;
	}
	batch->n = batch_words(folded, edge, edges / 2, batch->word + SHINGLE_N_MAX);
	batch->kept = n - from;
	memmove(folded, folded + from, batch->kept);
	return true;
}

uint32_t
shingle_batch_hashes(const ShingleBatch *batch, uint32_t n, uint64_t *hash)
{
	const uint64_t *word = batch->word + SHINGLE_N_MAX;
	uint32_t	first = batch->words >= n - 1 ? 0 : n - 1 - (uint32_t) batch->words;
	uint32_t	count = batch->n > first ? batch->n - first : 0;

	word += first;
	word -= n - 1;
	/* A constant n lets the compiler unroll the inner loop. */
	if (n == 2)
		for (uint32_t i = 0; i < count; i++)
			hash[i] = shingle_hash(word + i, 2);
	else if (n == 3)
		for (uint32_t i = 0; i < count; i++)
			hash[i] = shingle_hash(word + i, 3);
	else if (n == 5)
		for (uint32_t i = 0; i < count; i++)
			hash[i] = shingle_hash(word + i, 5);
	else
		for (uint32_t i = 0; i < count; i++)
			hash[i] = shingle_hash(word + i, n);
	return count;
}

bool
shingle_batch_short(const ShingleBatch *batch, uint32_t n, uint64_t *hash)
{
	uint32_t	words = batch->words < n ? (uint32_t) batch->words : n;

	if (words == 0 || words == n)
		return false;
	*hash = shingle_hash(batch->word + SHINGLE_N_MAX - words, words);
	return true;
}
