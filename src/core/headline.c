/*
 * Where a headline ends that is glued to the sentence after it.
 *
 * Two articles in three come in one line, and a link such as "Baca juga: TITLE"
 * stands in it without an end mark.  Some ends are plain: the line ends, another
 * phrase of boilerplate begins, a quotation that is speech begins, the next word
 * is glued on ("LebaranOleh sebab itu"), a wide gap.  Where there is nothing but
 * a blank, the style tells: a headline in title case writes small only a few words
 * (src/data/headline.tsv), so the first other small word belongs to the sentence
 * after it, and that sentence begins with the capital before:
 *
 *		... BMW XM Red Label Durasi kontrak tersebut mengalahkan ...
 *		                     ^      ^ the first small word
 *
 * unless the capital belongs to a name of several words ("Joko Widodo
 * mengatakan"), which the article mostly holds elsewhere, or follows an office
 * ("Presiden Joko Widodo").  A headline in sentence case gives no such sign; then
 * only a word that opens sentences ("Menurut", "Sebelumnya") ends it.  Where
 * nothing tells, the answer is NULL: too little is better than too much.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/headline.h"

#include "core/boilerplate.h"
#include "core/byte.h"
#include "core/lexicon.h"
#include "core/table.h"
#include "core/utf8.h"

/* What src/data/headline.tsv says of a word. */
enum
{
	HEADLINE_SMALL = 1,
	HEADLINE_STARTER = 2,
	HEADLINE_ROLE = 4
};

#include "core/camel_table.h"
#include "core/headline_table.h"

#define MOST_WORDS 44
/* ... and where its end is sure, so many. */
#define MOST_SURE 30
/* A headline has at least so many words before the sentence after it may begin. */
#define LEAST_WORDS 3
#define SPEECH_WORDS 6
/* The subject of the sentence behind it has at most so many words with capitals. */
#define SUBJECT_WORDS 14
/* A headline that holds a full stop ends with a line that is no longer than this. */
#define TAIL_BYTES 160
/* How far around a name is looked for elsewhere. */
#define NAME_REACH 6000

typedef struct Word
{
	const char *at;
	const char *end;			/* without marks behind it */
	uint16_t	facts;
	bool		capital;
	bool		letters;
	bool		stop;			/* '?' or '!' behind it: the headline may end here */
} Word;

typedef struct Run
{
	Word		word[MOST_WORDS];
	int			n;
	const char *hard;			/* a plain end, or NULL */
	bool		glued;			/* ... where the next word is glued on */
	bool		sure;			/* ... that leaves no room for a sentence before it */
	bool		sentence;		/* ended at a full stop */
} Run;

/* Does a letter or digit of ASCII end before p? */
static bool
letter_before(const char *p)
{
	return byte_letter(p[-1]) || byte_digit(p[-1]);
}

/* The folded word in the table, or -1. */
static int32_t
find_word(const Table *table, const char *at, const char *end)
{
	char		folded[32];
	size_t		n = (size_t) (end - at);

	if (n == 0 || n > sizeof(folded))
		return -1;
	for (size_t i = 0; i < n; i++)
		folded[i] = byte_fold(at[i]);
	return table_find(table, span_of(folded, n));
}

/* Is the word from .. end, with its inner capital at p, a name written so? */
static bool
camel_word(const char *from, const char *p, const char *end)
{
	char		part[32];
	size_t		n = (size_t) (p - from);
	const char *stop = p;

	while (stop < end && (byte_letter(*stop) || byte_digit(*stop)))
		stop++;
	if (find_word(&camel_table, from, stop) >= 0)
		return true;
	if (stop - from > 6 && memcmp(stop - 3, "nya", 3) == 0 && find_word(&camel_table, from, stop - 3) >= 0)
		return true;
	if (n + 1 > sizeof(part))
		return false;
	for (size_t i = 0; i < n; i++)
		part[i] = byte_fold(from[i]);
	part[n] = '*';
	return table_find(&camel_table, span_of(part, n + 1)) >= 0;
}

bool
headline_glue(const char *start, const char *p, const char *end)
{
	const char *from = p;

	if (p == start || !byte_upper(*p) || p + 1 >= end || !byte_lower(p[1]))
		return false;
	if (p[-1] == ')' || p[-1] == ']' || p[-1] == '?' || p[-1] == '!' || p[-1] == '%')
		return true;
	if (byte_quote_before(start, p) && p - start > 3)
		return true;
	if (!byte_lower(p[-1]) && !byte_digit(p[-1]))
	{
		/* Capitals, then a word: "di QatarPSIS", "KTTPresiden". */
		return p - start >= 3 && byte_upper(p[-1]) && byte_upper(p[-2]) && byte_upper(p[-3]);
	}
	while (from > start && (byte_letter(from[-1]) || byte_digit(from[-1])))
		from--;
	if (byte_digit(p[-1]) && byte_letter(*from))
		return p[1] != '\0' && end - p > 3 && byte_lower(p[2]);
	return !camel_word(from, p, end);
}

