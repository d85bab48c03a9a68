-- Dates as news sites print them.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
SET timezone = 'UTC';
SET datestyle = 'ISO, DMY';
SELECT value, berita.published(value) FROM (VALUES
	('2024-02-09 17:19:00'), ('06/12/2023, 10:42 WIB'), ('Jum''at, 01 Mei 2020 - 22:01 WITA'),
	('13+December+2018'), ('9/16/2025 22:54'), ('2025-11-03T08:15:00Z'), ('Tanggal tidak ditemukan'), ('1.0')) v(value);
