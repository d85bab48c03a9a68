/*
 * Pairing quotation marks: the cheapest reading of all marks of a text.
 *
 * Marks in news are undirected as often as not, glued to the words around them
 * (itu."Kami), sometimes of the wrong kind on one side, and one in twenty
 * articles has an odd number of them.  So each mark is given a price for opening
 * and a price for closing, from its glyph and its neighbours; a word of saying
 * behind it makes closing cheap.  Then one pass over the marks finds the cheapest
 * sequence of states (outside, inside, inside a nested quotation), the way a
 * Viterbi decoder does: three states, a few moves each, so the work is linear.
 *
 *		"Ini "hangat" ya," kata Ana.	open, nest, close, close
 *		"Satu," kata Ana. "Dua, kata Budi. "Tiga," kata Cici.
 *										the third mark opens, the fourth opens again:
 *										the quotation between ends before "kata Budi"
 *
 * Marks in boilerplate do not take part.  A quotation whose closing mark is
 * missing ends before a comma with a word of saying, else at its line's end, at
 * MOST characters in any case; one whose opening mark is missing begins with its
 * sentence.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/mark.h"

#include "core/host.h"

#define MOST 2000				/* characters in a quotation without closing mark */
#define BREATH 512				/* marks between two breaths */
#define NEVER 1000000

typedef enum State
{
	OUTSIDE, INSIDE, NESTED, STATES
} State;

typedef enum Move
{
	MOVE_OPEN, MOVE_CLOSE, MOVE_NEST, MOVE_UNNEST, MOVE_REOPEN, MOVE_STRAY, MOVE_IGNORE
} Move;

typedef struct Step
{
	uint8_t		move[STATES];	/* by which each state was reached */
	uint8_t		from[STATES];	/* and from which */
} Step;

typedef struct Marks
{
	Reading    *r;
	uint32_t   *mark;			/* tokens of the marks */
	uint32_t	n;
	bool		has_left,		/* is there any mark that can only open? */
				has_right;
	Step	   *step;
	int32_t		cost[STATES];
	uint32_t	opened[STATES]; /* the mark that opened, on the best way to each state */
} Marks;

/* -1 for a glyph that opens, 1 for one that closes, 0 for both. */
static int
side(const Reading *r, uint32_t i)
{
	Span		s = span_at(r->text, r->token[i].place);

	if (s.len == 3 && memcmp(s.at, "\xe2\x80", 2) == 0)
		return s.at[2] == '\x9c' || s.at[2] == '\x9e' ? -1 : s.at[2] == '\x9d' ? 1 : 0;
	if (s.len == 2 && (unsigned char) s.at[0] == 0xC2)
		return (unsigned char) s.at[1] == 0xAB ? -1 : (unsigned char) s.at[1] == 0xBB ? 1 : 0;
	return 0;
}

static bool
glued(const Reading *r, uint32_t i)
{
	return i < r->n && i > 0 && (r->token[i].flags & TOKEN_GLUED) != 0;
}

/* Does a word of saying that takes a quotation before it stand at i? */
static bool
cue_behind(const Reading *r, uint32_t i)
{
	if (mark_is(r, i, MARK_COMMA))
		i++;
	if (reading_cue_in(r, i, CUE_IN_BARE | CUE_IN_NYA | CUE_IN_THUS))
		return !fact_is(r, i, FACT_CAPITAL);
	return word_is(r, i, WORDS_PRONOUN) && !fact_is(r, i, FACT_CAPITAL) && reading_cue_in(r, i + 1, CUE_IN_ACT);
}

static int32_t
price_open(const Marks *m, uint32_t i)
{
	const Reading *r = m->r;
	int			s = side(r, i);
	int32_t		p = 0;

	if (glued(r, i))
	{
		if (mark_is(r, i - 1, MARK_END) || mark_is(r, i - 1, MARK_COLON))
			p += 8;
		else if (mark_is(r, i - 1, MARK_COMMA))
			p += 22;
		else if (!mark_is(r, i - 1, MARK_OPEN_BRACKET))
			p += 16;
	}
	if (i + 1 >= r->n || !glued(r, i + 1))
		p += 25;
	else if (!fact_is(r, i + 1, FACT_WORD) && !mark_is(r, i + 1, MARK_OPEN_BRACKET) && !mark_is(r, i + 1, MARK_SINGLE))
		p += 25;
	else if (fact_is(r, i + 1, FACT_CAPITAL))
		p -= 3;
	if (reading_cue_in(r, i + 1, CUE_IN_NYA) && !fact_is(r, i + 1, FACT_CAPITAL))
		p += 20;
	if (s < 0)
		p -= 10;
	if (s > 0 && m->has_left)
		p += 20;
	return p;
}

