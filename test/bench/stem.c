/*
 * Words a second of the stemmer, in the order of running text.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/stem.h"
#include "bench.h"

/* Letters only, already folded: what is timed is the stemmer. */
static char folded[1 << 24];
static Span word[1 << 22];
static size_t words,
			room;

static void
read_words(Span text)
{
	for (size_t i = 0; i < text.len;)
	{
		size_t		start = room;

		while (i < text.len && room < sizeof(folded) && ((text.at[i] | 32) >= 'a' && (text.at[i] | 32) <= 'z'))
			folded[room++] = (char) (text.at[i++] | 32);
		if (room > start && words < sizeof(word) / sizeof(word[0]))
			word[words++] = span_of(folded + start, room - start);
		else
			i++;
	}
}
