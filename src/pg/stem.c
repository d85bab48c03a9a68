/*
 * berita.stem(): the root or the light stem of a word.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "core/common.h"
#include "core/stem.h"
#include "core/utf8.h"
#include "pg/body.h"
#include "pg/compat.h"

/* Longer words are no words: they come back as they are. */
#define WORD_MAX 512

static StemLevel
level_of_datum(Datum datum)
{
	text	   *name = DatumGetTextPP(datum);
	StemLevel	level;

	if (!stem_level(span_of(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name)), &level))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unknown stem level \"%.*s\"",
						pg_mbcliplen(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), 64), VARDATA_ANY(name)),
				 errhint("Use \"root\" or \"light\".")));
	return level;
}

static Datum
stem_datum(FunctionCallInfo fcinfo, StemLevel level)
{
	Body		body = BODY_GETARG(0);
	char		folded[WORD_MAX],
				out[STEM_MAX];
	CommonForm	form;
	size_t		len;

	if (level == STEM_ROOT && common_find_raw(body.text, body.text.len, &form))
		return PointerGetDatum(cstring_to_text_with_len(form.root.at, (int) form.root.len));
	len = body.text.len <= WORD_MAX ? utf8_fold_span(body.text, folded, WORD_MAX) : 0;
	if (len == 0 || len > STEM_MAX)
		return PointerGetDatum(body_text(&body, body.text));
	return PointerGetDatum(body_text(&body, span_of(out, stem_word(span_of(folded, len), level, out))));
}

PG_FUNCTION_INFO_V1(berita_stem);

/* berita.stem(word text) returns text */
Datum
berita_stem(PG_FUNCTION_ARGS)
{
	return stem_datum(fcinfo, STEM_ROOT);
}

PG_FUNCTION_INFO_V1(berita_stem_level);

/* berita.stem(word text, level text) returns text */
Datum
berita_stem_level(PG_FUNCTION_ARGS)
{
	return stem_datum(fcinfo, level_of_datum(PG_GETARG_DATUM(1)));
}
