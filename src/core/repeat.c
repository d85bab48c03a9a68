/*
 * Blocks of a text that are printed again.
 *
 * Lines: each line's first, middle and last bytes and its length make a key; the
 * first line with the same key and the same bytes is what it repeats.  Runs of
 * repeating lines whose first copies stand in a run too are one block.
 *
 * Sentences: the same, where a text has no lines.  Keys are the first bytes of
 * each sentence; where one stands again, both copies are read on in step, and
 * what they share is cut back to whole sentences.  The reader jumps over a block
 * that it found, so no byte is compared twice for one block.
 *
 * The tables probe a bounded number of slots: a hostile text loses repeats, not time.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/repeat.h"

#include "core/byte.h"
#include "core/host.h"
#include "core/utf8.h"

#define PROBES 8
#define KEY_BYTES 16
#define BREATH 4096
/* A line of the body repeats only if it is a sentence, not a word. */
#define BODY_BYTES 20
/* A candidate is compared with so many earlier places at most. */
#define SMALL_TABLE 256

typedef struct Seen
{
	uint32_t   *slot;			/* place + 1, 0 = empty */
	uint32_t	mask;
	uint32_t	small[SMALL_TABLE];
} Seen;

static void
seen_open(Seen *seen, uint32_t n)
{
	uint32_t	slots = 64;

	while (slots < 2 * n)
		slots *= 2;
	seen->slot = slots <= SMALL_TABLE ? seen->small : berita_alloc(slots * sizeof(uint32_t));
	seen->mask = slots - 1;
	memset(seen->slot, 0, slots * sizeof(uint32_t));
}

static void
seen_close(Seen *seen)
{
	if (seen->slot != seen->small)
		berita_free(seen->slot);
}

static uint64_t
eight(const char *p)
{
	uint64_t	w;

	memcpy(&w, p, sizeof(w));
	return w;
}

static uint32_t
mix(uint64_t h)
{
	h *= UINT64_C(0x9E3779B97F4A7C15);
	return (uint32_t) (h >> 32);
}

/* A key of a line: its length and bytes from its beginning, middle and end. */
static uint32_t
line_key(Span line)
{
	uint64_t	h = line.len;

	if (line.len < 8)
	{
		for (size_t i = 0; i < line.len; i++)
			h = (h ^ (unsigned char) line.at[i]) * 1099511628211u;
		return mix(h);
	}
	h = h * 31 + eight(line.at);
	h = h * 31 + eight(line.at + line.len / 2 - 4);
	h = h * 31 + eight(line.at + line.len - 8);
	return mix(h);
}

/* The first line with the same text, from 0, or n itself; n is remembered. */
static uint32_t
first_line(Seen *seen, const Layout *layout, uint32_t n, Span text)
{
	uint32_t	i = line_key(text);

	for (int probe = 0; probe < PROBES; probe++, i++)
	{
		uint32_t	slot = seen->slot[i & seen->mask];

		if (slot == 0)
		{
			seen->slot[i & seen->mask] = n + 1;
			return n;
		}
		if (span_equal(byte_trim(layout_text(layout, &layout->line[slot - 1])), text))
			return slot - 1;
	}
	return n;
}

/* Do the same bytes stand between the lines a and b as between c and d? */
static bool
same_gap(const Layout *layout, uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
	Span		before = byte_trim(layout_text(layout, &layout->line[a])),
				copy = byte_trim(layout_text(layout, &layout->line[c]));
	const char *from = before.at + before.len,
			   *first = copy.at + copy.len;

	return span_equal(span_of(from, (size_t) (byte_trim(layout_text(layout, &layout->line[b])).at - from)),
					  span_of(first, (size_t) (byte_trim(layout_text(layout, &layout->line[d])).at - first)));
}

/* Line number n repeats the line that its repeat_of says; does the block that begins here go on to the line last? */
static uint32_t
block_end(const Layout *layout, uint32_t n)
{
	const LayoutLine *line = layout->line;
	uint32_t	last = n;
	uint32_t	copy = line[n].repeat_of - 1;

	for (uint32_t i = n + 1; i < layout->lines; i++)
	{
		berita_breathe_each(i);
		copy++;
		while (i < layout->lines && line[i].class == LINE_BLANK)
			i++;
		while (copy < n && line[copy].class == LINE_BLANK)
			copy++;
		if (i == layout->lines || line[i].repeat_of != copy + 1 || !same_gap(layout, last, i, line[last].repeat_of - 1, copy))
			break;
		last = i;
	}
	return last;
}

/* Adds the block of the lines first .. last, or forgets single lines of the body that are too short. */
static void
add_block(Layout *layout, uint32_t first, uint32_t last, uint32_t min_length)
{
	LayoutLine *line = layout->line;
	Span		head = byte_trim(layout_text(layout, &line[first]));
	Span		tail = byte_trim(layout_text(layout, &line[last]));
	const LayoutLine *copy = &line[line[first].repeat_of - 1];
	LayoutRepeat repeat;

	repeat.at = (uint32_t) (head.at - layout->text.at);
	repeat.first = (uint32_t) (byte_trim(layout_text(layout, copy)).at - layout->text.at);
	repeat.len = (uint32_t) (tail.at + tail.len - head.at);
	repeat.parts = 0;
	for (uint32_t i = first; i <= last; i++)
	{
		berita_breathe_each(i);
		repeat.parts += line[i].class != LINE_BLANK;
	}
	if (repeat.parts == 1 && line[first].class == LINE_BODY && (repeat.len < BODY_BYTES || memchr(head.at, ' ', head.len) == NULL))
		line[first].repeat_of = 0;
	else if (utf8_length(span_of(head.at, repeat.len)) >= min_length)
		layout_add_repeat(layout, repeat);
}

