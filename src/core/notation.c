/*
 * Signatures written down.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/notation.h"

#include "core/shingle.h"
#include "core/winnow.h"

#define BAD_HEAD "Expected format:profile:size:flag: and hexadecimal digits."

const char	notation_unknown[] = "This release does not know the format or profile.";

static const char flag_letter[] = "-su";
static const char digit[] = "0123456789abcdef";

/* Exactly n hexadecimal digits, at most 16, as a number. */
static bool
read_hex(const char *at, int n, uint64_t *value)
{
	*value = 0;
	for (int i = 0; i < n; i++)
	{
		uint32_t	c = (unsigned char) at[i];

		if (c >= '0' && c <= '9')
			c -= '0';
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
			c = (c | 0x20) - 'a' + 10;
		else
			return false;
		*value = *value << 4 | c;
	}
	return true;
}

static size_t
write_hex(uint64_t value, int n, char *out)
{
	for (int i = 0; i < n; i++)
		out[i] = digit[value >> 4 * (n - 1 - i) & 15];
	return (size_t) n;
}

/* A decimal number of at most max and the colon behind it, taken off text. */
static bool
read_number(Span *text, uint64_t max, uint64_t *value)
{
	size_t		i = 0;

	*value = 0;
	for (; i < text->len && text->at[i] >= '0' && text->at[i] <= '9'; i++)
	{
		*value = *value * 10 + (uint64_t) (text->at[i] - '0');
		if (*value > max)
			return false;
	}
	if (i == 0 || i == text->len || text->at[i] != ':')
		return false;
	*text = span_of(text->at + i + 1, text->len - i - 1);
	return true;
}

static size_t
write_number(uint32_t value, char *out)
{
	char		reverse[10];
	size_t		n = 0,
				len;

	do
		reverse[n++] = digit[value % 10];
	while (value /= 10);
	len = n;
	for (size_t i = 0; i < len; i++)
		out[i] = reverse[--n];
	out[len] = ':';
	return len + 1;
}

/* Only what this release knows: format 1, our profile or 0. */
static const char *
check_versions(const SignatureHead *head)
{
	return head->format == 1 && head->profile <= SHINGLE_PROFILE ? NULL : notation_unknown;
}

static const char *
read_head(Span *text, SignatureHead *head)
{
	uint64_t	format,
				profile,
				size;
	const char *letter;

	if (!read_number(text, 255, &format) || !read_number(text, 255, &profile) || !read_number(text, UINT32_MAX, &size))
		return BAD_HEAD;
	if (text->len < 2 || text->at[1] != ':' || (letter = memchr(flag_letter, text->at[0], 3)) == NULL)
		return BAD_HEAD;
	*text = span_of(text->at + 2, text->len - 2);
	head->format = (uint8_t) format;
	head->profile = (uint8_t) profile;
	head->size = (uint32_t) size;
	head->flags = (uint16_t) (letter - flag_letter);
	return check_versions(head);
}

static size_t
write_head(const SignatureHead *head, char *out)
{
	size_t		len = write_number(head->format, out);

	len += write_number(head->profile, out + len);
	len += write_number(head->size, out + len);
	out[len++] = flag_letter[head->flags < 3 ? head->flags : 2];
	out[len++] = ':';
	return len;
}

/* n bytes as a number, the highest first. */
static uint32_t
receive_number(const char *at, int n)
{
	uint32_t	value = 0;

	for (int i = 0; i < n; i++)
		value = value << 8 | (unsigned char) at[i];
	return value;
}

static size_t
send_number(uint32_t value, int n, char *out)
{
	for (int i = 0; i < n; i++)
		out[i] = (char) (value >> 8 * (n - 1 - i));
	return (size_t) n;
}

static const char *
receive_head(Span *bytes, SignatureHead *head)
{
	if (bytes->len < NOTATION_HEAD_BYTES)
		return "The value is cut short.";
	head->format = (uint8_t) bytes->at[0];
	head->profile = (uint8_t) bytes->at[1];
	head->flags = (uint16_t) receive_number(bytes->at + 2, 2);
	head->size = receive_number(bytes->at + 4, 4);
	*bytes = span_of(bytes->at + NOTATION_HEAD_BYTES, bytes->len - NOTATION_HEAD_BYTES);
	if (head->flags > SIGNATURE_UNION)
		return "The flags are none that are known.";
	return check_versions(head);
}

static size_t
send_head(const SignatureHead *head, char *out)
{
	send_number(head->format, 1, out);
	send_number(head->profile, 1, out + 1);
	send_number(head->flags, 2, out + 2);
	send_number(head->size, 4, out + 4);
	return NOTATION_HEAD_BYTES;
}

