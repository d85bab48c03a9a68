/*
 * Names in running text, as the source reader needs them.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/source_name.h"

#include "core/byte.h"
#include "core/lexicon.h"
#include "core/outlet.h"

#define NAME_WORDS 7
#define OUTLET_WORDS 5
#define OUTLET_BYTES 64

static bool
one_of(Span word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (span_is(word, list[i]))
			return true;
	return false;
}
#define ONE_OF(word, list) one_of(word, list, sizeof(list) / sizeof(list[0]))

Span
source_fold(const Article *article, uint32_t i, char *out)
{
	Span		text;

	if (i >= article->tokens.n)
		return span_of(out, 0);
	text = span_at(article->text, article->tokens.token[i].place);
	if (text.len > 32)
		return span_of(out, 0);
	for (size_t k = 0; k < text.len; k++)
		out[k] = byte_fold(text.at[k]);
	return span_of(out, text.len);
}

bool
source_joined(const Article *article, uint32_t i)
{
	const Token *a = &article->tokens.token[i];

	return i + 1 < article->tokens.n && a[1].line == a->line && a[1].place.at - (a->place.at + a->place.len) <= 3;
}

bool
source_person(const Article *article, uint32_t i)
{
	static const char *const head[] = {
		"presiden", "wapres", "menteri", "menko", "menlu", "menkeu", "menkes", "menag", "mendagri", "gubernur", "bupati", "wali", "kepala",
		"ketua", "wakil", "direktur", "sekretaris", "sekjen", "juru", "jubir", "anggota", "pak", "bapak", "ibu", "prof", "dr", "jenderal",
		"kapolri", "kapolda", "kapolres", "kapolsek", "kombes", "akbp", "akp", "kompol", "brigjen", "irjen", "komjen", "ir", "h", "hj", "kh",
		"ustaz", "habib", "senator", "ceo", "pelatih", "perdana", "pm", "raja", "ratu", "duta", "dubes", "camat", "lurah", "komisioner"
	};
	char		folded[32];
	Span		word = source_fold(article, i, folded);

	if (word.len > 1 && word.at[word.len - 1] == '.')
		word.len--;
	return ONE_OF(word, head);
}

bool
source_sounds(const Article *article, uint32_t i, uint32_t n)
{
	static const char *const sound[] = {
		"news", "post", "times", "daily", "magazine", "review", "press", "herald", "tribune", "gazette", "journal", "jurnal", "weekly",
		"gazzetta", "corriere", "zeitung", "tv", "television", "televisi", "radio", "online", "broadcasting", "courier", "observer",
		"chronicle", "standard", "digest", "shimbun", "ilbo", "mail", "telegraph", "report", "sports", "fm", "proceedings", "letters"
	};
	char		folded[32];

	for (uint32_t k = 0; k < n; k++)
		if (n > 1 && ONE_OF(source_fold(article, i + k, folded), sound))
			return true;
	return false;
}

/* A day of the week, a month, or another word that opens a time. */
static bool
time_word(Span word)
{
	static const char *const time[] = {
		"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad", "januari", "februari", "maret", "april", "mei",
		"juni", "juli", "agustus", "september", "oktober", "november", "desember", "pukul", "tahun", "tanggal", "hari"
	};

	return ONE_OF(word, time);
}

/* A small word that stands inside names: Quarterly Journal of Psychology. */
static bool
inner_word(Span word)
{
	static const char *const inner[] = {"of", "the", "and", "dan", "de", "del", "della", "dello", "di", "la", "le", "el", "for", "on", "to", "&", "in"};

	return ONE_OF(word, inner);
}

/* Is token i a place, of which no outlet has its name alone? */
static bool
place_word(const Article *article, uint32_t i)
{
	char		folded[32];

	return (lexicon_name(source_fold(article, i, folded)) & (NAME_CITY | NAME_COUNTRY | NAME_PROVINCE)) != 0;
}

uint32_t
source_name_run(const Article *article, uint32_t i)
{
	const Token *token = article->tokens.token;
	uint32_t	n = 0,
				last = 0;
	char		folded[32];

	while (n < NAME_WORDS && i + n < article->tokens.n)
	{
		const Token *t = &token[i + n];
		Span		word = source_fold(article, i + n, folded);

		if (n > 0 && (!source_joined(article, i + n - 1) || ((t->flags & TOKEN_GLUED) && t->class != TOKEN_PUNCTUATION)))
			break;
		if ((t->flags & TOKEN_LETTERS) && t->class < TOKEN_PUNCTUATION && ((t->flags & TOKEN_CAPITAL) || t->class == TOKEN_HOST))
		{
			if (time_word(word))
				break;
			last = ++n;
			continue;
		}
		if (n == 0 || !inner_word(word) || (span_is(word, "di") || span_is(word, "dan")))
			break;
		n++;
	}
	return last == 1 && place_word(article, i) ? 0 : last;
}

/* Adds the folded token behind the words so far, parted by a blank as in the text. */
static bool
add_word(const Article *article, uint32_t i, char *name, size_t *len)
{
	const Token *t = &article->tokens.token[i];
	bool		blank = *len > 0 && !(t->flags & TOKEN_GLUED);

	if (*len + blank + t->place.len > OUTLET_BYTES)
		return false;
	if (blank)
		name[(*len)++] = ' ';
	memcpy(name + *len, article->text.at + t->place.at, t->place.len);
	for (uint32_t k = 0; k < t->place.len; k++)
		name[*len + k] = byte_fold(name[*len + k]);
	*len += t->place.len;
	return true;
}

/* What the users' lexicon says of the name: 1 an outlet or agency, -1 switched off, 0 nothing. */
static int
user_outlet(const UserLexicon *lexicon, Span name, Outlet *outlet)
{
	static const UserKind kind[] = {USER_OUTLET, USER_AGENCY};
	int			says = 0;

	for (int k = 0; k < 2; k++)
	{
		const UserEntry *e = user_find(lexicon, kind[k], name);

		if (e == NULL)
			continue;
		says = -1;
		if (e->remove)
			continue;
		outlet->name = e->meaning;
		outlet->kind = kind[k] == USER_AGENCY ? OUTLET_AGENCY : OUTLET_OUTLET;
		outlet->use = OUTLET_ALONE;
		return 1;
	}
	return says;
}

uint32_t
source_outlet(const Article *article, const UserLexicon *lexicon, uint32_t i, Source *found, uint8_t *kind, uint8_t *use)
{
	const Token *token = article->tokens.token;
	char		name[OUTLET_BYTES];
	size_t		len = 0;
	uint32_t	best = 0;

	for (uint32_t n = 0; n < OUTLET_WORDS && i + n < article->tokens.n; n++)
	{
		Outlet		outlet;
		int			user;

		if (n > 0 && !source_joined(article, i + n - 1))
			break;
		if (token[i + n].class == TOKEN_PUNCTUATION && !(n > 0 && (token[i + n].flags & TOKEN_GLUED)))
			break;
		if (!add_word(article, i + n, name, &len))
			break;
		user = user_outlet(lexicon, span_of(name, len), &outlet);
		if (user < 0)
			continue;
		if (user == 0 && !outlet_find(span_of(name, len), &outlet))
		{
			if (n > 0 || !outlet_address(span_at(article->text, token[i].place)))
				continue;
			outlet.name = span_at(article->text, token[i].place);
			outlet.kind = OUTLET_OUTLET;
			outlet.use = OUTLET_ALONE;
		}
		best = n + 1;
		found->name = outlet.name;
		*kind = outlet.kind;
		*use = outlet.use;
	}
	return best;
}
