/*
 * One token at a place where more than plain letters stand: the careful half of
 * the tokenizer.  token.c reads what is plain by itself and asks here for the rest.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_CORE_TOKEN_PART_H
#define BERITA_CORE_TOKEN_PART_H

#include "core/token.h"
#include "core/utf8_unit.h"

/* The text around, the place of the token's first byte, and what was found there. */
typedef struct Part
{
	const char *start;			/* of the text: how far it may look back */
	const char *stop;			/* of the text: how far it may look ahead */
	const char *at;				/* the token's first byte, not blank or hidden */
	const char *end;			/* out: behind its last byte */
	uint32_t	chars;			/* out */
	uint8_t		class;			/* out: TokenClass */
	uint8_t		flags;			/* out: all but TOKEN_GLUED */
} Part;

static inline bool
is_ascii_letter(char c)
{
	return (unsigned char) ((c | 0x20) - 'a') < 26;
}

/* Do these two letters begin a word that part_is_currency() may know? */
static inline bool
part_may_be_currency(const char *p)
{
#define BIT(c) (1u << ((c) & 31))
	/* by the first letter: the second ones */
	static const uint32_t known[32] = {
		['A' & 31] = BIT('U'), ['C' & 31] = BIT('H') | BIT('N'), ['E' & 31] = BIT('U'), ['G' & 31] = BIT('B'), ['H' & 31] = BIT('K'),
		['I' & 31] = BIT('D'), ['J' & 31] = BIT('P'), ['M' & 31] = BIT('Y'), ['R' & 31] = BIT('M') | BIT('P'),
		['S' & 31] = BIT('A') | BIT('G'), ['T' & 31] = BIT('H'), ['U' & 31] = BIT('S')
	};
#undef BIT

	return known[p[0] & 31] >> (p[1] & 31) & 1;
}

/* Letters, digits and what stands inside words, as far as they go without a join. */
typedef struct Run
{
	const char *at;
	const char *end;
	uint32_t	chars;
	uint32_t	letters;
	uint32_t	uppers;
	uint32_t	digits;
	uint32_t	lead;			/* letters before the first digit */
	bool		capital;
	bool		foreign;
} Run;

/* The whole token at part->at. */
extern void part_read(Part *part);

/* As token_next(), all of it by part_read(): what the plain reader is measured against. */
extern bool token_next_careful(TokenScan *scan, Token *token);

/* For the readers of one kind each. */
extern Run	run_read(const char *at, const char *stop);
extern void part_take(Part *part, const char *end, TokenClass class);
extern bool part_is_marked(const Part *part);
extern bool part_net(Part *part);		/* URL, e-mail, host */
extern bool part_dotted(Part *part, const Run *run);	/* abbreviation that holds or ends in a dot */
extern void part_number(Part *part);	/* begins with a digit */
extern const char *part_date_end(const char *p, const char *stop, char sign);	/* of three parts, or NULL */
extern bool part_reference(Part *part);	/* 34/PMK.011/2007, II/2007, S/A */
extern TokenClass part_hyphen_class(const Part *part, const char *end, const char *first_end, const char *last);
extern TokenClass part_letters_class(Span first, Span last);	/* the same, of two halves of ASCII letters */
extern bool part_word_before(const Part *part, Span *word);
extern bool part_is_currency(Span word);	/* USD, Rp */
extern bool part_may_abbreviate(const char *p, uint32_t n);	/* n letters and a dot; four bytes or more */

#endif
