/*
 * Any two texts compare: a share from 0 to 1, or none, and all of a text in itself.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/wording.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Span		text = span_of((const char *) data, size),
				part = span_of(text.at, size / 2);
	double		share = wording_share(part, span_of(text.at + part.len, size - part.len)),
				itself = wording_share(text, text);

	if (share > 1 || (share < 0 && share != -1))
		abort();
	if (itself != 1 && itself != -1)
		abort();
	return 0;
}
