/*
 * Any bytes tokenize: tokens in order, inside the text, and each character counted.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/token.h"
#include "core/utf8.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Span		text = span_of((const char *) data, size);
	TokenScan	scan;
	Token		t;
	uint32_t	at = 0,
				chars_at = 0,
				line = 1;

	token_open(&scan, text);
	while (token_next(&scan, &t))
	{
		Span		between = span_of(text.at + at, t.place.at - at);

		if (t.place.len == 0 || t.place.at < at || t.place.at + t.place.len > size || t.line < line)
			abort();
		if (t.place.chars_at != chars_at + utf8_length(between) || t.place.chars != utf8_length(span_at(text, t.place)))
			abort();
		at = t.place.at + t.place.len;
		chars_at = t.place.chars_at + t.place.chars;
		line = t.line;
	}
	return 0;
}
