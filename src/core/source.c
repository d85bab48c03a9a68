/*
 * Where an article took its news from.
 *
 * One walk over the tokens.  A word of src/data/sourcing.tsv opens a pattern, and
 * each pattern wants a name before or behind it: an outlet of src/data/outlet.tsv,
 * an address of the web, a user's own outlet, or, behind words that leave no doubt
 * ("dilansir dari situs ..."), any run of capitalised words.
 *
 *		dilansir (dari) (situs) Reuters          reported
 *		kantor berita Interfax melaporkan        reported
 *		Surat kabar Amerika The Washington Post  published
 *		kepada CNN                               told to
 *		tulisnya di Facebook                     platform
 *		Name / TASS, (ANTARA FOTO/Name)          photo
 *		COPYRIGHT (C) ANTARA                     rights
 *
 * What it leaves out: datelines, "Baca juga" headlines, "dikutip Senin (2/12)"
 * (a date and no source), persons ("mengutip Menteri ...").
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/source.h"

#include "core/byte.h"
#include "core/host.h"
#include "core/outlet.h"
#include "core/source_name.h"
#include "core/table.h"
#include "core/utf8.h"

/* What src/data/sourcing.tsv says of a word. */
enum
{
	CITE_QUOTED = 1,
	CITE_WEAK = 2,
	CITE_ACTIVE = 4,
	CITE_WRITES = 8,
	CITE_WROTE = 16,
	CITE_ACCORDING = 32,
	CITE_REPORT = 64,
	CITE_MEDIUM = 128,
	CITE_LINK = 256,
	CITE_FILLER = 512,
	CITE_VERSION = 1024,
	CITE_TOLD = 2048,
	CITE_ACCOUNT = 4096,
	CITE_POSTS = 8192,
	CITE_PUBLISHED = 16384
};

#include "core/sourcing_table.h"

/* Words between a cue and its name. */
#define MOST_FILLERS 7

typedef struct Reader
{
	const Article *article;
	const UserLexicon *lexicon;
	SourceList *list;
	uint32_t	cut;			/* the first cut that does not end before the token */
	uint32_t	posts;			/* last token of writing on a platform, + 1 */
	uint32_t	taken;			/* tokens before this belong to a source already */
	bool		in_quote;
	bool		report;			/* the cue's way passed "laporan" or the like */
	bool		book;			/* ... or a book or journal */
} Reader;

static const char *const relation_name[] = {"reported", "published", "told_to", "platform", "photo", "rights"};

const char *
source_relation_name(SourceRelation relation)
{
	return relation_name[relation];
}

static uint16_t
flags_of(const Reader *r, uint32_t i)
{
	char		folded[32];
	Span		word;
	int32_t		row;

	if (i >= r->article->tokens.n || r->article->tokens.token[i].class >= TOKEN_PUNCTUATION)
		return 0;
	word = source_fold(r->article, i, folded);
	if (word.len < 2)
		return 0;
	row = table_find(&sourcing_table, word);
	return row < 0 ? 0 : sourcing_row[row].flags;
}

static Span
token_text(const Reader *r, uint32_t i)
{
	return span_at(r->article->text, r->article->tokens.token[i].place);
}

static bool
token_is(const Reader *r, uint32_t i, const char *mark)
{
	return i < r->article->tokens.n && span_is(token_text(r, i), mark);
}

/* Writes down the tokens i .. i + n as a source. */
static void
add(Reader *r, uint32_t i, uint32_t n, Span name, bool known, SourceRelation relation, uint32_t cue, uint32_t cue_tokens)
{
	const Token *token = r->article->tokens.token;
	SourceList *list = r->list;
	Source	   *s;

	if (i < r->taken)
		return;
	if (list->n == list->room)
	{
		list->room = list->room ? 2 * list->room : 8;
		list->source = berita_grow(list->source, list->room * sizeof(Source));
	}
	s = &list->source[list->n++];
	s->place = place_join(token[i].place, token[i + n - 1].place);
	s->first = i;
	s->tokens = n;
	s->cue_first = cue;
	s->cue_tokens = cue_tokens;
	s->name = known ? name : span_at(r->article->text, s->place);
	s->repeat_of = 0;
	s->relation = (uint8_t) relation;
	s->known = known;
	s->in_quote = r->in_quote;
	r->taken = i + n;
}