void
repeat_lines(Layout *layout, uint32_t min_length)
{
	Seen		seen;
	bool		any = false;

	if (layout->lines < 2)
		return;
	seen_open(&seen, layout->lines);
	for (uint32_t i = 0; i < layout->lines; i++)
	{
		LayoutLine *line = &layout->line[i];

		if ((i & 63) == 63)
			berita_breathe();
		if (line->class == LINE_BLANK)
			continue;
		line->repeat_of = first_line(&seen, layout, i, byte_trim(layout_text(layout, line))) + 1;
		if (line->repeat_of == i + 1)
			line->repeat_of = 0;
		any |= line->repeat_of != 0;
	}
	seen_close(&seen);
	for (uint32_t i = 0; any && i < layout->lines; i++)
	{
		berita_breathe_each(i);
		if (layout->line[i].repeat_of != 0)
		{
			uint32_t	last = block_end(layout, i);

			add_block(layout, i, last, min_length);
			i = last;
		}
	}
}

/* The end of the last whole sentence in from .. until; parts counts them. */
static const char *
whole_sentences(const char *from, const char *until, const char *end, uint32_t *parts)
{
	const char *last = from;

	*parts = 0;
	for (const char *p = from; p < until; p++)
		if (*p == '.' || *p == '!' || *p == '?')
		{
			const char *stop = p + 1;
			uint32_t	quote = byte_quote(stop, end);

			if (stop + quote > until)
				break;
			stop += quote;
			if (stop == end || byte_blank(stop, end) || byte_upper(*stop) || byte_quote(stop, end))
			{
				last = stop;
				(*parts)++;
			}
		}
	return last;
}

/* Adds the block at p whose first copy is at q; returns the byte behind what was compared. */
static const char *
add_sentences(Layout *layout, const char *q, const char *p, const char *end, uint32_t min_length)
{
	const char *until = p;
	LayoutRepeat repeat;

	for (const char *copy = q; until < end && copy < p && *until == *copy; until++, copy++)
		;
	until = whole_sentences(p, until, end, &repeat.parts);
	if (utf8_length(span_of(p, (size_t) (until - p))) < min_length)
		return until;			/* and no block within it is longer */
	repeat.first = (uint32_t) (q - layout->text.at);
	repeat.at = (uint32_t) (p - layout->text.at);
	repeat.len = (uint32_t) (until - p);
	layout_add_repeat(layout, repeat);
	return until;
}

/*
 * The first capital from p on that begins a sentence behind a full stop; end: none.
 * Sentences behind other marks are found as parts of a block.
 */
static const char *
next_sentence(const char *p, const char *end)
{
	while ((p = memchr(p, '.', (size_t) (end - p))) != NULL)
	{
		p++;
		berita_breathe_each((size_t) (end - p));
		if (p < end && (byte_upper(*p) || !byte_letter(*p)))
		{
			const char *q = p + byte_quote(p, end);

			q = byte_skip_blanks(q, end);
			q += byte_quote(q, end);
			if (q < end && byte_upper(*q))
				return q;
		}
	}
	return end;
}

/* Looks for an earlier sentence that begins as the one at p; returns the byte behind the block that repeats, or p. */
static const char *
find_sentence(Layout *layout, Seen *seen, const char *start, const char *p, const char *end, uint32_t min_length)
{
	uint32_t	i = mix(eight(p) * 31 + eight(p + 8));

	for (int probe = 0; probe < PROBES; probe++, i++)
	{
		uint32_t   *slot = &seen->slot[i & seen->mask];
		const char *copy = start + *slot - 1;
		uint32_t	mark;

		if (*slot == 0)
		{
			*slot = (uint32_t) (p - start) + 1;
			return p;
		}
		if (memcmp(copy, p, KEY_BYTES) != 0)
			continue;
		/* An opening quotation mark belongs to both copies or to none. */
		mark = byte_quote_before(start, p);
		if (mark && copy - start >= (ptrdiff_t) mark && memcmp(copy - mark, p - mark, mark) == 0)
			return add_sentences(layout, copy - mark, p - mark, end, min_length);
		return add_sentences(layout, copy, p, end, min_length);
	}
	return p;
}

void
repeat_sentences(Layout *layout, uint32_t n, uint32_t min_length)
{
	Span		line = layout_text(layout, &layout->line[n]);
	const char *start = line.at,
			   *end = line.at + line.len;
	const char *breath = start + BREATH;
	Seen		seen;

	if (line.len < 2 * KEY_BYTES)
		return;
	seen_open(&seen, (uint32_t) (line.len / 64));
	for (const char *p = byte_skip_blanks(start, end); end - p >= KEY_BYTES; p = next_sentence(p + 1, end))
	{
		const char *behind = find_sentence(layout, &seen, start, p, end, min_length);

		if (behind > p)
			p = behind - 1;
		if (p > breath)
		{
			berita_breathe();
			breath = p + BREATH;
		}
	}
	seen_close(&seen);
}
