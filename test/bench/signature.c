/*
 * How fast the core makes signatures, against a loop over the bytes:
 * signature FILE, where FILE holds 32-bit little-endian counts: texts, then for
 * each its bytes and the bytes themselves.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#define _POSIX_C_SOURCE 199309L

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/shingle.h"
#include "core/signature.h"

static Span *text;
static uint32_t texts;
static double bytes;
static volatile uint64_t sink;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

static uint32_t
count_at(const unsigned char *p)
{
	return p[0] | (uint32_t) p[1] << 8 | (uint32_t) p[2] << 16 | (uint32_t) p[3] << 24;
}

static void
load(const char *path)
{
	FILE	   *f = fopen(path, "rb");
	long		size;
	char	   *all,
			   *at;

	if (!f || fseek(f, 0, SEEK_END) || (size = ftell(f)) < 4 || fseek(f, 0, SEEK_SET))
		exit(2);
	all = malloc((size_t) size);
	if (fread(all, 1, (size_t) size, f) != (size_t) size)
		exit(2);
	fclose(f);
	texts = count_at((unsigned char *) all);
	text = malloc(texts * sizeof(Span));
	at = all + 4;
	for (uint32_t i = 0; i < texts; i++)
	{
		text[i] = span_of(at + 4, count_at((unsigned char *) at));
		at += 4 + text[i].len;
		bytes += (double) text[i].len;
	}
}

static uint64_t
read_bytes(Span t)
{
	static const unsigned char class[256] = {['a'] = 1, ['.'] = 2, [' '] = 3};
	uint64_t	sum = 0;

	for (size_t i = 0; i < t.len; i++)
		sum += class[(unsigned char) t.at[i]];
	return sum;
}

static uint64_t
read_words(Span t)
{
	ShingleBatch batch;

	shingle_batch_open(&batch, t);
	while (shingle_batch_next(&batch))
		;
	return batch.words;
}

static uint64_t
read_scan(Span t)
{
	ShingleScan scan;
	Shingle		s;
	uint64_t	sum = 0;

	shingle_open(&scan, t, 3);
	while (shingle_next(&scan, &s))
		sum += s.hash;
	return sum;
}

static uint64_t
read_simhash(Span t)
{
	uint64_t	h = 0;

	signature_read(t, &h, NULL, NULL);
	return h;
}

static uint64_t
read_minhash(Span t)
{
	MinHash		m;

	signature_read(t, NULL, &m, NULL);
	return m.slot[0];
}

static uint64_t
read_fingerprints(Span t)
{
	Winnow		w;
	uint64_t	n;

	signature_read(t, NULL, NULL, &w);
	n = w.n;
	winnow_free(&w);
	return n;
}

static uint64_t
read_all(Span t)
{
	MinHash		m;
	Winnow		w;
	uint64_t	h = 0;

	signature_read(t, &h, &m, &w);
	winnow_free(&w);
	return h;
}

static const struct
{
	const char *name;
	uint64_t	(*read) (Span t);
}			run[] = {
	{"byte loop", read_bytes}, {"words", read_words}, {"shingles with places", read_scan},
	{"simhash", read_simhash}, {"minhash", read_minhash}, {"fingerprints", read_fingerprints},
	{"all three", read_all}
};

#define RUNS (sizeof(run) / sizeof(run[0]))

int
main(int argc, char **argv)
{
	double		best[RUNS] = {0};
	int			rounds = argc > 2 ? atoi(argv[2]) : 5;

	if (argc < 2)
		return 2;
	load(argv[1]);
	for (int round = 0; round < rounds; round++)
		for (size_t r = 0; r < RUNS; r++)
		{
			double		start = now();
			uint64_t	sum = 0;

			for (uint32_t i = 0; i < texts; i++)
				sum += run[r].read(text[i]);
			sink += sum;
			start = bytes / 1e6 / (now() - start);
			best[r] = start > best[r] ? start : best[r];
		}
	for (size_t r = 0; r < RUNS; r++)
		printf("%-22s %7.0f MB/s  %.3f of the byte loop\n", run[r].name, best[r], best[r] / best[0]);
	return 0;
}