/* The same for a name that is only the bytes from .. from + len of token i. */
static void
add_part(Reader *r, uint32_t i, uint32_t from, uint32_t len, Span name, SourceRelation relation, uint32_t cue_tokens)
{
	uint32_t	before = r->list->n;
	Source	   *s;

	add(r, i, 1, name, true, relation, i, cue_tokens);
	if (r->list->n == before)
		return;
	s = &r->list->source[before];
	s->place.chars_at += utf8_length(span_of(r->article->text.at + s->place.at, from));
	s->place.at += from;
	s->place.len = len;
	s->place.chars = utf8_length(span_at(r->article->text, s->place));
}

/* A known outlet at token i written as a name; 0: none. */
static uint32_t
known_at(const Reader *r, uint32_t i, Span *name, uint8_t *kind, uint8_t *use)
{
	Source		found;
	uint32_t	n;
	const Token *t = &r->article->tokens.token[i];

	if (i >= r->article->tokens.n || t->class >= TOKEN_PUNCTUATION || t->class == TOKEN_URL || t->class == TOKEN_HANDLE || t->class == TOKEN_EMAIL)
		return 0;
	n = source_outlet(r->article, r->lexicon, i, &found, kind, use);
	*name = found.name;
	if (n == 0 || (*use == OUTLET_WORD && !(t->flags & TOKEN_CAPITAL)))
		return 0;
	if (*use == OUTLET_ALONE && !(t->flags & TOKEN_CAPITAL) && t->class == TOKEN_WORD && *kind != OUTLET_PLATFORM &&
		(t->place.len < 5 || memcmp(token_text(r, i).at, "detik", 5) != 0))
		return 0;
	return n;
}

/* Skips prepositions and kinds of outlets; what was passed is noted in the reader. */
static uint32_t
skip_fillers(Reader *r, uint32_t i)
{
	r->report = r->book = false;
	for (int n = 0; n < MOST_FILLERS && i < r->article->tokens.n; n++, i++)
	{
		uint16_t	flags = flags_of(r, i);
		Span		name;
		uint8_t		kind,
					use;
		Span		word = token_text(r, i);

		if (!(flags & (CITE_FILLER | CITE_LINK)) || known_at(r, i, &name, &kind, &use))
			break;
		/* A capital makes it part of the name: "Web MD". */
		if (n > 0 && (r->article->tokens.token[i].flags & TOKEN_CAPITAL) && i + 1 < r->article->tokens.n &&
			(r->article->tokens.token[i + 1].flags & TOKEN_CAPITAL) && !(flags_of(r, i + 1) & CITE_FILLER))
			break;
		if (i > 0 && r->article->tokens.token[i].line != r->article->tokens.token[i - 1].line)
			break;
		r->report |= (flags & CITE_REPORT) != 0;
		r->book |= span_is(word, "buku") || span_is(word, "jurnal");
	}
	return i;
}

/* The names behind a cue: "CNN dan BBC", "media Italia, Rivista Undici". */
static bool
names_behind(Reader *r, uint32_t cue, uint32_t i, SourceRelation relation, bool any)
{
	bool		found = false;

	for (int more = 0; more < 4 && i < r->article->tokens.n; more++)
	{
		Span		name;
		uint8_t		kind,
					use;
		uint32_t	n = known_at(r, i, &name, &kind, &use);

		if (n > 0)
			add(r, i, n, name, true, kind == OUTLET_PLATFORM && relation != SOURCE_TOLD_TO ? SOURCE_PLATFORM : relation, cue, i - cue);
		else if (more == 0 && !source_person(r->article, i) && (n = source_name_run(r->article, i)) > 0 &&
				 (any || source_sounds(r->article, i, n)))
			add(r, i, n, span_of(NULL, 0), false, relation, cue, i - cue);
		else
			return found;
		found = true;
		i += n;
		if (token_is(r, i, "(") && token_is(r, i + 2, ")"))
			i += 3;
		if (!token_is(r, i, "dan") && !token_is(r, i, "&") && !token_is(r, i, ",") && !token_is(r, i, "serta"))
			return found;
		i++;
	}
	return found;
}

