/*
 * Detoasting, and the way between the server's encoding and UTF-8.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "pg/body.h"
#include "pg/compat.h"

Body
body_of_datum(Datum datum)
{
	text	   *t = DatumGetTextPP(datum);
	Body		body;

	body.text = span_of(VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t));
	body.bytes = GetDatabaseEncoding() == PG_SQL_ASCII;
	body.converted = false;
	if (!body.bytes && GetDatabaseEncoding() != PG_UTF8)
	{
		char	   *utf8 = pg_server_to_any(body.text.at, (int) body.text.len, PG_UTF8);

		if (utf8 != body.text.at)
		{
			body.text = span_of(utf8, strlen(utf8));
			body.converted = true;
		}
	}
	return body;
}

text *
body_text(const Body *body, Span span)
{
	if (body->converted)
	{
		char	   *server = pg_any_to_server(span.at, (int) span.len, PG_UTF8);

		if (server != span.at)
			return cstring_to_text(server);
	}
	return cstring_to_text_with_len(span.at, (int) span.len);
}
