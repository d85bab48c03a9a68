/*
 * Signatures written down: their text and binary forms, read with every check.
 *
 * Text form of a minhash and of a fingerprint set:
 *
 *		format:profile:size:flag:digits
 *
 * size is the number of shingles (minhash) or words (fingerprints), flag is '-',
 * 's' (short text) or 'u' (union), digits are hexadecimal.  Profile 0 marks values
 * made by another program: comparable with each other only.  The binary form is
 * one byte of format, one of profile, two of flags, four of size, then the
 * numbers; all of them with the highest byte first.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_NOTATION_H
#define BERITA_CORE_NOTATION_H

#include "core/minhash.h"

typedef struct SignatureHead
{
	uint8_t		format;
	uint8_t		profile;
	uint16_t	flags;
	uint32_t	size;
} SignatureHead;

/*
 * Readers return NULL, or what is wrong as a sentence; notation_unknown is that
 * of formats and profiles that this release does not know.
 */
extern const char notation_unknown[];

extern const char *notation_read_simhash(Span text, uint64_t *hash);
extern const char *notation_read_minhash(Span text, MinHash *m);
extern const char *notation_receive_minhash(Span bytes, MinHash *m);

/* print has room for text.len / 8 or bytes.len / 4 numbers; *n is set to how many there are. */
extern const char *notation_read_prints(Span text, SignatureHead *head, uint32_t *print, size_t *n);
extern const char *notation_receive_prints(Span bytes, SignatureHead *head, uint32_t *print, size_t *n);

/* Writers return the length; none puts a NUL. */
#define NOTATION_SIMHASH 16
#define NOTATION_HEAD 24		/* a text head at most */
#define NOTATION_HEAD_BYTES 8
#define NOTATION_MINHASH (NOTATION_HEAD + 4 * MINHASH_SLOTS)
#define NOTATION_MINHASH_BYTES (NOTATION_HEAD_BYTES + 2 * MINHASH_SLOTS)

extern size_t notation_write_simhash(uint64_t hash, char *out);
extern size_t notation_write_minhash(const MinHash *m, char *out);
extern size_t notation_send_minhash(const MinHash *m, char *out);
extern size_t notation_write_prints(const SignatureHead *head, const uint32_t *print, size_t n, char *out);
extern size_t notation_send_prints(const SignatureHead *head, const uint32_t *print, size_t n, char *out);

#endif