static int32_t
price_close(const Marks *m, uint32_t i)
{
	const Reading *r = m->r;
	int			s = side(r, i);
	int32_t		p = 0;

	if (!glued(r, i))
		p += 20;
	else if (mark_is(r, i - 1, MARK_COMMA) || mark_is(r, i - 1, MARK_END))
		p -= 5;
	else
		p += 3;
	if (fact_is(r, i, FACT_LINE))
		p += 20;
	if (cue_behind(r, i + 1))
		p -= mark_is(r, i - 1, MARK_COMMA) || mark_is(r, i - 1, MARK_END) || mark_is(r, i + 1, MARK_COMMA) ? 30 : 15;
	else if (glued(r, i + 1) && fact_is(r, i + 1, FACT_WORD))
		p += 15;
	if (s > 0)
		p -= 10;
	if (s < 0 && m->has_right)
		p += 20;
	return p;
}

/* What it costs that a quotation reaches from its opening mark over the stretch before mark k. */
static int32_t
price_reach(const Marks *m, uint32_t opened, uint32_t k)
{
	const Token *open = &m->r->token[m->mark[opened]];
	const Token *last = &m->r->token[m->mark[k - 1]];
	const Token *here = &m->r->token[m->mark[k]];
	uint32_t	lines = here->line - last->line;

	if (here->place.chars_at - open->place.chars_at > MOST)
		return 200;
	return (int32_t) (lines > 3 ? 45 : 15 * lines);
}

static void
offer(Marks *m, int32_t *cost, uint32_t *opened, uint32_t k, State from, State to, Move move, int32_t price)
{
	if (m->cost[from] + price >= cost[to])
		return;
	cost[to] = m->cost[from] + price;
	m->step[k].move[to] = (uint8_t) move;
	m->step[k].from[to] = (uint8_t) from;
	opened[to] = move == MOVE_OPEN || move == MOVE_REOPEN ? k : m->opened[from];
}

static void
take_step(Marks *m, uint32_t k)
{
	int32_t		cost[STATES] = {NEVER, NEVER, NEVER};
	uint32_t	opened[STATES] = {0, 0, 0};
	uint32_t	i = m->mark[k];
	int32_t		open = price_open(m, i),
				close = price_close(m, i);
	int32_t		reach = k > 0 ? price_reach(m, m->opened[INSIDE], k) : 0;
	int32_t		deep = k > 0 ? price_reach(m, m->opened[NESTED], k) : 0;
	bool		paragraph = fact_is(m->r, i, FACT_LINE);

	if (k > 0 && i - m->mark[k - 1] > 10)
		deep += 20;
	offer(m, cost, opened, k, OUTSIDE, INSIDE, MOVE_OPEN, open);
	offer(m, cost, opened, k, OUTSIDE, OUTSIDE, MOVE_STRAY, close + 60);
	offer(m, cost, opened, k, OUTSIDE, OUTSIDE, MOVE_IGNORE, 80);
	offer(m, cost, opened, k, INSIDE, OUTSIDE, MOVE_CLOSE, close + reach);
	offer(m, cost, opened, k, INSIDE, NESTED, MOVE_NEST, open + 30 + reach);
	offer(m, cost, opened, k, INSIDE, INSIDE, MOVE_REOPEN, open + (paragraph ? 25 : 50));
	offer(m, cost, opened, k, INSIDE, INSIDE, MOVE_IGNORE, 80 + reach);
	offer(m, cost, opened, k, NESTED, INSIDE, MOVE_UNNEST, close + deep);
	offer(m, cost, opened, k, NESTED, NESTED, MOVE_IGNORE, 90 + deep);
	for (int s = 0; s < STATES; s++)
	{
		m->cost[s] = cost[s];
		m->opened[s] = opened[s];
	}
	/* Only differences matter: keep the numbers small on long texts. */
	if (m->cost[OUTSIDE] > NEVER / 4 || m->cost[OUTSIDE] < -NEVER / 4)
	{
		int32_t		base = m->cost[OUTSIDE];

		for (int s = 0; s < STATES; s++)
			m->cost[s] -= base;
	}
}

/* The token after the last of a quotation that begins at first and has no closing mark. */
static uint32_t
end_without_mark(const Reading *r, uint32_t first, uint32_t limit)
{
	uint32_t	i = first;

	for (; i < limit; i++)
	{
		if (i > first && r->token[i].place.chars_at - r->token[first].place.chars_at > MOST)
			break;
		if (mark_is(r, i, MARK_COMMA) && reading_cue_in(r, i + 1, CUE_IN_BARE | CUE_IN_NYA) &&
			!fact_is(r, i + 1, FACT_CAPITAL) &&
			(reading_cue_in(r, i + 1, CUE_IN_NYA) || fact_is(r, i + 2, FACT_CAPITAL) || part_is(r, i + 2, PART_PRONOUN)))
			return i + 1;
		if (i > first && fact_is(r, i, FACT_LINE))
			break;
	}
	return i;
}

/* The first token of a quotation whose opening mark is missing: its sentence's. */
static uint32_t
start_without_mark(const Reading *r, uint32_t close, uint32_t limit)
{
	uint32_t	i = close;

	while (i > limit)
	{
		i--;
		if (fact_is(r, i, FACT_SENTENCE | FACT_LINE))
			break;
	}
	return i;
}

