/*
 * berita.stars: pairs of numbered things become groups.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

#include "core/star.h"
#include "pg/compat.h"
#include "pg/rows.h"

PG_FUNCTION_INFO_V1(berita_stars);

static uint32 *
numbers_of(ArrayType *array, int *n)
{
	*n = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	if (array_contains_nulls(array))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("a pair has a NULL")));
	return (uint32 *) ARR_DATA_PTR(array);
}

static uint32
greatest_number(const uint32 *number, int n, uint32 greatest)
{
	for (int i = 0; i < n; i++)
	{
		if (number[i] == 0 || number[i] > PG_INT32_MAX)
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("numbers begin with 1")));
		greatest = Max(greatest, number[i]);
	}
	return greatest;
}

/* berita.stars(a integer[], b integer[]) returns table (member integer, centre integer) */
Datum
berita_stars(PG_FUNCTION_ARGS)
{
	int			n,
				m;
	uint32	   *a = numbers_of(PG_GETARG_ARRAYTYPE_P(0), &n);
	uint32	   *b = numbers_of(PG_GETARG_ARRAYTYPE_P(1), &m);
	ReturnSetInfo *result = rows_open(fcinfo);
	uint32		things = greatest_number(b, m, greatest_number(a, n, 0));
	uint32	   *centre = MemoryContextAllocHuge(CurrentMemoryContext, ((Size) things + 1) * sizeof(uint32));

	if (n != m)
		ereport(ERROR, (errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR), errmsg("the arrays differ in length")));
	star_groups(things, a, b, n, centre);
	for (uint32 i = 1; i <= things; i++)
	{
		Datum		values[2] = {Int32GetDatum(i), Int32GetDatum(centre[i])};
		bool		nulls[2] = {false, false};

		if (centre[i])
			rows_put(result, values, nulls, 2);
	}
	return (Datum) 0;
}
