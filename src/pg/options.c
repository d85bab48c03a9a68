/*
 * The options jsonb of open-ended functions.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

#include "pg/compat.h"
#include "pg/options.h"

static const char *const kind_name[] = {"a boolean", "an integer", "a number", "a text", "an array of texts"};

static void
unknown_option(const char *key, const Option *accepted, int n)
{
	StringInfoData list;

	initStringInfo(&list);
	for (int i = 0; i < n; i++)
		appendStringInfo(&list, "%s%s", i ? ", " : "", accepted[i].name);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown option \"%s\"", key),
			 errhint("Accepted options: %s.", list.data)));
}

static void
wrong_kind(const Option *option)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("option \"%s\" must be %s", option->name, kind_name[option->kind])));
}

static double
number_of(const JsonbValue *value)
{
	return DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow, NumericGetDatum(value->val.numeric)));
}

/* The texts of an array, which the iterator has just opened. */
static List *
texts_of(JsonbIterator **it, const Option *option)
{
	List	   *texts = NIL;
	JsonbValue	value;
	JsonbIteratorToken token;

	while ((token = JsonbIteratorNext(it, &value, false)) != WJB_END_ARRAY)
	{
		if (token != WJB_ELEM || value.type != jbvString)
			wrong_kind(option);
		texts = lappend(texts, pnstrdup(value.val.string.val, value.val.string.len));
	}
	return texts;
}

static void
set_option(const Option *option, JsonbIteratorToken token, const JsonbValue *value, JsonbIterator **it)
{
	bool		scalar = token == WJB_VALUE;
	double		number;

	switch (option->kind)
	{
		case OPTION_BOOL:
			if (!scalar || value->type != jbvBool)
				wrong_kind(option);
			*(bool *) option->value = value->val.boolean;
			break;
		case OPTION_INT:
		case OPTION_REAL:
			if (!scalar || value->type != jbvNumeric)
				wrong_kind(option);
			number = number_of(value);
			if (option->kind == OPTION_REAL)
				*(double *) option->value = number;
			else if (number < PG_INT32_MIN || number > PG_INT32_MAX || number != (double) (int32) number)
				wrong_kind(option);
			else
				*(int32 *) option->value = (int32) number;
			break;
		case OPTION_TEXT:
			if (!scalar || value->type != jbvString)
				wrong_kind(option);
			*(char **) option->value = pnstrdup(value->val.string.val, value->val.string.len);
			break;
		case OPTION_TEXTS:
			if (token != WJB_BEGIN_ARRAY)
				wrong_kind(option);
			*(List **) option->value = texts_of(it, option);
			break;
	}
}

void
options_read(Jsonb *options, const Option *accepted, int n)
{
	JsonbIterator *it = JsonbIteratorInit(&options->root);
	JsonbValue	value;
	JsonbIteratorToken token = JsonbIteratorNext(&it, &value, false);

	if (token != WJB_BEGIN_OBJECT)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("options must be a JSON object")));
	while ((token = JsonbIteratorNext(&it, &value, false)) == WJB_KEY)
	{
		char	   *key = pnstrdup(value.val.string.val, value.val.string.len);
		int			i = 0;

		while (i < n && strcmp(accepted[i].name, key) != 0)
			i++;
		if (i == n)
			unknown_option(key, accepted, n);
		token = JsonbIteratorNext(&it, &value, false);
		set_option(&accepted[i], token, &value, &it);
	}
}