/* "dilansir (dari situs) NAME", "dilaporkan NAME". */
static bool
read_quoted(Reader *r, uint32_t i, uint16_t flags)
{
	uint32_t	name = skip_fillers(r, i + 1);
	bool		any = (flags & CITE_QUOTED) != 0;

	if (name > i + 1 && (r->article->tokens.token[i].flags & TOKEN_CAPITAL) == 0 && i > 0 && token_is(r, i - 1, "telah"))
		any = false;
	if (!any && token_is(r, name + source_name_run(r->article, name), ","))
	{
		/* "Dilaporkan Free Press, ..." opens its sentence. */
		any = (r->article->tokens.token[i].flags & TOKEN_CAPITAL) != 0 || (i > 0 && (token_is(r, i - 1, "seperti") || token_is(r, i - 1, "sebagaimana")));
	}
	return names_behind(r, i, name, r->book ? SOURCE_PUBLISHED : SOURCE_REPORTED, any);
}

/* The known outlet that ends right before token i; its first token, or i. */
static uint32_t
known_before(const Reader *r, uint32_t i, Span *name, uint8_t *kind, uint8_t *use)
{
	for (uint32_t n = 5; n >= 1; n--)
		if (i >= n && i - n >= r->taken && known_at(r, i - n, name, kind, use) == n)
			return i - n;
	return i;
}

/* "Facebook Durian Kaki memuat unggahan": the platform and whose place there it is. */
static bool
platform_writes(Reader *r, uint32_t cue, uint32_t end)
{
	Span		name;
	uint8_t		kind,
				use;

	for (uint32_t n = 2; n <= 4 && n <= end && end - n >= r->taken; n++)
	{
		if (!(r->article->tokens.token[end - n].flags & TOKEN_CAPITAL))
			return false;
		if (known_at(r, end - n, &name, &kind, &use) == 1 && kind == OUTLET_PLATFORM && use == OUTLET_ALONE)
		{
			add(r, end - n, 1, name, true, SOURCE_PLATFORM, cue, 1);
			return true;
		}
	}
	return false;
}

/* "Reuters melaporkan", "Waktu New York dan CNN menerbitkan laporan", "kantor berita X melaporkan". */
static bool
read_active(Reader *r, uint32_t i, SourceRelation relation)
{
	Span		name;
	uint8_t		kind,
				use;
	uint32_t	end = i,
				from;

	if (end > 0 && (token_is(r, end - 1, "juga") || token_is(r, end - 1, "sempat") || token_is(r, end - 1, "sebelumnya") || token_is(r, end - 1, "pun")))
		end--;
	if (end > 2 && token_is(r, end - 1, ")") && token_is(r, end - 3, "("))
		end -= 3;
	from = known_before(r, end, &name, &kind, &use);
	if (relation == SOURCE_PUBLISHED && from == end && platform_writes(r, i, end))
		return true;
	if (from == end || (use == OUTLET_WORD && relation == SOURCE_PUBLISHED && !(from > 0 && (flags_of(r, from - 1) & CITE_MEDIUM))))
	{
		uint32_t	n;

		/* A name that is not known needs a kind of outlet before it. */
		for (n = 1; n <= 4 && n < end; n++)
			if (flags_of(r, end - n - 1) & CITE_MEDIUM)
				break;
		if (n > 4 || n >= end || relation != SOURCE_REPORTED || source_name_run(r->article, end - n) != n)
			return false;
		add(r, end - n, n, span_of(NULL, 0), false, relation, i, 1);
		return true;
	}
	if (kind == OUTLET_PLATFORM)
		return false;
	/* The name before "dan" needs a table less: it stands beside a known one. */
	if (from >= 2 && (token_is(r, from - 1, "dan") || token_is(r, from - 1, "Dan")))
	{
		Span		other;
		uint8_t		k,
					u;
		uint32_t	first = known_before(r, from - 1, &other, &k, &u);

		for (uint32_t n = 4; first == from - 1 && n >= 1; n--)
			if (from - 1 >= n && from - 1 - n >= r->taken && source_name_run(r->article, from - 1 - n) == n + (token_is(r, from - 1, "Dan") ? 1u + (end - from) : 0u) &&
				(from - 1 == n || !(r->article->tokens.token[from - 2 - n].flags & TOKEN_CAPITAL)))
			{
				add(r, from - 1 - n, n, span_of(NULL, 0), false, relation, i, 1);
				break;
			}
		if (first < from - 1)
			add(r, first, from - 1 - first, other, true, relation, i, 1);
	}
	add(r, from, end - from, name, true, relation, i, 1);
	return true;
}