/* Is it a word of the language, and no name: "Durasi", "Keributan"? */
static bool
common_word(const char *at, const char *end)
{
	static const char *const before[] = {"pe", "ke", "me", "ber", "ter", "se", "di"};
	static const char *const behind[] = {"an", "nya", "i"};
	char		folded[32];
	size_t		n = (size_t) (end - at);
	bool		prefix = false,
				suffix = false;

	if (n == 0 || n > sizeof(folded))
		return false;
	for (size_t i = 0; i < n; i++)
		folded[i] = byte_fold(at[i]);
	if (lexicon_name(span_of(folded, n)))
		return false;
	if (lexicon_root(span_of(folded, n)) >= 0 || lexicon_function(span_of(folded, n)) != FUNCTION_NONE)
		return true;
	for (size_t k = 0; k < sizeof(before) / sizeof(before[0]); k++)
		prefix |= memcmp(folded, before[k], strlen(before[k])) == 0;
	for (size_t k = 0; k < sizeof(behind) / sizeof(behind[0]); k++)
		suffix |= n > 6 && memcmp(folded + n - strlen(behind[k]), behind[k], strlen(behind[k])) == 0;
	return n > 6 && prefix && suffix;
}

/* The closing mark of the quotation that opens at p, if it is speech: long, or ended as speech is. */
static bool
speech(const char *p, const char *end)
{
	const char *stop = end - p > 600 ? p + 600 : end;
	int			words = 0;

	for (const char *q = p + byte_quote(p, end); q < stop; q++)
	{
		if (byte_quote(q, end))
			return words > SPEECH_WORDS || q[-1] == ',' || q[-1] == '.';
		words += byte_blank(q, end) > 0;
	}
	return words > SPEECH_WORDS;
}

/* Ends the run at p. */
static bool
run_hard(Run *run, const char *p, bool glued)
{
	run->hard = p;
	run->glued = glued;
	return false;
}

/* "(abc/def)" at p: the article ends here. */
static bool
initials(const char *p, const char *end)
{
	bool		slash = false;

	if (*p != '(')
		return false;
	for (p++; p < end && (byte_lower(*p) || *p == '/'); p++)
		slash |= *p == '/';
	return slash && p < end && *p == ')';
}

/* Reads one word at p; false where the run ends. */
static bool
run_word(Run *run, const char *start, const char **at, const char *end)
{
	const char *p = *at;
	Word	   *w = &run->word[run->n];
	Boiler		other;
	int32_t		row;

	w->at = p;
	for (; p < end && !byte_blank(p, end); p++)
	{
		if (p > start && byte_quote(p, end) && p > w->at && letter_before(p) && utf8_word(p + byte_quote(p, end), end) && speech(p, end))
			return run_hard(run, p, true);
		if (p > start && (byte_upper(*p) || *p == '[') && boilerplate_at(p, end, &other) && (other.where & BOILER_INSIDE))
		{
			run->sure = true;
			return run_hard(run, p, false);
		}
		if (p > w->at && headline_glue(w->at, p, end))
			return run_hard(run, p, true);
	}
	w->end = p;
	while (w->end > w->at && !letter_before(w->end) && (unsigned char) w->end[-1] < 0x80)
		w->end--;
	w->capital = byte_upper(*w->at) || (!byte_letter(*w->at) && w->end - w->at > 1 && byte_upper(w->at[1]));
	w->letters = byte_letter(*w->at);
	row = find_word(&headline_table, w->at, w->end);
	w->facts = row < 0 ? 0 : headline_row[row].flags;
	w->stop = p > w->at && (p[-1] == '?' || p[-1] == '!');
	run->n++;
	*at = p;
	if (p[-1] == '.' && (w->end - w->at > 3 || !w->capital) && !(p - w->at >= 2 && p[-2] == '.'))
	{
		run->sentence = true;
		return false;
	}
	return true;
}

/* The words from p to the first plain end. */
static void
run_read(Run *run, const char *from, const char *end)
{
	const char *p = from;

	memset(run, 0, offsetof(Run, word));
	run->n = 0;
	run->hard = NULL;
	run->glued = run->sure = run->sentence = false;
	while (run->n < MOST_WORDS)
	{
		const char *next = byte_skip_blanks(p, end);

		if (next == end || *next == '\n' || initials(next, end))
		{
			run->hard = p;
			run->sure = true;
			return;
		}
		if (run->n >= LEAST_WORDS && next - p > 2 && (byte_upper(*next) || byte_quote(next, end)))
		{
			run->hard = p;
			return;
		}
		if (p > from && byte_quote(next, end) && speech(next, end))
		{
			run->hard = p;
			return;
		}
		p = next;
		if (!run_word(run, from, &p, end))
			return;
	}
}

