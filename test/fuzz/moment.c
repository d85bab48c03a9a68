/*
 * Any bytes read as a date: what is found is a day, a time and a zone that exist.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/moment.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Moment		m;

	if (!moment_read(span_of((const char *) data, size), &m))
		return 0;
	if (m.year < 1900 || m.year > 2100 || m.month < 1 || m.month > 12 || m.day < 1 || m.day > 31)
		abort();
	if (m.hour < 0 || m.hour > 23 || m.minute < 0 || m.minute > 59 || m.second < 0 || m.second > 59)
		abort();
	if (m.zone < -15 * 60 - 99 || m.zone > 15 * 60)
		abort();
	return 0;
}
