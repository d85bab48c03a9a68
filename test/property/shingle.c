/*
 * The two readers of shingle profile 1 agree on any bytes; places are in order and
 * on characters.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/shingle.h"
#include "core/utf8.h"
#include "test.h"

static uint64_t state = 20260101;

static uint32_t
random_below(uint32_t n)
{
	state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (state >> 33) % n;
}

static const char *const pieces[] = {
	"a", "b", "Berita ", "pagi, ", "anak-anak", " ", " ", ".", "&quot;", "&amp;", "&nbsp;", "amp;", "&",
	"#8220;", "\xC3\xA9", "\xCC\x81", "\xC2\xAD", "\xC2\xA0", "\xE2\x80\x9C", "\xC3\xA2\xE2\x82\xAC", "\xC5\x93",
	"\xF0\x9D\x97\x95", "\xE6\x96\xB0", "\xFF", "\xE2", "\x80", "\xC3", "0123456789", "\n",
	"sangatpanjangsekalikatainidanbelumberakhirjuga", "XYZ", "'", "zwnj;", "\0",
};

static size_t
random_text(char *text, size_t room)
{
	size_t		want = random_below(4) ? random_below(200) : random_below((uint32_t) room - 64);
	uint32_t	kinds = 1 + random_below(sizeof(pieces) / sizeof(pieces[0]));
	size_t		len = 0;

	while (len < want)
	{
		const char *p = pieces[random_below(random_below(2) ? kinds : 8)];
		size_t		n = *p ? strlen(p) : 1;

		memcpy(text + len, p, n);
		len += n;
	}
	return len;
}

static uint32_t
scan_hashes(Span text, uint32_t n, uint64_t *hash)
{
	ShingleScan scan;
	Shingle		s;
	uint32_t	count = 0,
				last = 0;

	shingle_open(&scan, text, n);
	while (shingle_next(&scan, &s))
	{
		Place		p = s.place;

		if (p.at + p.len > text.len || p.len == 0 || (count && p.at < last) || s.first != count ||
			p.chars_at != utf8_length(span_of(text.at, p.at)) || p.chars != utf8_length(span_at(text, p)))
			CHECK(!"a place is wrong");
		last = p.at;
		hash[count++] = s.hash;
	}
	return count;
}

static uint32_t
batch_hashes(Span text, uint32_t n, uint64_t *hash)
{
	static ShingleBatch batch;
	uint32_t	count = 0;

	shingle_batch_open(&batch, text);
	while (shingle_batch_next(&batch))
		count += shingle_batch_hashes(&batch, n, hash + count);
	if (shingle_batch_short(&batch, n, hash + count))
		count++;
	return count;
}

int
main(void)
{
	static uint64_t one[20000],
				two[20000];

	for (int round = 0; round < 6000; round++)
	{
		char	   *text = malloc(9000);
		size_t		len = random_text(text, 9000);
		char	   *exact = malloc(len + 1);
		uint32_t	n = 1 + random_below(SHINGLE_N_MAX);
		uint32_t	a,
					b;

		memcpy(exact, text, len);
		if (len > 2000 && round % 8)
			len = 2000;
		exact = realloc(exact, len ? len : 1);	/* so that reading past the end is seen */
		a = scan_hashes(span_of(exact, len), n, one);
		b = batch_hashes(span_of(exact, len), n, two);
		CHECK(a == b);
		CHECK(a != b || memcmp(one, two, a * sizeof(uint64_t)) == 0);
		free(exact);
		free(text);
	}
	return test_end("shingle");
}
