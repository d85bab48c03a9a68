/*
 * Bytes become tokens that tile the text.
 *
 * Five tokens in six are plain: ASCII letters up to a blank or a mark that joins
 * nothing, or such a mark itself.  They are read here, sixteen bytes at a time
 * where the processor allows.  Whatever else a token may be is read by part.c
 * with care, and the plain reader leaves everything to it that could be more
 * than it seems: "detik" before ".com", "Rp" before "1,5".
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/token.h"

#include "core/host.h"
#include "core/token_part.h"

#define BREATH 4096

void
token_open(TokenScan *scan, Span text)
{
	memset(scan, 0, sizeof(*scan));
	scan->text = text;
	scan->line = 1;
	scan->breath = BREATH;
}

/* Moves over blanks, newlines and hidden characters; is there anything behind? */
static bool
skip_blank(TokenScan *scan)
{
	const char *end = scan->text.at + scan->text.len;

	for (;;)
	{
		const char *p = scan->text.at + scan->at;
		uint32_t	len;
		CharClass	class;

		if (p >= end)
			return false;
		class = utf8_class(utf8_next(p, end, &len));
		if (class != CHAR_BLANK && class != CHAR_NEWLINE && class != CHAR_HIDDEN)
			return true;
		scan->line += class == CHAR_NEWLINE;
		scan->at += len;
		scan->chars_at++;
	}
}

bool
token_next(TokenScan *scan, Token *token)
{
	Part		part;
	uint32_t	before = scan->at;

	if (scan->at >= scan->breath)
	{
		berita_breathe();
		scan->breath = scan->at + BREATH;
	}
	if (!skip_blank(scan))
		return false;
	part.start = scan->text.at;
	part.stop = scan->text.at + scan->text.len;
	part.at = part.start + scan->at;
	part_read(&part);
	token->place.at = scan->at;
	token->place.len = (uint32_t) (part.end - part.at);
	token->place.chars_at = scan->chars_at;
	token->place.chars = part.chars;
	token->line = scan->line;
	token->class = part.class;
	token->flags = part.flags;
	if (before == scan->at && before > 0)
		token->flags |= TOKEN_GLUED;
	scan->at += token->place.len;
	scan->chars_at += part.chars;
	scan->last_class = token->class;
	scan->last_flags = token->flags;
	return true;
}

const char *
token_class_name(TokenClass class)
{
	switch (class)
	{
		case TOKEN_WORD:
			return "word";
		case TOKEN_REDUPLICATION:
			return "reduplication";
		case TOKEN_COMPOUND:
			return "compound";
		case TOKEN_EMAIL:
			return "email";
		case TOKEN_HOST:
			return "host";
		case TOKEN_PERCENT:
			return "percent";
		case TOKEN_TIME:
			return "time";
		case TOKEN_DATE:
			return "date";
		case TOKEN_ABBREVIATION:
			return "abbreviation";
		case TOKEN_ACRONYM:
			return "acronym";
		case TOKEN_HASHTAG:
			return "hashtag";
		case TOKEN_HANDLE:
			return "handle";
		case TOKEN_NUMBER:
			return "number";
		case TOKEN_ORDINAL:
			return "ordinal";
		case TOKEN_INTEGER:
			return "integer";
		case TOKEN_CURRENCY:
			return "currency";
		case TOKEN_ALPHANUMERIC:
			return "alphanumeric";
		case TOKEN_URL:
			return "url";
		case TOKEN_INITIALS:
			return "initials";
		case TOKEN_PUNCTUATION:
			return "punctuation";
		default:
			return "symbol";
	}
}

void
token_list(TokenList *list, Span text)
{
	TokenScan	scan;
	size_t		room = text.len / 5 + 16;

	list->token = berita_alloc(room * sizeof(Token));
	list->n = 0;
	token_open(&scan, text);
	while (token_next(&scan, &list->token[list->n]))
		if (++list->n == room)
		{
			room += room / 2;
			list->token = berita_grow(list->token, room * sizeof(Token));
		}
}

void
token_list_free(TokenList *list)
{
	berita_free(list->token);
	list->token = NULL;
	list->n = 0;
}
