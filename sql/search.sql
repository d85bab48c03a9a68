-- Full-text search: parser, dictionary, configuration, berita.tsvector().
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
SELECT string_agg(tokid || ' ' || alias, ', ' ORDER BY tokid) FROM ts_token_type('berita.parser');
-- The parser returns every byte; the dictionary makes roots, variants and canonical numbers.
SELECT alias, token, lexemes FROM ts_debug('berita.indonesian',
	'Menteri mengatakan: "anak-anaknya" di-PHK pd 17/8/1945, pro-Rusia; rugi Rp1.234,5 (51%) di KOMPAS.com');
SELECT string_agg(token, '' ORDER BY n) = body AS tiles FROM
	(VALUES (E' Dr. Budi,  S.H.\n\u201cYa\u201d \u2014 COVID-19\u00a0 (abc) https://a.id/b?c ')) AS v (body),
	ts_parse('berita.parser', body) WITH ORDINALITY AS t (id, token, n) GROUP BY body;
-- Stop words and aliases; negators, numerals and reporting verbs stay.
SELECT to_tsvector('berita.indonesian', 'Dia tdk mengatakan bahwa dua orang itu dgn sengaja tidak datang, yg tiga bukan');
-- Queries: phrases across stop words, reduplication and compounds; negation; weights.
SELECT websearch_to_tsquery('berita.indonesian', '"anak-anak yang sakit" pro-Rusia -menteri');
SELECT phrase, to_tsvector('berita.indonesian', 'Anak-anaknya sakit setelah undang-undang pro-Rusia disahkan DPR pada 12/6/2025')
	@@ phraseto_tsquery('berita.indonesian', phrase) AS found
FROM unnest(ARRAY['anak sakit', 'sakit sesudah undang-undang', 'undang-undang Rusia', 'pro-Rusia disahkan', 'Rusia sah DPR',
	'anak undang-undang', 'DPR pada 12/06/2025']) WITH ORDINALITY AS p (phrase, n) ORDER BY n;
SELECT ts_headline('berita.indonesian', 'Menteri itu membela anak-anaknya; kerugian Rp1.234,5 juta, ujarnya (11/11).',
	websearch_to_tsquery('berita.indonesian', 'anak rugi 1234.5'));
-- The direct path gives the same, positions included, and never fails on a long text.
CREATE TEMP TABLE sample AS SELECT repeat('kata lain ', n) || repeat('Undang-undang pro-Rusia anak' || n || '-anak, ', n % 7) AS body
	FROM generate_series(0, 400, 40) AS n UNION ALL VALUES (''), ('...'), (repeat('x', 3000) || ' dua'), (E'\u00a0Müller\u2019s Jum''at'), ('yang');
SELECT count(*), bool_and(berita.tsvector(body) = to_tsvector('berita.indonesian', body)) AS same FROM sample;
SELECT length(berita.tsvector(string_agg('kata' || i * 7919, ' '))) BETWEEN 50000 AND 100000 AS kept FROM generate_series(1, 200000) AS i;
SELECT berita.tsvector(NULL);
-- Options of a dictionary of one's own.
CREATE TEXT SEARCH DICTIONARY ringan (TEMPLATE = berita.stemmer, level = light, stopwords = 'yang, Itu', exceptions = 'gojek=ojek ojol=ojek');
SELECT word, ts_lexize('ringan', word), ts_lexize('berita.indonesian_stem', word)
FROM unnest(ARRAY['Perusahaannya', 'yang', 'itu', 'dan', 'ojol', 'anak-anak', 'berlari-lari']) WITH ORDINALITY AS w (word, n) ORDER BY n;
ALTER TEXT SEARCH DICTIONARY ringan (level, stopwords = '');
SELECT ts_lexize('ringan', 'yang'), ts_lexize('ringan', 'perusahaan');
CREATE TEXT SEARCH DICTIONARY salah (TEMPLATE = berita.stemmer, level = deep);
CREATE TEXT SEARCH DICTIONARY salah (TEMPLATE = berita.stemmer, stoplist = 'x');
CREATE TEXT SEARCH DICTIONARY salah (TEMPLATE = berita.stemmer, exceptions = 'a=b c');
-- A configuration copied from ours, an index on each path.
CREATE TEXT SEARCH CONFIGURATION milik (COPY = berita.indonesian);
ALTER TEXT SEARCH CONFIGURATION milik ALTER MAPPING FOR word WITH ringan;
SELECT to_tsvector('milik', 'Ojol yang berjalan');
CREATE TABLE berkas (id int, isi text, ts tsvector GENERATED ALWAYS AS (berita.tsvector(isi)) STORED);
INSERT INTO berkas SELECT i, 'Berita ke-' || i || ': ' || CASE WHEN i % 100 = 0 THEN 'kementerian membantah' ELSE 'hujan turun' END FROM generate_series(1, 1000) AS i;
CREATE INDEX ON berkas USING gin (ts);
CREATE INDEX ON berkas USING gin (to_tsvector('berita.indonesian', isi));
SET enable_seqscan = off;
SELECT count(*) FROM berkas WHERE ts @@ websearch_to_tsquery('berita.indonesian', 'bantahan menteri');
SELECT count(*) FROM berkas WHERE to_tsvector('berita.indonesian', isi) @@ websearch_to_tsquery('berita.indonesian', '"menteri bantah"');
RESET enable_seqscan;
SELECT word, ndoc, nentry FROM ts_stat('SELECT ts FROM berkas WHERE id <= 200') ORDER BY ndoc DESC, word LIMIT 4;
DROP TABLE berkas;
DROP TEXT SEARCH CONFIGURATION milik;
DROP TEXT SEARCH DICTIONARY ringan;
