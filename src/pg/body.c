/*
 * Detoasting, and the way between the server's encoding and UTF-8.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "pg/body.h"
#include "pg/compat.h"
#include "pg/encoding.h"

Body
body_of_datum(Datum datum)
{
	text	   *t = DatumGetTextPP(datum);
	Body		body;

	body.text = encoding_to_utf8(span_of(VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t)));
	body.bytes = GetDatabaseEncoding() == PG_SQL_ASCII;
	body.converted = encoding_differs();
	return body;
}

text *
body_text(const Body *body, Span span)
{
	Span		server = body_span(body, span);

	if (server.len > MaxAllocSize - VARHDRSZ)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("text of %zu bytes is too long", server.len)));
	return cstring_to_text_with_len(server.at, (int) server.len);
}