/* "Surat kabar Amerika The Washington Post", "media olahraga ternama Italia, La Gazzetta dello Sport". */
static bool
read_medium(Reader *r, uint32_t i)
{
	uint32_t	name = i + 1;
	uint32_t	end;
	bool		agency = token_is(r, i, "kantor") || token_is(r, i, "Kantor");

	for (int n = 0; n < 5 && name < r->article->tokens.n; n++, name++)
	{
		Span		found;
		uint8_t		kind,
					use;

		if (known_at(r, name, &found, &kind, &use) && kind != OUTLET_PLATFORM)
		{
			end = name + known_at(r, name, &found, &kind, &use);
			if (flags_of(r, end) & CITE_ACTIVE)
				agency = true;
			return names_behind(r, i, name, agency ? SOURCE_REPORTED : SOURCE_PUBLISHED, false);
		}
		if (r->article->tokens.token[name].line != r->article->tokens.token[i].line)
			return false;
		if (token_is(r, name, ",") ? !(r->article->tokens.token[name - 1].flags & TOKEN_CAPITAL) :
			!(flags_of(r, name) & CITE_FILLER) && !(r->article->tokens.token[name].flags & TOKEN_CAPITAL))
			return false;
	}
	return false;
}

/* "akun (resmi) Twitter", "di Facebook" where somebody writes. */
static bool
read_platform(Reader *r, uint32_t i, uint16_t flags)
{
	uint32_t	at = i + 1;
	Span		name;
	uint8_t		kind,
				use;
	uint32_t	n = 0;

	for (int k = 0; k < 5 && at < r->article->tokens.n; k++, at++)
	{
		n = known_at(r, at, &name, &kind, &use);
		if (n > 0 || !((flags & CITE_ACCOUNT) ? (flags_of(r, at) & (CITE_ACCOUNT | CITE_FILLER | CITE_LINK)) || token_is(r, at, "pribadinya") || token_is(r, at, "pribadi") : (flags_of(r, at) & CITE_ACCOUNT) != 0))
			break;
	}
	if (n == 0 || kind != OUTLET_PLATFORM)
		return false;
	if (!(flags & CITE_ACCOUNT) && !(r->posts > 0 && i + 1 - r->posts < 8))
		return false;
	add(r, at, n, name, true, SOURCE_PLATFORM, i, at - i);
	return true;
}

/* "kepada (wartawan) CNN", "dihubungi detikcom". */
static bool
read_told(Reader *r, uint32_t i)
{
	uint32_t	at = i + 1;
	Span		name;
	uint8_t		kind,
				use;

	if (token_is(r, at, "wartawan") || token_is(r, at, "reporter") || token_is(r, at, "oleh") || token_is(r, at, "dengan") ||
		token_is(r, at, "kepada") || token_is(r, at, "bersama") || token_is(r, at, "redaksi") || token_is(r, at, "awak"))
		at++;
	if (token_is(r, at, "wartawan") || token_is(r, at, "media") || token_is(r, at, "koresponden") || token_is(r, at, "tim"))
		at++;
	if (!known_at(r, at, &name, &kind, &use) || kind == OUTLET_PLATFORM)
		return false;
	return names_behind(r, i, at, SOURCE_TOLD_TO, false);
}

/* "menurut (laporan dari) NAME": without a report only where the name means an outlet. */
static bool
read_according(Reader *r, uint32_t i)
{
	uint32_t	at = skip_fillers(r, i + 1);
	Span		name;
	uint8_t		kind,
				use;
	uint32_t	n = known_at(r, at, &name, &kind, &use);
	bool		way = at > i + 1;

	if (n > 0 && !way && use == OUTLET_WORD && kind != OUTLET_AGENCY)
		return false;
	if (n > 0 && kind == OUTLET_PLATFORM)
		return false;
	return names_behind(r, i, at, SOURCE_REPORTED, r->report && flags_of(r, at - 1) != 0 && source_name_run(r->article, at) > 0);
}

