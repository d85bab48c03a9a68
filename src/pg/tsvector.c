/*
 * berita.tsvector(text): to_tsvector('berita.indonesian', text) without the
 * server's parser machinery, and never too long.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "tsearch/ts_type.h"

#include "core/vector.h"
#include "pg/body.h"
#include "pg/compat.h"

StaticAssertDecl(VECTOR_BYTES == MAXSTRPOS, "VECTOR_BYTES is the server's limit");
StaticAssertDecl(VECTOR_LAST_POSITION == MAXENTRYPOS - 1, "VECTOR_LAST_POSITION is the server's limit");
StaticAssertDecl(VECTOR_POSITIONS == MAXNUMPOS - 1, "VECTOR_POSITIONS is the server's limit");

/* A lexeme in the server's encoding. */
static Span
server_name(void *body, Span lexeme)
{
	return body_span(body, lexeme);
}

PG_FUNCTION_INFO_V1(berita_tsvector);

/* berita.tsvector(body text) returns tsvector */
Datum
berita_tsvector(PG_FUNCTION_ARGS)
{
	Body		body = BODY_GETARG(0);
	Vector		v;
	TSVector	out;
	WordEntry  *entry;
	char	   *strings;
	uint32		at = 0;
	int			size;

	vector_make(&v, body.text, body.converted ? server_name : NULL, &body);
	size = CALCDATASIZE(v.lexemes, v.bytes);
	out = (TSVector) palloc0(size);
	SET_VARSIZE(out, size);
	out->size = v.lexemes;
	entry = ARRPTR(out);
	strings = STRPTR(out);
	for (uint32 i = 0; i < v.lexemes; i++, entry++)
	{
		const VectorLexeme *x = &v.lexeme[i];
		uint16		n = x->positions;
		WordEntryPos *pos;

		entry->haspos = 1;
		entry->len = x->len;
		entry->pos = at;
		memcpy(strings + at, v.blob + x->at, x->len);
		at = SHORTALIGN(at + x->len);
		memcpy(strings + at, &n, sizeof(n));
		pos = (WordEntryPos *) (strings + at + sizeof(n));
		for (uint32 k = x->first; k; k = v.place[k - 1].next)
			*pos++ = v.place[k - 1].position;
		at += sizeof(n) + n * sizeof(WordEntryPos);
	}
	SET_VARSIZE(out, CALCDATASIZE(v.lexemes, at));
	vector_free(&v);
	PG_RETURN_TSVECTOR(out);
}
