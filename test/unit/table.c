/*
 * The slot hash is the same in Perl and C: every key of a generated table is found.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/table.h"
#include "test.h"

int
main(void)
{
	CHECK(table_hash(S("")) == 2166136261u);
	CHECK(table_hash(S("a")) == 0xE40C292Cu);
	CHECK(table_hash(S("foobar")) == 0xBF9CF968u);
	return test_end("table");
}
