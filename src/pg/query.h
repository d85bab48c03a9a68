/*
 * The rows of a user's query by position: id, body, published, outlet, whatever
 * their names.
 *
 * The query runs with the rights and the search path of the caller, in the caller's
 * snapshot.  One column is the body; two to four are id, body, published, outlet.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#ifndef BERITA_PG_QUERY_H
#define BERITA_PG_QUERY_H

/* Columns of a row as the sink gets it; a missing one is NULL. */
enum
{
	QUERY_ID,					/* text */
	QUERY_BODY,					/* text, may be toasted; or a berita.minhash128 */
	QUERY_PUBLISHED,			/* timestamptz */
	QUERY_OUTLET,				/* text */
	QUERY_COLUMNS
};

typedef struct UserQuery
{
	char	   *sql;			/* gives the user's columns the types above */
	int			columns;		/* of the user's query */
	bool		signatures;		/* QUERY_BODY is a signature */
} UserQuery;

/* Gets each row in a memory context that is emptied before the next. */
typedef void (*QuerySink) (void *sink, const Datum *values, const bool *nulls);

/*
 * Prepares the query; it is an error that names the column if there are less than
 * least of them or one has another type.  From two on, the body may be a signature.
 */
extern void query_open(UserQuery *query, const char *sql, int least);

/* Runs it. */
extern void query_run(const UserQuery *query, QuerySink put, void *sink);

#endif
