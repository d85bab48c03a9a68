/*
 * The text search parser: the tokens of the core, with the blanks between them.
 *
 * Every byte of the text is returned, so that the server's prsd_headline can be
 * used: white space, marks and symbols in a row are one token of type 12.  The
 * other types are the classes of core/token.h.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "tsearch/ts_public.h"

#include "core/token.h"
#include "pg/compat.h"
#include "pg/encoding.h"

#define BLANK 12

typedef struct Parser
{
	char	   *text;			/* as the server gave it */
	char	   *next;			/* what has not been returned yet */
	char	   *end;
	TokenScan	scan;			/* over text, or its copy in UTF-8 */
	bool		converted;
	uint32		chars_at;		/* characters before next; counted where converted */
	Token		word;			/* the next token that is no blank */
	bool		has_word;
} Parser;

static const struct
{
	int			id;
	const char *alias;
	const char *description;
}			types[] = {
	{TOKEN_WORD, "word", "word"},
	{TOKEN_REDUPLICATION, "reduplication", "doubled word: anak-anak, sayur-mayur"},
	{TOKEN_COMPOUND, "compound", "other word with a hyphen: pro-Rusia, di-PHK"},
	{TOKEN_EMAIL, "email", "e-mail address"},
	{TOKEN_HOST, "host", "name of a host: detik.com"},
	{TOKEN_PERCENT, "percent", "number with a percent sign"},
	{TOKEN_TIME, "time", "time of day: 09.30 WIB"},
	{TOKEN_DATE, "date", "date in numbers: 17/8/1945"},
	{TOKEN_ABBREVIATION, "abbreviation", "abbreviation with dots: Dr., S.H."},
	{TOKEN_ACRONYM, "acronym", "word in capitals: KPK"},
	{BLANK, "blank", "white space, marks and symbols"},
	{TOKEN_HASHTAG, "hashtag", "hashtag"},
	{TOKEN_HANDLE, "handle", "name of an account: @berita"},
	{TOKEN_NUMBER, "number", "number: 1.234,5"},
	{TOKEN_ORDINAL, "ordinal", "ordinal or decade: ke-75, 1960-an"},
	{TOKEN_INTEGER, "integer", "whole number"},
	{TOKEN_CURRENCY, "currency", "currency: Rp, US$"},
	{TOKEN_ALPHANUMERIC, "alphanumeric", "letters and digits: COVID-19, km2"},
	{TOKEN_URL, "url", "address of a page"},
	{TOKEN_INITIALS, "initials", "initials of a reporter: (sfn)"},
};

/* The next token that is no mark, or the end. */
static void
read_word(Parser *p)
{
	do
		p->has_word = token_next(&p->scan, &p->word);
	while (p->has_word && p->word.class >= TOKEN_PUNCTUATION);
}

/* Where the character stands that the scan counts as number chars_at. */
static char *
place_of(Parser *p, uint32 at, uint32 chars_at)
{
	if (!p->converted)
		return p->text + at;
	for (char *c = p->next;; c += pg_mblen(c))
	{
		if (p->chars_at == chars_at || c >= p->end)
			return c;
		p->chars_at++;
	}
}

PG_FUNCTION_INFO_V1(berita_search_start);

/* berita.search_start(internal, integer) returns internal */
Datum
berita_search_start(PG_FUNCTION_ARGS)
{
	Parser	   *p = palloc0(sizeof(Parser));
	int			len = PG_GETARG_INT32(1);
	Span		utf8;

	p->text = p->next = (char *) PG_GETARG_POINTER(0);
	p->end = p->text + len;
	utf8 = encoding_to_utf8(span_of(p->text, len));
	p->converted = utf8.at != p->text;
	token_open(&p->scan, utf8);
	read_word(p);
	PG_RETURN_POINTER(p);
}

PG_FUNCTION_INFO_V1(berita_search_token);

/* berita.search_token(internal, internal, internal) returns internal */
Datum
berita_search_token(PG_FUNCTION_ARGS)
{
	Parser	   *p = (Parser *) PG_GETARG_POINTER(0);
	char	  **token = (char **) PG_GETARG_POINTER(1);
	int		   *len = (int *) PG_GETARG_POINTER(2);
	char	   *start = p->has_word ? place_of(p, p->word.place.at, p->word.place.chars_at) : p->end;
	int			type = BLANK;

	*token = p->next;
	if (p->next >= p->end)
		PG_RETURN_INT32(0);
	if (start == p->next)
	{
		type = p->word.class;
		start = place_of(p, p->word.place.at + p->word.place.len, p->word.place.chars_at + p->word.place.chars);
		read_word(p);
	}
	*len = (int) (start - p->next);
	p->next = start;
	PG_RETURN_INT32(type);
}

PG_FUNCTION_INFO_V1(berita_search_end);

/* berita.search_end(internal) returns void */
Datum
berita_search_end(PG_FUNCTION_ARGS)
{
	pfree(PG_GETARG_POINTER(0));
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(berita_search_types);

/* berita.search_types(internal) returns internal; the server frees the strings. */
Datum
berita_search_types(PG_FUNCTION_ARGS)
{
	LexDescr   *all = palloc0((lengthof(types) + 1) * sizeof(LexDescr));

	for (size_t i = 0; i < lengthof(types); i++)
	{
		all[i].lexid = types[i].id;
		all[i].alias = pstrdup(types[i].alias);
		all[i].descr = pstrdup(types[i].description);
	}
	PG_RETURN_POINTER(all);
}
