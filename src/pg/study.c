/*
 * A text is read once for all functions that are called with it in a row.
 *
 * The trigger of an attached table calls quotes(), sources() and people() with
 * one text that stays where it is; each of them would tokenize it again.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "pg/compat.h"
#include "pg/lexicon.h"
#include "pg/study.h"

typedef struct Study
{
	const char *text;			/* what has been read, or NULL */
	size_t		len;
	bool		quoted;			/* are the quotations read, too? */
	QuoteOptions options;
	uint64		lexicon;		/* as lexicon_version() says */
	Article		article;
	QuoteList	quotes;
} Study;

/* The study that is kept between study_begin() and study_end(), else NULL. */
static Study *kept = NULL;

/* The kept study of the text, one to be kept, or one of its own. */
static Study *
study_of(const Body *body)
{
	Study	   *study = kept;

	if (study && study->text == body->text.at && study->len == body->text.len)
		return study;
	if (study == NULL || study->text != NULL)
		study = palloc0(sizeof(Study));
	article_read(&study->article, body->text, NULL);
	study->text = body->text.at;
	study->len = body->text.len;
	return study;
}

const Article *
study_article(const Body *body)
{
	return &study_of(body)->article;
}

const QuoteList *
study_quotes(const Body *body, const QuoteOptions *options)
{
	Study	   *study = study_of(body);

	const UserLexicon *lexicon = lexicon_current();

	if (study->quoted && study->options.title == options->title && study->lexicon == lexicon_version())
		return &study->quotes;
	study->options = *options;
	study->options.lexicon = lexicon;
	study->lexicon = lexicon_version();
	quote_list(&study->quotes, &study->article, &study->options);
	study->quoted = true;
	return &study->quotes;
}

void
study_begin(void)
{
	kept = palloc0(sizeof(Study));
}

void
study_end(void)
{
	kept = NULL;
}