static void
add_pair(PairList *list, uint32_t open, uint32_t close, uint32_t first, uint32_t end, bool nested)
{
	Pair	   *p = &list->pair[list->n];

	if (first >= end)
		return;
	memset(p, 0, sizeof(*p));
	p->open = open;
	p->close = close;
	p->first = first;
	p->end = end;
	p->nested = nested;
	list->n++;
}

/* Walks the moves in reading order and writes the pairs. */
static void
write_pairs(Marks *m, PairList *list, const uint8_t *moves)
{
	const Reading *r = m->r;
	uint32_t	open = NOWHERE,
				slot = 0,
				nest = NOWHERE,
				floor = 0;

	for (uint32_t k = 0; k < m->n; k++)
	{
		uint32_t	i = m->mark[k];
		uint32_t	end;

		switch ((Move) moves[k])
		{
			case MOVE_REOPEN:
				end = end_without_mark(r, open + 1, i);
				if (list->n == slot)
					add_pair(list, open, NOWHERE, open + 1, end, false);
				if (list->n > slot && end == i && fact_is(r, i, FACT_LINE))
					list->pair[slot].goes_on = true;
				/* FALLTHROUGH */
			case MOVE_OPEN:
				open = i;
				slot = list->n;
				break;
			case MOVE_CLOSE:
				/* Pairs within came first: the outer one goes before them. */
				if (list->n > slot)
				{
					memmove(&list->pair[slot + 1], &list->pair[slot], (list->n - slot) * sizeof(Pair));
					list->n++;
					list->pair[slot] = (Pair) {open, i, open + 1, i, false, false, false};
				}
				else
					add_pair(list, open, i, open + 1, i, false);
				floor = i + 1;
				open = NOWHERE;
				slot = list->n;
				break;
			case MOVE_NEST:
				nest = i;
				break;
			case MOVE_UNNEST:
				add_pair(list, nest, i, nest + 1, i, true);
				break;
			case MOVE_STRAY:
				if (cue_behind(r, i + 1))
					add_pair(list, NOWHERE, i, start_without_mark(r, i, floor), i, false);
				floor = i + 1;
				slot = list->n;
				break;
			case MOVE_IGNORE:
				break;
		}
	}
	if (open != NOWHERE && list->n == slot)
		add_pair(list, open, NOWHERE, open + 1, end_without_mark(r, open + 1, r->n), false);
}

static void
read_moves(Marks *m, PairList *list)
{
	uint8_t    *moves = berita_alloc(m->n);
	int			s = m->cost[INSIDE] + 40 < m->cost[OUTSIDE] ? INSIDE : OUTSIDE;

	for (uint32_t k = m->n; k-- > 0;)
	{
		moves[k] = m->step[k].move[s];
		s = m->step[k].from[s];
	}
	write_pairs(m, list, moves);
	berita_free(moves);
}

static void
collect(Marks *m)
{
	const Reading *r = m->r;
	MarkKind	kind = MARK_QUOTE;
	uint32_t	room = 0,
				singles = 0;

	for (uint32_t k = 0; k < r->glyphs; k++)
	{
		berita_breathe_each(k);
		room += r->fact[r->glyph[k]].mark == MARK_QUOTE;
		singles += r->fact[r->glyph[k]].mark == MARK_SINGLE;
	}
	/* Single marks count only where a text has no others. */
	if (room == 0)
	{
		kind = MARK_SINGLE;
		room = singles;
	}
	m->mark = berita_alloc(((size_t) room + 1) * sizeof(uint32_t));
	for (uint32_t k = 0; k < r->glyphs; k++)
	{
		uint32_t	i = r->glyph[k];

		if (r->fact[i].mark == kind && !(r->fact[i].flags & FACT_SKIP) && !(kind == MARK_SINGLE && glued(r, i) && mark_is(r, i - 1, MARK_SINGLE)))
		{
			berita_breathe_each(m->n);
			m->mark[m->n++] = i;
			m->has_left = m->has_left || side(r, i) < 0;
			m->has_right = m->has_right || side(r, i) > 0;
		}
	}
}

void
pair_list(PairList *list, Reading *r)
{
	Marks		m;

	memset(&m, 0, sizeof(m));
	m.r = r;
	collect(&m);
	list->n = 0;
	list->pair = berita_alloc(((size_t) m.n + 1) * sizeof(Pair));
	m.step = berita_alloc(((size_t) m.n + 1) * sizeof(Step));
	m.cost[INSIDE] = m.cost[NESTED] = NEVER;
	for (uint32_t k = 0; k < m.n; k++)
	{
		if (k % BREATH == 0)
			berita_breathe();
		take_step(&m, k);
	}
	if (m.n > 0)
		read_moves(&m, list);
	for (uint32_t k = 0; k < list->n; k++)
	{
		const Pair *p = &list->pair[k];

		if (p->nested)
			continue;
		for (uint32_t i = p->open == NOWHERE ? p->first : p->open; i < p->end + (p->close != NOWHERE); i++)
			r->fact[i].flags |= FACT_QUOTED;
	}
	berita_free(m.step);
	berita_free(m.mark);
}

void
pair_list_free(PairList *list)
{
	berita_free(list->pair);
	list->pair = NULL;
}
