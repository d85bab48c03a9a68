/*
 * Dates as news sites print them, one case a line.
 *
 * SPDX-License-Identifier: PostgreSQL
 */
#include <stdio.h>

#include "core/moment.h"
#include "test.h"

static const char *const cases[][2] = {
	{"2024-02-09", "2024-02-09 00:00:00 420"},
	{"2021-02-25 14:30:22", "2021-02-25 14:30:22 420"},
	{"2025-11-03T08:15:00Z", "2025-11-03 08:15:00 0"},
	{"2025-11-03T08:15:00.123+08:00", "2025-11-03 08:15:00 480"},
	{"2025-11-03 08:15:00-0330", "2025-11-03 08:15:00 -210"},
	{"2025/07/02 13:42:54", "2025-07-02 13:42:54 420"},
	{"05-10-2023", "2023-10-05 00:00:00 420"},
	{"9/16/2025 22:54", "2025-09-16 22:54:00 420"},
	{"06/12/2023, 10:42 WIB", "2023-12-06 10:42:00 420"},
	{"Kompas.com - Diperbarui 10/05/2024, 07:28 WITA", "2024-05-10 07:28:00 480"},
	{"Selasa, 24 Des 2024 21:35 WIB", "2024-12-24 21:35:00 420"},
	{"Selasa, 12 Mei  2020 20.05 WIT", "2020-05-12 20:05:00 540"},
	{"Jum'at, 01 Mei 2020 - 22:01 WIB", "2020-05-01 22:01:00 420"},
	{"Rabu, 30 Januari 2019 / 10:36 WIB", "2019-01-30 10:36:00 420"},
	{"13+December+2018", "2018-12-13 00:00:00 420"},
	{"16-Agu-2024", "2024-08-16 00:00:00 420"},
	{"Tuesday, March 23, 2021", "2021-03-23 00:00:00 420"},
	{"29 Februari 2024", "2024-02-29 00:00:00 420"},
	{"29 Februari 2023", NULL},
	{"31/04/2023", NULL},
	{"1.0", NULL},
	{"45866", NULL},
	{"Tanggal tidak ditemukan", NULL},
	{"Juli 2009", NULL},
	{"", NULL},
	{"12 Mei 2020 25:99", "2020-05-12 00:00:00 420"},
	{"99999999999999999999/1/2020", NULL},
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Moment		m;
		char		out[64] = "";
		bool		found = moment_read(span_of(cases[i][0], strlen(cases[i][0])), &m);

		CHECK(found == (cases[i][1] != NULL));
		if (found)
			snprintf(out, sizeof(out), "%04d-%02d-%02d %02d:%02d:%02d %d", m.year, m.month, m.day, m.hour, m.minute, m.second, m.zone);
		if (found && cases[i][1])
			CHECK_SPAN(span_of(out, strlen(out)), span_of(cases[i][1], strlen(cases[i][1])));
	}
	return test_end("moment");
}
