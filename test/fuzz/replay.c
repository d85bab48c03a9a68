/*
 * Feeds files to a fuzz target: each as it is, cut short, and with bytes changed.
 *
 * What libFuzzer does with a clang runtime, this does a little of with any
 * compiler, the same on every run: the changes come from a fixed seed.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHANGES 60

static uint64_t state = 20260321;

static uint64_t
next(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

/* Hands over a copy of exactly size bytes, so that a read beyond them is seen. */
static void
feed(const uint8_t *data, size_t size)
{
	uint8_t    *copy = malloc(size ? size : 1);

	if (!copy)
		abort();
	memcpy(copy, data, size);
	LLVMFuzzerTestOneInput(copy, size);
	free(copy);
}

/* A byte changed, or a run copied to another place. */
static void
change(uint8_t *data, size_t size)
{
	static const char favourite[] = "\"'.,:;-()\n \xE2\x80\x9C\x9D\xFF\x00" "aZ9/%";
	size_t		at = next() % size;

	if (next() % 4)
		data[at] = next() % 3 ? (uint8_t) favourite[next() % (sizeof(favourite) - 1)] : (uint8_t) next();
	else
	{
		size_t		from = next() % size;
		size_t		most = size - (from > at ? from : at);

		memmove(data + at, data + from, next() % (most + 1));
	}
}

static void
replay(uint8_t *data, size_t size)
{
	feed(data, size);
	for (size_t cut = 0; cut < size; cut += 1 + size / CHANGES)
	{
		feed(data, cut);
		feed(data + cut, size - cut);
	}
	for (int i = 0; i < CHANGES && size > 0; i++)
	{
		change(data, size);
		feed(data, size);
	}
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
	{
		FILE	   *file = fopen(argv[i], "rb");
		static uint8_t data[1 << 20];
		size_t		size;

		if (!file)
		{
			perror(argv[i]);
			return 1;
		}
		size = fread(data, 1, sizeof(data), file);
		fclose(file);
		replay(data, size);
	}
	return 0;
}
