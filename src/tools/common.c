/*
 * Makes the table of common forms: common < src/data/common.txt > src/core/common_table.h
 *
 * Each form of the list goes through the stemmer's rules once; aliases are left
 * out, since they stand for other words.  The layout of a slot is explained in
 * core/common.h.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdio.h>
#include <stdlib.h>

#include "core/common.h"
#include "core/lexicon.h"
#include "core/stem_rule.h"

#define SLOTS 131072			/* a power of two, at least twice the forms */
#define FORMS (SLOTS / 2)
#define BLOB 0x100000			/* what 20 bits reach */

typedef struct Form
{
	uint32_t	at;
	uint32_t	len;
	uint32_t	root_at;
	uint32_t	root_len;
	bool		stop;
} Form;

static char blob[BLOB + COMMON_MAX + 1];
static uint32_t blob_len;
static Form form[FORMS];
static uint32_t forms;
static uint64_t slot[SLOTS];
static uint32_t slot_form[SLOTS];

static void
fail(const char *why, Span word)
{
	fprintf(stderr, "common: %s: '%.*s'\n", why, (int) word.len, word.at);
	exit(1);
}

static uint32_t
keep(Span s)
{
	if (blob_len + s.len > BLOB)
		fail("too many forms", s);
	memcpy(blob + blob_len, s.at, s.len);
	blob_len += (uint32_t) s.len;
	return blob_len - (uint32_t) s.len;
}

/* The form that is exactly s, or NULL. */
static const Form *
find(Span s, uint64_t *free_slot)
{
	uint64_t	i = key_hash(s) >> 40;

	for (;; i++)
	{
		uint32_t	n = slot_form[i & (SLOTS - 1)];
		const Form *f;

		*free_slot = i & (SLOTS - 1);
		if (n == 0)
			return NULL;
		f = &form[n - 1];
		if (span_equal(span_of(blob + f->at, f->len), s))
			return f;
	}
}

static void
read_form(Span s)
{
	uint64_t	i;
	Form	   *f = &form[forms];

	if (s.len < 2 || s.len > COMMON_MAX || lexicon_alias(s).len > 0)
		return;
	if (forms == FORMS || find(s, &i) != NULL)
		fail(forms == FORMS ? "too many forms" : "twice in the list", s);
	f->at = keep(s);
	f->len = (uint32_t) s.len;
	f->stop = stem_stop(s);
	slot_form[i] = ++forms;
}

static void
find_root(Form *f)
{
	char		out[STEM_MAX];
	Span		root = span_of(out, stem_rule(span_of(blob + f->at, f->len), STEM_ROOT, out));
	const Form *same;
	uint64_t	i;

	if (root.len > COMMON_MAX)
		fail("root is too long", root);
	f->root_len = (uint32_t) root.len;
	for (uint32_t at = 0; at + root.len <= f->len; at++)
		if (memcmp(blob + f->at + at, root.at, root.len) == 0)
		{
			f->root_at = f->at + at;
			return;
		}
	same = find(root, &i);
	f->root_at = same ? same->at : keep(root);
}

static void
print_slots(const char *name, const uint64_t *table, uint32_t n)
{
	printf("\nstatic const uint64_t %s[] = {\n", name);
	for (uint32_t i = 0; i < n; i++)
		printf("0x%llx,%s", (unsigned long long) table[i], i % 8 == 7 ? "\n" : "");
	printf("};\n");
}

static void
print_table(void)
{
	printf("/* Made from src/data/common.txt by src/tools/common.c: do not edit. */\n\n"
		   "#define COMMON_MASK %d\n\nstatic const char common_blob[] =\n", SLOTS - 1);
	for (uint32_t i = 0; i < blob_len + COMMON_MAX + 1; i++)
	{
		if (i % 100 == 0)
			printf("%s\t\"", i ? "\"\n" : "");
		if (blob[i] >= 'a' && blob[i] <= 'z')
			putchar(blob[i]);
		else
			printf("\\%03o", (unsigned char) blob[i]);
	}
	printf("\";\n");
	print_slots("common_slot", slot, SLOTS);
}

/* What a slot says of form f; see core/common.h. */
static uint64_t
slot_of(const Form *f, uint64_t hash)
{
	return (hash >> 28 & 0xFFF) << 52 | (uint64_t) f->stop << 51 | (uint64_t) f->root_len << 46 |
		(uint64_t) f->root_at << 26 | (uint64_t) f->len << 21 | f->at;
}

int
main(void)
{
	char		line[256];

	while (fgets(line, sizeof(line), stdin))
		if (line[0] != '#')
			read_form(span_of(line, strcspn(line, "\n")));
	for (uint32_t i = 0; i < SLOTS; i++)
	{
		Form	   *f;
		uint64_t	hash;

		if (slot_form[i] == 0)
			continue;
		f = &form[slot_form[i] - 1];
		find_root(f);
		hash = key_hash(span_of(blob + f->at, f->len));
		slot[i] = slot_of(f, hash);
	}
	print_table();
	return 0;
}
