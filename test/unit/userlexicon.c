/*
 * Entries of a user's lexicon are found by kind and form.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "core/host.h"
#include "core/userlexicon.h"
#include "test.h"

int
main(void)
{
	UserEntry	e[] = {
		{S("bersabda"), S("sabda"), S("neutral"), USER_VERB, 0, false},
		{S("kata"), S("kata"), S(""), USER_VERB, 0, true},
		{S("kabar pagi indonesia"), S("Kabar Pagi Indonesia"), S(""), USER_OUTLET, 0, false},
	};
	UserLexicon l;

	user_lexicon_build(&l, e, 3);
	CHECK(user_find(&l, USER_VERB, S("bersabda")) == &e[0]);
	CHECK(user_find(&l, USER_VERB, S("kata"))->remove);
	CHECK(user_find(&l, USER_ALIAS, S("kata")) == NULL);
	CHECK(user_find(&l, USER_OUTLET, S("kabar pagi indonesia")) == &e[2]);
	CHECK(user_find(&l, USER_OUTLET, S("kabar pagi")) == NULL);
	CHECK(l.most_words[USER_OUTLET] == 3 && l.most_words[USER_VERB] == 1);
	CHECK(user_find(NULL, USER_VERB, S("kata")) == NULL && !user_any(NULL, USER_VERB));
	CHECK(!user_any(&l, USER_AGENCY));
	berita_free(l.slot);
	user_lexicon_build(&l, NULL, 0);
	CHECK(user_find(&l, USER_VERB, S("kata")) == NULL);
	berita_free(l.slot);
	return test_end("userlexicon");
}
