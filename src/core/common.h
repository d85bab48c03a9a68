/*
 * The commonest word forms, looked up at once: form to root, and is it a stop word.
 *
 * src/tools/common.c writes common_table.h at make, by the very stemmer that
 * answers for all other forms: the table changes speed and nothing else.  A slot
 * is one number:
 *
 *		tag 12 | stop 1 | root length 5 | root at 20 | form length 5 | form at 21
 *
 * Forms and roots lie in one run of bytes, roots mostly inside forms.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_COMMON_H
#define BERITA_CORE_COMMON_H

#include "core/key.h"

/* Forms and roots are no longer than this. */
#define COMMON_MAX 31

/* What the table says of a form; root points into read-only memory for good. */
typedef struct CommonForm
{
	Span		root;			/* COMMON_MAX + 1 bytes may be read from here */
	bool		stop;
} CommonForm;

/* Is the folded word one of the commonest forms? */
extern bool common_find(Span folded, CommonForm *found);

/*
 * For those who will ask for many words: the first brings the word's slot nearer,
 * the second, a little later, what the slot points to.
 */
extern void common_prefetch(Span folded);
extern void common_prefetch_form(Span folded);

/*
 * The same for a word that is not folded yet; only words of ASCII letters are
 * found.  readable counts the bytes that may be read from its first one.
 */
extern bool common_find_raw(Span word, size_t readable, CommonForm *found);
extern void common_prefetch_raw(Span word, size_t readable);

#endif
