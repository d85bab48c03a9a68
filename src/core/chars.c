/*
 * Bytes to characters.
 *
 * The counts before every 4 kB are kept, so that going back is cheap.  A stride
 * may begin within a character: the mark is set at the first whole character
 * after it, counted from the marks before.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/chars.h"

#include "core/host.h"
#include "core/utf8.h"

#define STRIDE 4096u

void
chars_open(Chars *chars, Span text)
{
	chars->text = text;
	chars->at = chars->chars = chars->marks = 0;
	chars->mark = NULL;
	if (text.len > STRIDE)
		chars->mark = berita_alloc((text.len / STRIDE + 1) * 2 * sizeof(uint32_t));
}

void
chars_close(Chars *chars)
{
	berita_free(chars->mark);
}

/* Remembers that chars characters stand before byte at, which is in a new stride. */
static void
remember(Chars *chars)
{
	if (chars->mark != NULL && chars->at / STRIDE >= chars->marks)
	{
		uint32_t	n = chars->at / STRIDE;

		for (uint32_t i = chars->marks; i <= n; i++)
		{
			chars->mark[2 * i] = chars->at;
			chars->mark[2 * i + 1] = chars->chars;
		}
		chars->marks = n + 1;
	}
}

static void
forward(Chars *chars, uint32_t at)
{
	const char *text = chars->text.at;

	while (chars->at < at)
	{
		uint32_t	stop = at - chars->at > STRIDE ? chars->at + STRIDE : at;

		/* A step ends where a character begins. */
		while (stop < at && ((unsigned char) text[stop] & 0xC0) == 0x80)
			stop++;
		chars->chars += utf8_length(span_of(text + chars->at, stop - chars->at));
		chars->at = stop;
		remember(chars);
		if (stop < at)
			berita_breathe();
	}
}

void
chars_skip(Chars *chars, uint32_t at, uint32_t before)
{
	if (at <= chars->at)
		return;
	chars->at = at;
	chars->chars = before;
	remember(chars);
}

uint32_t
chars_before(Chars *chars, uint32_t at)
{
	if (at < chars->at)
	{
		uint32_t	i = at / STRIDE;

		chars->at = chars->chars = 0;
		if (chars->mark != NULL && chars->marks > 0)
		{
			i = i < chars->marks ? i : chars->marks - 1;
			while (i > 0 && chars->mark[2 * i] > at)
				i--;
			if (chars->mark[2 * i] <= at)
			{
				chars->at = chars->mark[2 * i];
				chars->chars = chars->mark[2 * i + 1];
			}
		}
	}
	forward(chars, at);
	return chars->chars;
}

Place
chars_place(Chars *chars, uint32_t at, uint32_t len)
{
	Place		place = {at, len, 0, 0};

	place.chars_at = chars_before(chars, at);
	place.chars = chars_before(chars, at + len) - place.chars_at;
	return place;
}
