/*
 * berita.published: dates as news sites print them, as moments of the server.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/datetime.h"
#include "utils/timestamp.h"

#include "core/moment.h"
#include "pg/body.h"
#include "pg/compat.h"
#include "pg/moment.h"

PG_FUNCTION_INFO_V1(berita_published);

Datum
moment_of_text(Datum text, bool *null)
{
	Body		body = body_of_datum(text);
	Moment		m;
	int64		days;
	int64		seconds;

	*null = !moment_read(body.text, &m);
	if (*null)
		return (Datum) 0;
	days = date2j(m.year, m.month, m.day) - POSTGRES_EPOCH_JDATE;
	seconds = days * SECS_PER_DAY + m.hour * SECS_PER_HOUR + (m.minute - m.zone) * SECS_PER_MINUTE + m.second;
	return TimestampTzGetDatum(seconds * USECS_PER_SEC);
}

/* berita.published(value text) returns timestamptz */
Datum
berita_published(PG_FUNCTION_ARGS)
{
	bool		null;
	Datum		moment = moment_of_text(PG_GETARG_DATUM(0), &null);

	if (null)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(moment);
}
