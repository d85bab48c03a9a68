/*
 * What the input and output of the signature types share.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "libpq/pqformat.h"

#include "core/shingle.h"
#include "pg/compat.h"
#include "pg/signature.h"

static const char flag_letter[] = "-su";

void
signature_malformed(const char *text, const char *type, const char *detail, Node *escontext)
{
	errsave(escontext,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type berita.%s: \"%.40s%s\"", type, text, strlen(text) > 40 ? "..." : ""),
			 errdetail("%s", detail)));
}

void
signature_bad_binary(const char *type, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid binary value of type berita.%s", type),
			 errdetail("%s", detail)));
}

void
signature_mixed(const char *type)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("values of type berita.%s of different formats or profiles cannot be compared", type),
			 errhint("Compute both with the same release.")));
}

/* Only what this release knows: a format of 1, our profile or 0. */
static bool
versions_known(const SignatureHeader *h, const char *type, Node *escontext)
{
	if (h->format == 1 && h->profile <= SHINGLE_PROFILE)
		return true;
	errsave(escontext,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("value of type berita.%s has format %d and profile %d, which this release does not know", type, h->format, h->profile)));
	return false;
}

/* A decimal number of at most max, which ends at a colon; NULL if there is none. */
static const char *
number_in(const char *at, uint64 max, uint64 *value)
{
	*value = 0;
	if (*at < '0' || *at > '9')
		return NULL;
	for (; *at >= '0' && *at <= '9'; at++)
	{
		*value = *value * 10 + (uint64) (*at - '0');
		if (*value > max)
			return NULL;
	}
	return *at == ':' ? at + 1 : NULL;
}

const char *
signature_header_in(const char *text, const char *type, SignatureHeader *h, Node *escontext)
{
	uint64		format,
				profile,
				size;
	const char *at = text,
			   *letter;

	if ((at = number_in(at, 255, &format)) == NULL ||
		(at = number_in(at, 255, &profile)) == NULL ||
		(at = number_in(at, PG_UINT32_MAX, &size)) == NULL ||
		*at == '\0' || (letter = strchr(flag_letter, *at)) == NULL || at[1] != ':')
	{
		signature_malformed(text, type, "Expected format:profile:size:flag: and hexadecimal digits.", escontext);
		return NULL;
	}
	h->format = (uint8) format;
	h->profile = (uint8) profile;
	h->size = (uint32) size;
	h->flags = (uint16) (letter - flag_letter);
	return versions_known(h, type, escontext) ? at + 2 : NULL;
}

void
signature_header_out(StringInfo out, const SignatureHeader *h)
{
	appendStringInfo(out, "%d:%d:%u:%c:", h->format, h->profile, h->size, flag_letter[Min(h->flags, 2)]);
}

bool
signature_header_recv(StringInfo message, const char *type, SignatureHeader *h)
{
	if (message->len - message->cursor < 8)
		signature_bad_binary(type, "The value is cut short.");
	h->format = (uint8) pq_getmsgbyte(message);
	h->profile = (uint8) pq_getmsgbyte(message);
	h->flags = (uint16) pq_getmsgint(message, 2);
	h->size = pq_getmsgint(message, 4);
	if (h->flags > SIGNATURE_UNION)
		signature_bad_binary(type, "The flags are none that are known.");
	return versions_known(h, type, NULL);
}

void
signature_header_send(StringInfo message, const SignatureHeader *h)
{
	pq_sendbyte(message, h->format);
	pq_sendbyte(message, h->profile);
	pq_sendint16(message, h->flags);
	pq_sendint32(message, h->size);
}

bool
signature_hex(const char *text, int n, uint64 *value)
{
	*value = 0;
	for (int i = 0; i < n; i++)
	{
		char		c = text[i];

		if (c >= '0' && c <= '9')
			*value = *value << 4 | (uint64) (c - '0');
		else if (c >= 'a' && c <= 'f')
			*value = *value << 4 | (uint64) (c - 'a' + 10);
		else if (c >= 'A' && c <= 'F')
			*value = *value << 4 | (uint64) (c - 'A' + 10);
		else
			return false;
	}
	return true;
}
