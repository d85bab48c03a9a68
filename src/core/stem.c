/*
 * An Indonesian word becomes its root: the table of common forms, then the rules.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/stem.h"

#include "core/common.h"
#include "core/lexicon.h"

size_t
stem_word(Span folded, StemLevel level, char out[STEM_MAX])
{
	CommonForm	form;

	if (level != STEM_ROOT || !common_find(folded, &form))
		return stem_rule(folded, level, out);
	memcpy(out, form.root.at, COMMON_MAX + 1);
	return form.root.len;
}

bool
stem_is_root(Span folded)
{
	return lexicon_root(folded) >= 0 || lexicon_name(folded) != 0;
}

bool
stem_level(Span name, StemLevel *level)
{
	if (span_is(name, "root"))
		*level = STEM_ROOT;
	else if (span_is(name, "light"))
		*level = STEM_LIGHT;
	else
		return false;
	return true;
}
