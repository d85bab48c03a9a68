/*
 * CHECK and a closing line: all the framework that the core's tests need.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_TEST_H
#define BERITA_TEST_H

#include <stdio.h>

#include "core/span.h"

static int	test_checks,
			test_failures;

#define CHECK(condition) \
	((void) (test_checks++, (condition) ? 0 : (test_failures++, printf("%s:%d: not true: %s\n", __FILE__, __LINE__, #condition))))

/* A span of a string literal. */
#define S(literal) span_of((literal), sizeof(literal) - 1)

/* Equal spans, both shown where they differ. */
static inline void
check_span(const char *file, int line, Span got, Span want)
{
	test_checks++;
	if (span_equal(got, want))
		return;
	test_failures++;
	printf("%s:%d: got '%.*s', want '%.*s'\n", file, line, (int) got.len, got.at, (int) want.len, want.at);
}
#define CHECK_SPAN(got, want) check_span(__FILE__, __LINE__, got, want)

static inline int
test_end(const char *name)
{
	printf("%s: %d checks, %d failed\n", name, test_checks, test_failures);
	return test_failures != 0;
}

#endif
