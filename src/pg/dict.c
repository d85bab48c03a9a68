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
#include "pg/encoding.h"

/* Is the value of an option the list itself, or the name of a file? */
static bool
is_inline(const char *value)
{
	return value[0] == '\0' || strpbrk(value, " ,=\t\n") != NULL;
}

/* Where the words of an option stand: in itself, or in a line of a file. */
typedef struct Origin
{
	const char *file;			/* NULL: in the option itself */
	int			line;
} Origin;

/* Takes the words of the option, or of a line of its file; UTF-8, which it may change. */
typedef void (*TakeWords) (LexemeOptions *options, char *words, const Origin *origin);

/* Hands over the lines of the file name in tsearch_data, which are UTF-8 in every database. */
static void
read_file(LexemeOptions *options, const char *name, TakeWords take)
{
	StringInfoData line;
	Origin		origin = {name, 0};
	FILE	   *file = AllocateFile(name, "r");

	if (file == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_CONFIG_FILE_ERROR),
				 errmsg("could not open file \"%s\": %m", name),
				 errhint("A list of one word, which is no file, ends in a comma.")));
	initStringInfo(&line);
	while (pg_get_line_buf(file, &line))
	{
		origin.line++;
		if (!pg_verify_mbstr(PG_UTF8, line.data, line.len, true))
			ereport(ERROR,
					(errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
					 errmsg("line %d of file \"%s\" is not UTF-8", origin.line, name)));
		if (line.data[0] != '#')
			take(options, line.data, &origin);
	}
	if (ferror(file))
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not read file \"%s\": %m", name)));
	FreeFile(file);
	pfree(line.data);
}

static void
read_option(LexemeOptions *options, const char *value, const char *extension, TakeWords take)
{
	Origin		origin = {NULL, 0};

	if (is_inline(value))
		take(options, pstrdup(encoding_to_utf8(span_of(value, strlen(value))).at), &origin);
	else
		read_file(options, get_tsearch_config_filename(value, extension), take);
}

/* The word folded, in memory of its own. */
static Span
fold(const char *word)
{
	size_t		len = strlen(word);
	char	   *out = palloc(2 * len + 1);

	return span_of(out, utf8_fold_span(span_of(word, len), out, 2 * len + 1));
}

/* The list with room for one more than the n elements of the size that it holds. */
static void *
grown(const void *list, uint32 n, size_t size)
{
	if (n == 0)
		return palloc(size);
	return (n & (n - 1)) == 0 ? repalloc_huge((void *) list, 2 * n * size) : (void *) list;
}

static void
take_stop_words(LexemeOptions *options, char *words, const Origin *origin)
{
	char	   *place = NULL;

	for (char *word = strtok_r(words, " ,\t\r\n", &place); word; word = strtok_r(NULL, " ,\t\r\n", &place))
	{
		Span	   *list = grown(options->stop, options->stops, sizeof(Span));

		list[options->stops++] = fold(word);
		options->stop = list;
	}
}

static void
take_exceptions(LexemeOptions *options, char *words, const Origin *origin)
{
	char	   *place = NULL;

	for (char *word = strtok_r(words, " ,=\t\r\n", &place); word; word = strtok_r(NULL, " ,=\t\r\n", &place))
	{
		char	   *root = strtok_r(NULL, " ,=\t\r\n", &place);
		LexemePair *list;

		if (root == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("exception \"%s\" has no root", word),
					 origin->file ? errdetail("It stands in line %d of file \"%s\".", origin->line, origin->file) : 0,
					 errhint("Write each exception as word=root.")));
		if (strlen(root) >= LEXEME_TOKEN_MAX)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("root of exception \"%.40s\" is too long", word)));
		list = grown(options->exception, options->exceptions, sizeof(LexemePair));
		list[options->exceptions].word = fold(word);
		list[options->exceptions++].root = fold(root);
		options->exception = list;
	}
}

static int
compare_words(const void *a, const void *b)
{
	return lexeme_compare(*(const Span *) a, *(const Span *) b);
}

static void
read_stop_words(LexemeOptions *options, const char *value)
{
	read_option(options, value, "stop", take_stop_words);
	if (options->stops > 0)
		qsort((void *) options->stop, options->stops, sizeof(Span), compare_words);
	options->own_stop = true;
}

static void
read_exceptions(LexemeOptions *options, const char *value)
{
	read_option(options, value, "syn", take_exceptions);
	/* LexemePair begins with the word */
	if (options->exceptions > 0)
		qsort((void *) options->exception, options->exceptions, sizeof(LexemePair), compare_words);
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
lexeme_string(Span lexeme)
{
	Span		server = encoding_to_server(lexeme);
	char	   *out = palloc(server.len + 1);

	memcpy(out, server.at, server.len);
	out[server.len] = '\0';
	return out;
}

PG_FUNCTION_INFO_V1(berita_stemmer_lexize);

/* berita.stemmer_lexize(internal, internal, internal, internal) returns internal */
Datum
berita_stemmer_lexize(PG_FUNCTION_ARGS)
{
	const LexemeOptions *options = (const LexemeOptions *) PG_GETARG_POINTER(0);
	char	   *word = (char *) PG_GETARG_POINTER(1);
	Span		utf8 = encoding_to_utf8(span_of(word, PG_GETARG_INT32(2)));
	LexemeList	list;
	TSLexeme   *result;

	lexeme_list(&list, utf8, utf8.len, options);
	result = palloc0((list.n + 1) * sizeof(TSLexeme));
	for (uint32 i = 0; i < list.n; i++)
	{
		result[i].lexeme = lexeme_string(list.text[i]);
		result[i].nvariant = list.variant[i];
	}
	PG_RETURN_POINTER(result);
}