const char *
notation_read_simhash(Span text, uint64_t *hash)
{
	return text.len == NOTATION_SIMHASH && read_hex(text.at, NOTATION_SIMHASH, hash) ? NULL : "Expected 16 hexadecimal digits.";
}

size_t
notation_write_simhash(uint64_t hash, char *out)
{
	return write_hex(hash, NOTATION_SIMHASH, out);
}

static const char *
minhash_of_head(MinHash *m, const SignatureHead *head)
{
	m->format = head->format;
	m->profile = head->profile;
	m->flags = head->flags;
	m->size = head->size;
	return minhash_valid(m) ? NULL : "Its slots do not fit its size and flag.";
}

static SignatureHead
head_of_minhash(const MinHash *m)
{
	SignatureHead head = {m->format, m->profile, m->flags, m->size};

	return head;
}

const char *
notation_read_minhash(Span text, MinHash *m)
{
	SignatureHead head;
	const char *fault = read_head(&text, &head);

	if (fault)
		return fault;
	if (text.len != 4 * MINHASH_SLOTS)
		return "Expected 512 hexadecimal digits after the head.";
	for (int i = 0; i < MINHASH_SLOTS; i++)
	{
		uint64_t	slot;

		if (!read_hex(text.at + 4 * i, 4, &slot))
			return "Expected 512 hexadecimal digits after the head.";
		m->slot[i] = (uint16_t) slot;
	}
	return minhash_of_head(m, &head);
}

const char *
notation_receive_minhash(Span bytes, MinHash *m)
{
	SignatureHead head;
	const char *fault = receive_head(&bytes, &head);

	if (fault)
		return fault;
	if (bytes.len != 2 * MINHASH_SLOTS)
		return "Expected 264 bytes.";
	for (int i = 0; i < MINHASH_SLOTS; i++)
		m->slot[i] = (uint16_t) receive_number(bytes.at + 2 * i, 2);
	return minhash_of_head(m, &head);
}

size_t
notation_write_minhash(const MinHash *m, char *out)
{
	SignatureHead head = head_of_minhash(m);
	size_t		len = write_head(&head, out);

	for (int i = 0; i < MINHASH_SLOTS; i++)
		len += write_hex(m->slot[i], 4, out + len);
	return len;
}

size_t
notation_send_minhash(const MinHash *m, char *out)
{
	SignatureHead head = head_of_minhash(m);
	size_t		len = send_head(&head, out);

	for (int i = 0; i < MINHASH_SLOTS; i++)
		len += send_number(m->slot[i], 2, out + len);
	return len;
}

static const char *
check_prints(const SignatureHead *head, const uint32_t *print, size_t n)
{
	if (n == 0)
		return "It holds no fingerprints.";
	for (size_t i = 1; i < n; i++)
		if (print[i] <= print[i - 1])
			return "The fingerprints are not in ascending order.";
	if (n > head->size)
		return "It holds more fingerprints than the text had words.";
	if (head->flags == SIGNATURE_SHORT && (n != 1 || head->size >= WINNOW_N))
		return "It is too long for a short text.";
	return NULL;
}

const char *
notation_read_prints(Span text, SignatureHead *head, uint32_t *print, size_t *n)
{
	const char *fault = read_head(&text, head);

	if (fault)
		return fault;
	*n = text.len / 8;
	for (size_t i = 0; i < *n; i++)
	{
		uint64_t	value;

		if (!read_hex(text.at + 8 * i, 8, &value))
			return "Expected eight hexadecimal digits for each fingerprint.";
		print[i] = (uint32_t) value;
	}
	return text.len % 8 ? "Expected eight hexadecimal digits for each fingerprint." : check_prints(head, print, *n);
}

const char *
notation_receive_prints(Span bytes, SignatureHead *head, uint32_t *print, size_t *n)
{
	const char *fault = receive_head(&bytes, head);

	if (fault)
		return fault;
	*n = bytes.len / 4;
	for (size_t i = 0; i < *n; i++)
		print[i] = receive_number(bytes.at + 4 * i, 4);
	return bytes.len % 4 ? "Expected four bytes for each fingerprint." : check_prints(head, print, *n);
}

size_t
notation_write_prints(const SignatureHead *head, const uint32_t *print, size_t n, char *out)
{
	size_t		len = write_head(head, out);

	for (size_t i = 0; i < n; i++)
		len += write_hex(print[i], 8, out + len);
	return len;
}

size_t
notation_send_prints(const SignatureHead *head, const uint32_t *print, size_t n, char *out)
{
	size_t		len = send_head(head, out);

	for (size_t i = 0; i < n; i++)
		len += send_number(print[i], 4, out + len);
	return len;
}