/* The patterns that the word at token i opens. */
static void
read_cue(Reader *r, uint32_t i, uint16_t flags)
{
	if ((flags & CITE_POSTS))
		r->posts = i + 1;
	if ((flags & (CITE_QUOTED | CITE_WEAK)) && read_quoted(r, i, flags))
		return;
	if ((flags & CITE_ACTIVE) && read_active(r, i, SOURCE_REPORTED))
		return;
	if ((flags & CITE_WRITES) && read_active(r, i, (flags & CITE_QUOTED) ? SOURCE_REPORTED : SOURCE_PUBLISHED))
		return;
	if ((flags & CITE_ACCORDING) && read_according(r, i))
		return;
	if ((flags & CITE_TOLD) && read_told(r, i))
		return;
	if ((flags & (CITE_WROTE | CITE_VERSION | CITE_PUBLISHED)))
	{
		bool		found = names_behind(r, i, skip_fillers(r, i + 1), SOURCE_PUBLISHED, false);

		if (found)
			return;
	}
	if ((flags & CITE_MEDIUM) && read_medium(r, i))
		return;
	if ((flags & CITE_REPORT) && names_behind(r, i, skip_fillers(r, i + 1), SOURCE_PUBLISHED, false))
		return;
	if ((flags & (CITE_ACCOUNT | CITE_LINK)))
		(void) read_platform(r, i, flags);
}

/* "KOMPAS.com/NAME" may be one token: the outlet is what stands before the slash. */
static bool
read_address(Reader *r, uint32_t i, SourceRelation relation)
{
	Span		text = token_text(r, i);
	const char *slash = memchr(text.at, '/', text.len);
	Span		address = span_of(text.at, slash ? (size_t) (slash - text.at) : 0);
	Outlet		outlet;

	if (slash == NULL || !outlet_address(address))
		return false;
	add_part(r, i, 0, (uint32_t) address.len, outlet_find(address, &outlet) ? outlet.name : address, relation, 0);
	return true;
}

/* The source that a line of credits or rights names: the last known outlet, or the run behind its sign. */
static void
read_credit(Reader *r, uint32_t first, uint32_t tokens, SourceRelation relation)
{
	uint32_t	best = first + tokens,
				length = 0;
	Span		best_name = {NULL, 0};
	bool		known = false;

	for (uint32_t i = first; i < first + tokens; i++)
	{
		Span		name;
		uint8_t		kind,
					use;
		uint32_t	n = known_at(r, i, &name, &kind, &use);

		if (n == 0 && r->article->tokens.token[i].class == TOKEN_URL && read_address(r, i, relation))
			return;
		if (n > 0 && kind != OUTLET_PLATFORM)
		{
			best = i;
			length = n;
			best_name = name;
			known = true;
			i += n - 1;
			if (relation == SOURCE_RIGHTS)
				break;
		}
		else if (!known && i > first && (token_is(r, i - 1, "milik") || token_is(r, i - 1, "\xC2\xA9") || token_is(r, i - 1, "Dok.") ||
										   (token_is(r, i - 1, ".") && i > first + 1 && (token_is(r, i - 2, "Dok") || token_is(r, i - 2, "dok")))))
		{
			best = i;
			length = source_name_run(r->article, i);
			if (relation == SOURCE_PHOTO && length > 1)
				length = 1;
		}
	}
	if (length > 0)
		add(r, best, length, best_name, known, relation, first, 0);
}

/* "(Antara)", "(Kompas, 23/9/2020)", "(ANTARA FOTO/Name)" at the bracket i. */
static void
read_bracket(Reader *r, uint32_t i)
{
	Span		name;
	uint8_t		kind,
				use;
	uint32_t	n = known_at(r, i + 1, &name, &kind, &use);
	uint32_t	close = i + 1 + n;

	if (token_is(r, i + 1, "Foto") || token_is(r, i + 1, "Dok.") || token_is(r, i + 1, "FOTO"))
	{
		for (close = i + 2; close < i + 16 && close < r->article->tokens.n && !token_is(r, close, ")"); close++)
			;
		read_credit(r, i + 1, close - i - 1, SOURCE_PHOTO);
		return;
	}
	if (n > 0 && kind != OUTLET_PLATFORM && token_is(r, close, "/") && (r->article->tokens.token[close].flags & TOKEN_GLUED) &&
		close + 1 < r->article->tokens.n && (r->article->tokens.token[close + 1].flags & TOKEN_CAPITAL))
	{
		add(r, i + 1, n, name, true, SOURCE_PHOTO, i, 0);
		return;
	}
	if (n > 0 && kind != OUTLET_PLATFORM && use == OUTLET_ALONE &&
		(token_is(r, close, ")") || (token_is(r, close, ",") && close + 1 < r->article->tokens.n && r->article->tokens.token[close + 1].class == TOKEN_DATE)) &&
		i > 0 && !(r->article->tokens.token[i - 1].flags & TOKEN_CAPITAL))
		add(r, i + 1, n, name, true, SOURCE_REPORTED, i, 0);
}

