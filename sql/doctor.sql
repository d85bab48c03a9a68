-- The doctor on generated columns: values that an upgrade has left behind.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
CREATE SCHEMA poli;
SET search_path = poli;
-- Functions that belong to the extension, and may change with it.
CREATE FUNCTION akar(kata text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN berita.stem(kata);
CREATE FUNCTION milik(kata text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN upper(kata);
ALTER EXTENSION berita ADD FUNCTION akar(text);
CREATE TEXT SEARCH DICTIONARY kamus (TEMPLATE = berita.stemmer, stopwords = '');
CREATE TEXT SEARCH CONFIGURATION cari (PARSER = berita.parser);
ALTER TEXT SEARCH CONFIGURATION cari ADD MAPPING FOR word WITH kamus;
CREATE TABLE arsip (id int, isi text, "akar Kata" varchar(20) GENERATED ALWAYS AS (akar(isi)) STORED, lema text GENERATED ALWAYS AS (berita.stem(isi)) STORED,
	ts tsvector GENERATED ALWAYS AS (to_tsvector('cari', isi)) STORED, hash berita.simhash64 GENERATED ALWAYS AS (berita.simhash(isi)) STORED,
	campur text GENERATED ALWAYS AS (milik(berita.stem(isi))) STORED, biasa text GENERATED ALWAYS AS (lower(isi)) STORED);
INSERT INTO arsip (id, isi) SELECT i, CASE i % 3 WHEN 0 THEN 'perusahaannya' WHEN 1 THEN 'yang' END FROM generate_series(1, 30) AS i;
CREATE TABLE bulan (LIKE arsip INCLUDING GENERATED) PARTITION BY RANGE (id);
CREATE TABLE bulan_1 PARTITION OF bulan FOR VALUES FROM (0) TO (100);
INSERT INTO bulan (id, isi) VALUES (1, 'berlari'), (2, NULL);
SELECT relation, col, type, base, ours FROM berita.doctor_columns() WHERE relation::text LIKE 'poli.%' OR relation::text !~ '\.' ORDER BY relation::text COLLATE "C", col;
SELECT level, subject, finding, hint FROM berita.doctor() WHERE subject ~ '^(poli|arsip|bulan)' ORDER BY subject COLLATE "C", finding COLLATE "C";
-- An upgrade of the function, and another list of stop words.
CREATE OR REPLACE FUNCTION akar(kata text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN berita.stem(kata, 'light');
ALTER TEXT SEARCH DICTIONARY kamus (stopwords = 'yang,');
SELECT level, subject, finding, hint FROM berita.doctor() WHERE level = 'error' ORDER BY subject COLLATE "C", finding COLLATE "C";
-- What the hints say mends it.
SELECT hint FROM berita.doctor() WHERE level = 'error' ORDER BY subject COLLATE "C", finding COLLATE "C" \gexec
SELECT level, subject, finding FROM berita.doctor() WHERE level = 'error';
-- Rows that a role may not read are left alone.
CREATE ROLE regress_tamu;
GRANT USAGE ON SCHEMA poli TO regress_tamu;
ALTER TABLE bulan_1 ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON bulan_1 TO regress_tamu;
SET ROLE regress_tamu;
SELECT count(*) FROM berita.doctor_columns() WHERE relation::text ~ '(arsip|bulan_1)$';
RESET ROLE;
ALTER EXTENSION berita DROP FUNCTION akar(text);
SET client_min_messages = warning;
DROP SCHEMA poli CASCADE;
DROP ROLE regress_tamu;
