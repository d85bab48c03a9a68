/*
 * What the input and output of the signature types share.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "mb/pg_wchar.h"

#include "core/notation.h"
#include "pg/compat.h"
#include "pg/signature.h"

void
signature_bad_text(const char *text, const char *type, const char *fault, Node *escontext)
{
	errsave(escontext,
			(errcode(fault == notation_unknown ? ERRCODE_INVALID_PARAMETER_VALUE : ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type berita.%s: \"%.*s%s\"", type,
					pg_mbcliplen(text, (int) strlen(text), 40), text, strlen(text) > 40 ? "..." : ""),
			 errdetail("%s", fault)));
}

void
signature_bad_binary(const char *type, const char *fault)
{
	ereport(ERROR,
			(errcode(fault == notation_unknown ? ERRCODE_INVALID_PARAMETER_VALUE : ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid binary value of type berita.%s", type),
			 errdetail("%s", fault)));
}

void
signature_mixed(const char *type)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("values of type berita.%s of different formats or profiles cannot be compared", type),
			 errhint("Compute both with the same release.")));
}

Span
signature_rest(StringInfo message)
{
	Span		rest = span_of(message->data + message->cursor, (size_t) (message->len - message->cursor));

	message->cursor = message->len;
	return rest;
}