/* Lines and cuts that hold no running text: credits and rights are read, the rest is left out. Returns the token behind. */
static uint32_t
skip_cut(Reader *r, uint32_t i)
{
	const Article *a = r->article;

	while (r->cut < a->cuts && a->cut[r->cut].first + a->cut[r->cut].tokens <= i)
		r->cut++;
	if (r->cut == a->cuts || i < a->cut[r->cut].first)
		return i;
	if (a->cut[r->cut].class == LINE_RIGHTS && i == a->cut[r->cut].first)
		read_credit(r, i, a->cut[r->cut].tokens, SOURCE_RIGHTS);
	else if (a->cut[r->cut].class == LINE_BYLINE && token_is(r, i, "(") && a->cut[r->cut].tokens == 3)
		read_bracket(r, i);
	return a->cut[r->cut].first + a->cut[r->cut].tokens;
}

/* "kepadaKompas.com", "dilansirReuters": a link was lost, and the blank with it. */
static void
read_glued(Reader *r, uint32_t i)
{
	static const struct
	{
		const char *cue;
		uint8_t		relation;
	}			glued[] = {
		{"dari", SOURCE_REPORTED}, {"dilansir", SOURCE_REPORTED}, {"dikutip", SOURCE_REPORTED}, {"melansir", SOURCE_REPORTED},
		{"mengutip", SOURCE_REPORTED}, {"Dilansir", SOURCE_REPORTED}, {"Dikutip", SOURCE_REPORTED}, {"Melansir", SOURCE_REPORTED},
		{"Mengutip", SOURCE_REPORTED}, {"laman", SOURCE_REPORTED}, {"situs", SOURCE_REPORTED}, {"kepada", SOURCE_TOLD_TO},
		{"dihubungi", SOURCE_TOLD_TO}, {"ditemui", SOURCE_TOLD_TO}, {"diterima", SOURCE_TOLD_TO}, {"akun", SOURCE_PLATFORM}
	};
	Span		text = token_text(r, i);

	for (size_t g = 0; g < sizeof(glued) / sizeof(glued[0]); g++)
	{
		size_t		n = strlen(glued[g].cue);
		Span		rest;
		Outlet		outlet;

		if (text.len <= n || memcmp(text.at, glued[g].cue, n) != 0 || byte_lower(text.at[n]) != (text.len > n + 5 && memcmp(text.at + n, "detik", 5) == 0))
			continue;
		rest = span_of(text.at + n, text.len - n);
		if (!outlet_find(rest, &outlet))
		{
			if (!outlet_address(rest))
				continue;
			outlet.name = rest;
			outlet.kind = OUTLET_OUTLET;
		}
		if ((outlet.kind == OUTLET_PLATFORM) == (glued[g].relation == SOURCE_PLATFORM))
			add_part(r, i, (uint32_t) n, (uint32_t) rest.len, outlet.name, (SourceRelation) glued[g].relation, 1);
		return;
	}
}

/* Tokens from .. end (without end) of running text. */
static void
read_text(Reader *r, uint32_t from, uint32_t end)
{
	r->in_quote = false;
	for (uint32_t i = from; i < end; i++)
	{
		const Token *t = &r->article->tokens.token[i];
		uint32_t	behind = skip_cut(r, i);

		if ((i & 511) == 0)
			berita_breathe();
		if (behind > i)
		{
			i = behind - 1;
			continue;
		}
		if (t->class == TOKEN_PUNCTUATION)
		{
			Span		mark = token_text(r, i);

			if (mark.len == 1 && mark.at[0] == '"')
				r->in_quote = !r->in_quote;
			else if (mark.len == 3 && mark.at[1] == '\x80')
				r->in_quote = mark.at[2] == '\x9C' ? true : mark.at[2] == '\x9D' ? false : r->in_quote;
			else if (mark.at[0] == '(')
				read_bracket(r, i);
			continue;
		}
		if (t->flags & TOKEN_LETTERS)
		{
			uint16_t	flags = flags_of(r, i);

			if (flags)
				read_cue(r, i, flags);
			else if (!(t->flags & TOKEN_UPPER) && t->place.len > 6)
				read_glued(r, i);
		}
	}
}

