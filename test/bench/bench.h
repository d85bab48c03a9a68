/*
 * Timing a piece of the core over the articles, beside the reference BYTE.
 *
 *		static uint64_t
 *		work(Span text)		what is timed, once per article; returns any sum
 *		...
 *		return bench_main(argc, argv, "tokens core", work, 0.10, 0.30);
 *
 * The file holds the articles, each followed by the byte 30.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_BENCH_H
#define BERITA_BENCH_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/span.h"

static unsigned char bench_class[256];
static volatile uint64_t bench_sum;

/* A class table look-up per byte: no loop over bytes is faster. */
static uint64_t
bench_byte(Span text)
{
	uint64_t	sum = 0;

	for (size_t i = 0; i < text.len; i++)
		sum += bench_class[(unsigned char) text.at[i]];
	return sum;
}

/* Seconds for one pass of work over all articles. */
static double
bench_pass(Span all, uint64_t (*work) (Span text))
{
	clock_t		begin = clock();
	const char *at = all.at;
	const char *end = all.at + all.len;

	while (at < end)
	{
		const char *stop = memchr(at, 30, (size_t) (end - at));

		if (!stop)
			stop = end;
		bench_sum += work(span_of(at, (size_t) (stop - at)));
		at = stop + 2;
	}
	return (double) (clock() - begin) / CLOCKS_PER_SEC;
}

static int
bench_main(int argc, char **argv, const char *name, uint64_t (*work) (Span text), double required, double moonshot)
{
	FILE	   *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
	int			rounds = argc > 2 ? atoi(argv[2]) : 3;
	double		best = 1e9,
				byte = 1e9;
	char	   *text;
	long		size;

	if (!file || fseek(file, 0, SEEK_END) || (size = ftell(file)) <= 0)
	{
		fprintf(stderr, "usage: %s ARTICLES [ROUNDS]\n", argv[0]);
		return 2;
	}
	rewind(file);
	text = malloc((size_t) size);
	if (!text || fread(text, 1, (size_t) size, file) != (size_t) size)
		return 2;
	fclose(file);
	for (int i = 0; i < 256; i++)
		bench_class[i] = (unsigned char) (i * 7);
	for (int i = 0; i < rounds; i++)
	{
		double		b = bench_pass(span_of(text, (size_t) size), bench_byte);
		double		w = bench_pass(span_of(text, (size_t) size), work);

		byte = b < byte ? b : byte;
		best = w < best ? w : best;
	}
	free(text);
	printf("%-22s %10.1f ms %8.1f MB/s %8.3f speed BYTE required %-6g moonshot %-6g %s\n", name, best * 1000,
		   (double) size / best / 1e6, byte / best, required, moonshot,
		   byte / best >= moonshot ? "moonshot" : byte / best >= required ? "required" : "BELOW");
	return 0;
}

#endif
