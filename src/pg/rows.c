/*
 * Returning rows: materialised results, filled by the declared row type.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "funcapi.h"

#include "pg/compat.h"
#include "pg/rows.h"

/* More columns than any row type of ours will ever have. */
#define ROWS_MAX_COLUMNS 64

ReturnSetInfo *
rows_open(FunctionCallInfo fcinfo)
{
	InitMaterializedSRF(fcinfo, 0);
	return (ReturnSetInfo *) fcinfo->resultinfo;
}

void
rows_put(ReturnSetInfo *result, Datum *values, bool *nulls, int n)
{
	int			declared = result->setDesc->natts;
	Datum		all_values[ROWS_MAX_COLUMNS];
	bool		all_nulls[ROWS_MAX_COLUMNS];

	if (declared > n)
	{
		if (declared > ROWS_MAX_COLUMNS)
			elog(ERROR, "row type has too many columns: %d", declared);
		memcpy(all_values, values, n * sizeof(Datum));
		memcpy(all_nulls, nulls, n * sizeof(bool));
		memset(all_values + n, 0, (declared - n) * sizeof(Datum));
		memset(all_nulls + n, true, (declared - n) * sizeof(bool));
		values = all_values;
		nulls = all_nulls;
	}
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}
