/*
 * Any two texts: passages lie inside both, in order, and the measures are shares.
 *
 * The bytes before the first newline are one text, those behind it the other.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/overlap.h"
#include "core/utf8.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_place(Span text, Place p)
{
	Span		before = span_of(text.at, p.at);

	if (p.len == 0 || p.at > text.len || p.len > text.len - p.at)
		abort();
	if (p.chars_at != utf8_length(before) || p.chars != utf8_length(span_at(text, p)))
		abort();
}

static void
check_measures(Span a, Span b)
{
	ShingleSet	x,
				y;
	double		resemblance,
				containment;

	shingle_set(&x, a);
	shingle_set(&y, b);
	resemblance = overlap_resemblance(&x, &y);
	containment = overlap_containment(&x, &y);
	if (resemblance < 0 || containment > 1 || resemblance > containment + 1e-9)
		abort();
	shingle_set_free(&x);
	shingle_set_free(&y);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Span		whole = span_of((const char *) data, size);
	const char *newline = size ? memchr(data, '\n', size) : NULL;
	size_t		cut = newline ? (size_t) (newline - whole.at) : size / 2;
	Span		a = span_of(whole.at, cut),
				b = span_of(whole.at + cut, size - cut);
	OverlapList list;
	uint32_t	end = 0;

	overlap_list(&list, a, b, 2);
	for (size_t i = 0; i < list.n; i++)
	{
		check_place(a, list.overlap[i].a);
		check_place(b, list.overlap[i].b);
		if (list.overlap[i].a.at + list.overlap[i].a.len <= end || list.overlap[i].words < 2)
			abort();			/* a passage within another */
		end = list.overlap[i].a.at + list.overlap[i].a.len;
	}
	overlap_list_free(&list);
	check_measures(a, b);
	return 0;
}