/* Is most of the run written with capitals? */
static bool
title_case(const Run *run, int n)
{
	int			capital = 0,
				content = 0;

	for (int i = 1; i < n; i++)
		if (run->word[i].letters && (run->word[i].facts & HEADLINE_SMALL) == 0)
		{
			content++;
			capital += run->word[i].capital;
		}
	return content >= 2 && capital * 10 >= content * 7;
}

bool
headline_like(const char *from, const char *end)
{
	Run			run;

	run_read(&run, from, end);
	return run.n >= 4 && !run.sentence && title_case(&run, run.n);
}

/* Does the text hold the words from .. end anywhere else nearby? */
static bool
elsewhere(Span text, const char *from, const char *end)
{
	const char *low = from - text.at > NAME_REACH ? from - NAME_REACH : text.at;
	const char *high = text.at + text.len - end > NAME_REACH ? end + NAME_REACH : text.at + text.len;
	size_t		n = (size_t) (end - from);

	for (const char *p = low; p + n <= high; p++)
	{
		p = memchr(p, *from, (size_t) (high - p) - n + 1);
		if (p == NULL)
			return false;
		if (p != from && memcmp(p, from, n) == 0)
			return true;
	}
	return false;
}

/* Does the word with a capital open a sentence?  "Pagi Ini" ends a headline, "Ini merupakan" opens one. */
static bool
opens(const Run *run, int i, int last)
{
	const Word *w = &run->word[i];

	if (!w->capital || !(w->facts & HEADLINE_STARTER) || run->word[i].end[-1] == ',')
		return false;
	if (w->end - w->at == 3 && (byte_fold(w->at[0]) == 'i') && i < last)
		return false;
	return true;
}

/*
 * The word that opens the sentence whose first small word is at small; the
 * headline has at least LEAST_WORDS.
 */
static int
sentence_start(Span text, const Run *run, int small)
{
	int			last = small - 1,
				low,
				start;

	while (last > 0 && !run->word[last].capital)
		last--;
	if (last < LEAST_WORDS)
		return -1;
	for (low = last; low > LEAST_WORDS && low > last - SUBJECT_WORDS && (run->word[low - 1].capital || !run->word[low - 1].letters) && !run->word[low - 1].stop; low--)
		;
	for (start = last; start >= low; start--)
		if (opens(run, start, last))
			return start;
	/* "Saat itu Rudi ...": small words between the opener and the name. */
	for (start = low - 1; start > LEAST_WORDS && start > low - 4 && !run->word[start].capital; start--)
		;
	if (start < low - 1 && start > LEAST_WORDS && opens(run, start, last) && start > low - 4)
		return start;
	low = low > last - 6 ? low : last - 6;
	for (start = last; start >= low; start--)
		if (run->word[start].facts & HEADLINE_ROLE)
		{
			while (start > low && (run->word[start - 1].facts & HEADLINE_ROLE))
				start--;
			return start;
		}
	for (start = low; start < last; start++)
		if (elsewhere(text, run->word[start].at, run->word[last].end))
			return start;
	/* A name has mostly two words. */
	if (last > low && !common_word(run->word[last].at, run->word[last].end) && !common_word(run->word[last - 1].at, run->word[last - 1].end))
		return last - 1;
	return last;
}

/* The place behind word i: marks that belong to it included. */
static const char *
behind(const Run *run, int i, const char *p)
{
	p = i + 1 < run->n ? byte_back_blanks(run->word[i].end, run->word[i + 1].at) : p;
	return p;
}

/* The end by style alone; NULL where nothing tells. */
static const char *
soft_end(Span text, const Run *run)
{
	bool		title = title_case(run, run->n < 7 ? run->n : 7);

	for (int i = LEAST_WORDS; i < run->n; i++)
	{
		const Word *w = &run->word[i];

		if (title && w->letters && !w->capital && (w->facts & HEADLINE_SMALL) == 0 && byte_lower(*w->at))
		{
			int			start = sentence_start(text, run, i);

			return start < 0 ? NULL : behind(run, start - 1, NULL);
		}
		if (!title && w->capital && (w->facts & HEADLINE_STARTER) && !run->word[i - 1].capital)
			return behind(run, i - 1, NULL);
		if (run->word[i - 1].stop && w->capital && i + 1 < run->n && byte_lower(*run->word[i + 1].at) &&
			(run->word[i + 1].facts & HEADLINE_SMALL) == 0)
			return behind(run, i - 1, NULL);
	}
	return NULL;
}

const char *
headline_end(Span text, const char *from, const char *end, bool *more)
{
	Run			run;
	const char *soft;

	*more = false;
	run_read(&run, from, end);
	if (run.n == 0 && run.hard == NULL)
		return NULL;
	if (run.sure && run.n < MOST_SURE)
		return run.hard;
	soft = run.n > LEAST_WORDS ? soft_end(text, &run) : NULL;
	if (run.hard == NULL)
		return soft == NULL && end - from < TAIL_BYTES && title_case(&run, run.n) ? end : soft;
	if (soft != NULL && title_case(&run, run.n < 7 ? run.n : 7))
		return soft;
	*more = run.glued;
	return run.hard;
}
