/*
 * Any bytes are refused or read as a signature that is written the same way again.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdlib.h>

#include "core/notation.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition) do { if (!(condition)) abort(); } while (0)

static void
minhash_comes_back(const MinHash *m)
{
	MinHash		again;
	char		text[NOTATION_MINHASH];
	char		bytes[NOTATION_MINHASH_BYTES];

	MUST(minhash_valid(m));
	MUST(notation_read_minhash(span_of(text, notation_write_minhash(m, text)), &again) == NULL);
	MUST(minhash_compare(m, &again) == 0);
	MUST(notation_receive_minhash(span_of(bytes, notation_send_minhash(m, bytes)), &again) == NULL);
	MUST(minhash_compare(m, &again) == 0);
	MUST(minhash_similarity(m, m) == 1.0 && minhash_near(m, m, 1.0));
}

static void
prints_come_back(const SignatureHead *head, const uint32_t *print, size_t n)
{
	SignatureHead head_again;
	uint32_t   *again = malloc((n + 8) * sizeof(uint32_t));
	char	   *out = malloc(NOTATION_HEAD + 8 * n);
	size_t		n_again;

	MUST(n > 0 && n <= head->size);
	MUST(notation_read_prints(span_of(out, notation_write_prints(head, print, n, out)), &head_again, again, &n_again) == NULL);
	MUST(n == n_again && memcmp(print, again, n * sizeof(uint32_t)) == 0 && memcmp(head, &head_again, sizeof(*head)) == 0);
	MUST(notation_receive_prints(span_of(out, notation_send_prints(head, print, n, out)), &head_again, again, &n_again) == NULL);
	MUST(n == n_again && memcmp(print, again, n * sizeof(uint32_t)) == 0 && memcmp(head, &head_again, sizeof(*head)) == 0);
	free(again);
	free(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Span		input = span_of((const char *) data, size);
	SignatureHead head;
	uint32_t   *print = malloc(size + sizeof(uint32_t));
	char		text[NOTATION_SIMHASH];
	uint64_t	hash,
				again;
	size_t		n;
	MinHash		m;

	if (notation_read_simhash(input, &hash) == NULL)
		MUST(notation_read_simhash(span_of(text, notation_write_simhash(hash, text)), &again) == NULL && hash == again);
	if (notation_read_minhash(input, &m) == NULL)
		minhash_comes_back(&m);
	if (notation_receive_minhash(input, &m) == NULL)
		minhash_comes_back(&m);
	if (notation_read_prints(input, &head, print, &n) == NULL)
		prints_come_back(&head, print, n);
	if (notation_receive_prints(input, &head, print, &n) == NULL)
		prints_come_back(&head, print, n);
	free(print);
	return 0;
}