/* A line of boilerplate may end with "COPYRIGHT (C) NAME". */
static void
read_sign(Reader *r, const Line *line)
{
	uint32_t	end = line->first + line->tokens;

	for (uint32_t i = line->first; i < end; i++)
	{
		Span		mark = token_text(r, i);

		/* The sign, or what an encoding mishap made of it. */
		if (mark.len >= 2 && mark.len <= 4 && mark.at[mark.len - 2] == '\xC2' && mark.at[mark.len - 1] == '\xA9')
		{
			read_credit(r, i, end - i, SOURCE_RIGHTS);
			return;
		}
	}
}

/* Sources in a block that repeats get the number of their first copy. */
static void
mark_repeats(SourceList *list, const Article *article)
{
	uint32_t	block = 0;

	for (uint32_t i = 0; i < list->n; i++)
	{
		Source	   *s = &list->source[i];
		const Repeat *repeat;
		uint32_t	first,
					low = 0,
					high = i;

		berita_breathe_each(i);
		while (block < article->repeats && article->repeat[block].place.at + article->repeat[block].place.len <= s->place.at)
			block++;
		if (block == article->repeats)
			return;
		repeat = &article->repeat[block];
		if (s->place.at < repeat->place.at)
			continue;
		first = s->place.at - repeat->place.at + repeat->first.at;
		while (low < high)
		{
			uint32_t	mid = (low + high) / 2;

			if (list->source[mid].place.at < first)
				low = mid + 1;
			else
				high = mid;
		}
		if (low < i && list->source[low].place.at == first)
			s->repeat_of = list->source[low].repeat_of ? list->source[low].repeat_of : low + 1;
	}
}

void
source_list(SourceList *list, const Article *article, const UserLexicon *lexicon)
{
	Reader		r;

	memset(&r, 0, sizeof(r));
	memset(list, 0, sizeof(*list));
	r.article = article;
	r.lexicon = lexicon;
	r.list = list;
	for (uint32_t i = 0; i < article->lines; i++)
	{
		const Line *line = &article->line[i];

		berita_breathe_each(i);
		if (line->class == LINE_CREDIT || line->class == LINE_CAPTION)
			read_credit(&r, line->first, line->tokens, SOURCE_PHOTO);
		else if (line->class == LINE_RIGHTS)
			read_credit(&r, line->first, line->tokens, SOURCE_RIGHTS);
		else if (line->class == LINE_BODY || line->class == LINE_DECK)
			read_text(&r, line->first, line->first + line->tokens);
		else if (line->class != LINE_BLANK)
			read_sign(&r, line);
	}
	mark_repeats(list, article);
}

void
source_list_free(SourceList *list)
{
	berita_free(list->source);
}

/* The first cut that does not end before token i. */
static uint32_t
cut_at(const Article *article, uint32_t i)
{
	uint32_t	low = 0,
				high = article->cuts;

	while (low < high)
	{
		uint32_t	mid = (low + high) / 2;

		if (article->cut[mid].first + article->cut[mid].tokens <= i)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool
source_via(const Article *article, const UserLexicon *lexicon, uint32_t first, uint32_t end, Source *via)
{
	Reader		r;
	SourceList	list;
	bool		found = false;

	memset(&r, 0, sizeof(r));
	memset(&list, 0, sizeof(list));
	r.article = article;
	r.lexicon = lexicon;
	r.list = &list;
	r.cut = cut_at(article, first);
	read_text(&r, first, end);
	for (uint32_t i = 0; i < list.n && !found; i++)
		if (list.source[i].relation == SOURCE_REPORTED && list.source[i].first >= first && list.source[i].first < end)
		{
			*via = list.source[i];
			found = true;
		}
	source_list_free(&list);
	return found;
}
