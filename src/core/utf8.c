/*
 * Bytes to code points and character classes.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/utf8.h"

uint32_t
utf8_length(Span s)
{
	const char *at = s.at;
	const char *end = s.at + s.len;
	uint32_t	n = 0,
				len;

	for (; at < end; at += len, n++)
		(void) utf8_next(at, end, &len);
	return n;
}
