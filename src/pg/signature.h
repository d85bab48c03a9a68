/*
 * Signatures as the server stores them.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_SIGNATURE_H
#define BERITA_PG_SIGNATURE_H

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/nodes.h"

#include "core/minhash.h"
#include "core/winnow.h"
#include "pg/compat.h"

/* berita.simhash64: 8 bytes by value. */
#define DatumGetSimHash(d) ((uint64) DatumGetInt64(d))
#define SimHashGetDatum(h) Int64GetDatum((int64) (h))
#define PG_GETARG_SIMHASH(n) DatumGetSimHash(PG_GETARG_DATUM(n))
#define PG_RETURN_SIMHASH(h) return SimHashGetDatum(h)

/* berita.minhash128 */
typedef struct StoredMinHash
{
	int32		vl_len_;
	MinHash		m;
} StoredMinHash;

#define DatumGetMinHash(d) (&((StoredMinHash *) PG_DETOAST_DATUM(d))->m)
#define PG_GETARG_MINHASH(n) DatumGetMinHash(PG_GETARG_DATUM(n))

extern Datum minhash_datum(const MinHash *m);

/* berita.fingerprint_set: the numbers ascend, each once, and there is at least one. */
typedef struct FingerprintSet
{
	int32		vl_len_;
	uint8		format;
	uint8		profile;
	uint16		flags;
	uint32		words;			/* of the text, or of all texts of a union */
	uint32		print[FLEXIBLE_ARRAY_MEMBER];
} FingerprintSet;

#define FINGERPRINT_SET_SIZE(n) (offsetof(FingerprintSet, print) + (n) * sizeof(uint32))
#define DatumGetFingerprints(d) ((FingerprintSet *) PG_DETOAST_DATUM(d))
#define PG_GETARG_FINGERPRINTS(n) DatumGetFingerprints(PG_GETARG_DATUM(n))

static inline uint32
fingerprint_count(const FingerprintSet *set)
{
	return (uint32) ((VARSIZE(set) - offsetof(FingerprintSet, print)) / sizeof(uint32));
}

/* n numbers, copied; at most as many as a value of the server holds. */
extern FingerprintSet *fingerprints_make(const uint32 *print, size_t n, uint32 words, uint16 flags);

/* Share of a found in b; -1 where format or profile differ. */
extern double fingerprints_containment(const FingerprintSet *a, const FingerprintSet *b);

/*
 * What a reader of core/notation.h found wrong with a text: raises or softly
 * reports 22P02, or 22023 for a version; and with a message: raises 22P03.
 */
extern void signature_bad_text(const char *text, const char *type, const char *fault, Node *escontext);
pg_noreturn extern void signature_bad_binary(const char *type, const char *fault);

/* All that is left of a message, which counts as read. */
extern Span signature_rest(StringInfo message);

/* Raises 22023 because two values cannot be compared. */
pg_noreturn extern void signature_mixed(const char *type);

/* Reading and writing whole values, for the types that hold them; NULL after a soft error. */
extern MinHash *minhash_from_text(const char *text, Node *escontext);
extern FingerprintSet *fingerprints_from_text(const char *text, Node *escontext);
extern bool simhash_from_text(const char *text, uint64 *hash, Node *escontext);
extern void minhash_to_text(StringInfo out, const MinHash *m);
extern void fingerprints_to_text(StringInfo out, const FingerprintSet *set);
extern void minhash_to_message(StringInfo message, const MinHash *m);
extern void fingerprints_to_message(StringInfo message, const FingerprintSet *set);
extern void minhash_from_message(StringInfo message, MinHash *m);
extern FingerprintSet *fingerprints_from_message(StringInfo message);

#endif
