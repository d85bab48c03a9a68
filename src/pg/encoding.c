/*
 * From the server's encoding to UTF-8 and back, without an error on any text.
 *
 * The server's conversions stop at the first character that they cannot convert;
 * a stand-in is written for it, and they go on behind it.  They are given some
 * kilobytes at a time, so that the result never has much more room than it needs.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "core/utf8.h"
#include "pg/compat.h"
#include "pg/encoding.h"

#define CHUNK 8192

/* Stand-ins: of one byte, of two, and for characters of more bytes, which are lost. */
#define ONE_BYTE 0x100000
#define TWO_BYTES 0xF0000
#define LOST 0x100100

/* Bytes being written, with room that grows. */
typedef struct Output
{
	char	   *at;
	size_t		len;
	size_t		room;
} Output;

bool
encoding_differs(void)
{
	return GetDatabaseEncoding() != PG_UTF8 && GetDatabaseEncoding() != PG_SQL_ASCII;
}

static bool
is_ascii(Span s)
{
	unsigned char all = 0;

	for (size_t i = 0; i < s.len; i++)
		all |= (unsigned char) s.at[i];
	return all < 0x80;
}

static void
need_room(Output *out, size_t more)
{
	if (out->len + more <= out->room)
		return;
	out->room += out->room / 2 + more;
	out->at = repalloc_huge(out->at, out->room);
}

/* Writes a stand-in for the server's character of n bytes at p. */
static void
stand_in(Output *out, const unsigned char *p, int n)
{
	uint32		c = n == 1 ? ONE_BYTE | p[0] : n == 2 ? TWO_BYTES | (uint32) p[0] << 8 | p[1] : LOST;

	out->len += utf8_put(c, out->at + out->len);
}

/* Writes what the UTF-8 at p stands for that the server's encoding lacks; returns its bytes. */
static int
stood_for(Output *out, const char *p, const char *end)
{
	uint32_t	len;
	uint32		c = utf8_next(p, end, &len);

	if (c >= ONE_BYTE && c < ONE_BYTE + 256)
		out->at[out->len++] = (char) (c & 255);
	else if (c >= TWO_BYTES && c < TWO_BYTES + 0x10000)
	{
		out->at[out->len++] = (char) (c >> 8 & 255);
		out->at[out->len++] = (char) (c & 255);
	}
	else
		out->at[out->len++] = '?';
	return (int) len;
}

static Span
convert(Span text, int from, int to)
{
	Oid			conversion = FindDefaultConversionProc(from, to);
	Output		out = {NULL, 0, text.len + text.len / 8 + CHUNK};
	const char *end = text.at + text.len;

	if (!OidIsValid(conversion))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FUNCTION),
				 errmsg("there is no conversion from encoding \"%s\" to \"%s\"", pg_encoding_to_char(from), pg_encoding_to_char(to))));
	out.at = MemoryContextAllocHuge(CurrentMemoryContext, out.room);
	for (const char *p = text.at; p < end;)
	{
		int			n = end - p > CHUNK ? CHUNK : (int) (end - p);
		int			room = (n + 2) * MAX_CONVERSION_GROWTH;
		int			done;

		CHECK_FOR_INTERRUPTS();
		need_room(&out, room);
		done = pg_do_encoding_conversion_buf(conversion, from, to, (unsigned char *) p, n, (unsigned char *) out.at + out.len, room, true);
		out.len += strlen(out.at + out.len);
		p += done;
		/* stopped at the very first character, which the chunk holds whole */
		if (done == 0 && to == PG_UTF8)
		{
			int			len = pg_encoding_mblen(from, p);

			len = len > n ? n : len;
			stand_in(&out, (const unsigned char *) p, len);
			p += len;
		}
		else if (done == 0)
			p += stood_for(&out, p, end);
	}
	if (out.len > PG_UINT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("text is too long in encoding \"%s\"", pg_encoding_to_char(to))));
	need_room(&out, 1);
	out.at[out.len] = '\0';
	return span_of(out.at, out.len);
}

Span
encoding_to_utf8(Span text)
{
	return encoding_differs() && !is_ascii(text) ? convert(text, GetDatabaseEncoding(), PG_UTF8) : text;
}

Span
encoding_to_server(Span utf8)
{
	return encoding_differs() && !is_ascii(utf8) ? convert(utf8, PG_UTF8, GetDatabaseEncoding()) : utf8;
}
