/*
 * The text search template berita.stemmer: tokens become lexemes.
 *
 * Options: level (root or light); stopwords and exceptions, each a list, where
 * it holds a blank, a comma or an equals sign or is empty, else the name of a
 * file in tsearch_data (NAME.stop, NAME.syn).  An exception is word=root in a
 * list, "word root" on a line of a file.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "commands/defrem.h"
#include "common/string.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "nodes/pg_list.h"
#include "storage/fd.h"
#include "tsearch/ts_public.h"
#include "tsearch/ts_utils.h"
#include "utils/builtins.h"

#include "core/lexeme.h"
#include "core/utf8.h"
#include "pg/compat.h"

/* Is the value of an option the list itself, or the name of a file? */
static bool
is_inline(const char *value)
{
	return value[0] == '\0' || strpbrk(value, " ,=\t\n") != NULL;
}

/* What the option says, as one string: the list, or the lines of its file. */
static char *
option_words(const char *value, const char *extension)
{
	StringInfoData all,
				line;
	char	   *name;
	FILE	   *file;

	if (is_inline(value))
		return pstrdup(value);
	name = get_tsearch_config_filename(value, extension);
	file = AllocateFile(name, "r");
	if (file == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_CONFIG_FILE_ERROR),
				 errmsg("could not open file \"%s\": %m", name)));
	initStringInfo(&all);
	initStringInfo(&line);
	while (pg_get_line_buf(file, &line))
		if (line.data[0] != '#')
			appendStringInfoString(&all, pg_any_to_server(line.data, line.len, PG_UTF8));
	FreeFile(file);
	return all.data;
}

/* A word of the server's encoding, folded, in memory of its own. */
static Span
fold(const char *word)
{
	char	   *utf8 = pg_server_to_any(word, strlen(word), PG_UTF8);
	size_t		len = strlen(utf8);
	char	   *out = palloc(2 * len + 1);

	return span_of(out, utf8_fold_span(span_of(utf8, len), out, 2 * len + 1));
}

static int
compare_words(const void *a, const void *b)
{
	return lexeme_compare(*(const Span *) a, *(const Span *) b);
}

static void
read_stop_words(LexemeOptions *options, const char *value)
{
	char	   *rest = option_words(value, "stop");
	char	   *word,
			   *place = NULL;
	Span	   *list = palloc((strlen(rest) / 2 + 1) * sizeof(Span));

	for (word = strtok_r(rest, " ,\t\r\n", &place); word; word = strtok_r(NULL, " ,\t\r\n", &place))
		list[options->stops++] = fold(word);
	qsort(list, options->stops, sizeof(Span), compare_words);
	options->stop = list;
	options->own_stop = true;
}

static void
read_exceptions(LexemeOptions *options, const char *value)
{
	char	   *rest = option_words(value, "syn");
	char	   *word,
			   *place = NULL;
	LexemePair *list = palloc((strlen(rest) / 4 + 1) * sizeof(LexemePair));

	for (word = strtok_r(rest, " ,=\t\r\n", &place); word; word = strtok_r(NULL, " ,=\t\r\n", &place))
	{
		char	   *root = strtok_r(NULL, " ,=\t\r\n", &place);

		if (root == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("exception \"%s\" has no root", word),
					 errhint("Write each exception as word=root.")));
		list[options->exceptions].word = fold(word);
		list[options->exceptions++].root = fold(root);
	}
	/* LexemePair begins with the word */
	qsort(list, options->exceptions, sizeof(LexemePair), compare_words);
	options->exception = list;
}

PG_FUNCTION_INFO_V1(berita_stemmer_init);

/* berita.stemmer_init(internal) returns internal */
Datum
berita_stemmer_init(PG_FUNCTION_ARGS)
{
	LexemeOptions *options = palloc0(sizeof(LexemeOptions));
	ListCell   *cell;

	foreach(cell, (List *) PG_GETARG_POINTER(0))
	{
		DefElem    *option = (DefElem *) lfirst(cell);
		char	   *value = defGetString(option);

		if (strcmp(option->defname, "level") == 0)
		{
			if (!stem_level(span_of(value, strlen(value)), &options->level))
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("unknown stem level \"%s\"", value),
						 errhint("Use \"root\" or \"light\".")));
		}
		else if (strcmp(option->defname, "stopwords") == 0)
			read_stop_words(options, value);
		else if (strcmp(option->defname, "exceptions") == 0)
			read_exceptions(options, value);
		else
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unknown option \"%s\" of template berita.stemmer", option->defname),
					 errhint("The options are level, stopwords and exceptions.")));
	}
	PG_RETURN_POINTER(options);
}

/* A lexeme as a string of its own, in the server's encoding. */
static char *
lexeme_string(Span s, bool utf8)
{
	char	   *out = palloc(s.len + 1),
			   *server;

	memcpy(out, s.at, s.len);
	out[s.len] = '\0';
	if (utf8)
		return out;
	server = pg_any_to_server(out, (int) s.len, PG_UTF8);
	if (server != out)
		pfree(out);
	return server;
}

PG_FUNCTION_INFO_V1(berita_stemmer_lexize);

/* berita.stemmer_lexize(internal, internal, internal, internal) returns internal */
Datum
berita_stemmer_lexize(PG_FUNCTION_ARGS)
{
	const LexemeOptions *options = (const LexemeOptions *) PG_GETARG_POINTER(0);
	char	   *word = (char *) PG_GETARG_POINTER(1);
	int			len = PG_GETARG_INT32(2);
	bool		same = GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_SQL_ASCII;
	char	   *utf8 = same || len == 0 ? word : pg_server_to_any(word, len, PG_UTF8);
	LexemeList	list;
	TSLexeme   *result;

	if (utf8 != word)
		len = (int) strlen(utf8);
	lexeme_list(&list, span_of(utf8, len), len, options);
	result = palloc0((list.n + 1) * sizeof(TSLexeme));
	for (uint32 i = 0; i < list.n; i++)
	{
		result[i].lexeme = lexeme_string(list.text[i], same);
		result[i].nvariant = list.variant[i];
	}
	PG_RETURN_POINTER(result);
}
