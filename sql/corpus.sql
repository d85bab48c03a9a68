-- Functions over the rows of a query.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
SET timezone = 'Asia/Jakarta';
SET datestyle = 'ISO';
CREATE TEMP TABLE arsip (no int, isi text, tayang timestamptz, media text);
INSERT INTO arsip VALUES
	(1, E'Pasar Lama ditutup bulan depan.\n"Kami tidak akan menutup pasar itu sebelum ada tempat baru bagi para pedagang," kata Budi Santoso, Senin.\nBaca berita lain di aplikasi Warta Kita', '2024-05-06 08:00+07', 'wartakita'),
	(2, E'Pedagang Pasar Lama cemas.\n"Kami tidak akan menutup pasar itu sebelum ada lokasi baru bagi para pedagang," ujar Budi Santoso.\nBaca berita lain di aplikasi Warta Kita', '2024-05-06 10:30+07', 'wartakita'),
	(3, E'Pedagang ditemui, Selasa. "Kami tidak akan menutup pasar itu sebelum ada tempat baru bagi para pedagang," kata Budi Santoso. "Silakan berjualan seperti biasa," tambah Budi Santoso.', '2024-05-07 09:00+07', 'koranpagi'),
	(4, E'Harga cabai naik. "Hujan merusak panen cabai di tiga kecamatan," kata Siti Rahayu, petani cabai.\nBaca berita lain di aplikasi Warta Kita', NULL, 'wartakita'),
	(5, NULL, '2024-05-08', 'wartakita'),
	(6, '', '2024-05-08', NULL);

-- Columns by position, whatever their names; a semicolon and a comment do no harm.
SELECT id, left(body, 12) AS body, published, outlet FROM berita.corpus_rows('SELECT no, isi, tayang::date, media FROM arsip WHERE no < 3; ') ORDER BY id;
SELECT id, left(body, 12) AS body, published IS NULL AS published, outlet FROM berita.corpus_rows('SELECT isi AS anything FROM arsip WHERE no = 4 -- one column');
SELECT count(*) FROM berita.corpus_rows('TABLE arsip');
SELECT * FROM berita.corpus_rows('WITH w AS (SELECT 1) SELECT 7, ''isi''::varchar FROM w');
-- What is no such query.
SELECT * FROM berita.corpus_rows('SELECT no FROM arsip');
SELECT * FROM berita.corpus_rows('SELECT no, isi, media FROM arsip');
SELECT * FROM berita.corpus_rows('SELECT 1, ''a'', now(), ''b'', 2');
SELECT * FROM berita.corpus_rows('SELECT ''a''; SELECT ''b''');
SELECT * FROM berita.corpus_rows('CREATE TABLE planted ()');
SELECT * FROM berita.corpus_rows('DELETE FROM arsip RETURNING isi');
SELECT * FROM berita.corpus_rows('');
SELECT * FROM berita.corpus_rows(NULL);
-- The caller's search path, not another one.
CREATE SCHEMA corpus_test;
CREATE TABLE corpus_test.milik (teks text);
INSERT INTO corpus_test.milik VALUES ('Jembatan dibangun. Pembangunan jembatan selesai.');
SET search_path = corpus_test;
SELECT term, articles, occurrences FROM berita.term_stats('SELECT teks FROM milik') ORDER BY occurrences DESC, term COLLATE "C";
RESET search_path;
DROP SCHEMA corpus_test CASCADE;

-- Terms: roots without stop words; forms; with everything.
SELECT term, articles, occurrences, round(idf::numeric, 3) AS idf FROM berita.term_stats('SELECT no, isi FROM arsip WHERE no <= 4') WHERE term IN ('pasar', 'dagang', 'cabai', 'yang') ORDER BY term COLLATE "C";
SELECT term, occurrences FROM berita.term_stats('SELECT isi FROM arsip', '{"level": "word"}') WHERE term ~ 'dagang|tani' ORDER BY term COLLATE "C";
SELECT term, occurrences FROM berita.term_stats($$SELECT 'yang lama dan yang baru'$$, '{"stop_words": true}') ORDER BY term COLLATE "C";
SELECT * FROM berita.term_stats('SELECT isi FROM arsip', '{"level": "akar"}');
SELECT * FROM berita.term_stats('SELECT isi FROM arsip', '{"lema": true}');
SELECT count(*) FROM berita.term_stats('SELECT isi FROM arsip WHERE no > 4');

-- Keyness: what sets two corpora apart, on which side, against the formula.
SELECT term, occurrences_a, occurrences_b, round(log_likelihood::numeric, 3) AS log_likelihood, round(log_ratio::numeric, 3) AS log_ratio
FROM berita.keyness($$SELECT repeat('cabai naik ', 30)$$, $$SELECT repeat('cabai turun ', 10) || repeat('beras naik ', 20)$$, '{"clean": false}')
ORDER BY log_likelihood DESC, term COLLATE "C";
SELECT count(*) > 0 AS rows, count(log_ratio) FROM berita.keyness('SELECT isi FROM arsip WHERE no > 4', 'SELECT isi FROM arsip');

-- The first appearance of a quotation and its wordings.
SELECT id, outlet, speaker, round(similarity::numeric, 2) AS similarity, rank, lag, variant
FROM berita.quote_trace('SELECT no, isi, tayang, media FROM arsip', 'Kami tidak akan menutup pasar itu sebelum ada tempat baru bagi para pedagang');
SELECT t.id, substr(a.isi, t.start, t.length) = t.quote AS placed FROM arsip a, berita.quote_trace('SELECT no, isi FROM arsip', 'menutup pasar itu sebelum ada tempat baru', 0.9) t WHERE t.id = a.no::text ORDER BY 1;
SELECT count(*) FROM berita.quote_trace('SELECT no, isi FROM arsip', '');

-- Who is quoted.
SELECT speaker, speaker_kind, quotes, words, articles, outlets, first, last FROM berita.speakers('SELECT no, isi, tayang, media FROM arsip') ORDER BY speaker;

-- Lines that an outlet prints again and again; clean() takes them as junk.
SELECT outlet, line, kind, articles, share FROM berita.boilerplate('SELECT no, isi, tayang, media FROM arsip', 3);
SELECT no, berita.clean(isi, (SELECT array_agg(line) FROM berita.boilerplate('SELECT no, isi, tayang, media FROM arsip', 3))) LIKE '%aplikasi%' AS left_in FROM arsip WHERE no = 1;

-- How much of a wording stands in another text.
SELECT berita.wording('tempat baru bagi pedagang', 'ada Tempat Baru, bagi para pedagang'), berita.wording('', 'x'), berita.wording('x', '');

-- The query runs with the rights of whoever calls.
CREATE ROLE regress_berita_reader;
SET ROLE regress_berita_reader;
SELECT * FROM berita.term_stats('SELECT isi FROM arsip');
RESET ROLE;
DROP ROLE regress_berita_reader;
