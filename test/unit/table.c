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
	CHECK(table_hash(S("")) == 0);
	CHECK(table_hash(S("a")) == 0x710F7D23u);
	CHECK(table_hash(S("ke")) == 0x761CD8FEu);
	CHECK(table_hash(S("foobar")) == 0x7C7A65C2u);
	CHECK(table_hash(S("mengatakan")) == 0xC38344ACu);
	CHECK(table_hash(S("a thought of more than thirty-two bytes")) == 0x27ADC145u);
	return test_end("table");
}
