-- Is this new article a copy of something from the last three days?  One indexed statement.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
CREATE TEMP TABLE arsip (id int PRIMARY KEY, isi text, tayang timestamptz,
	jejak berita.minhash128 GENERATED ALWAYS AS (berita.minhash(berita.clean(isi))) STORED,
	cuplikan berita.fingerprint_set GENERATED ALWAYS AS (berita.fingerprints(berita.clean(isi))) STORED);
INSERT INTO arsip (id, isi, tayang)
SELECT n, (SELECT string_agg(format('Pada putaran %s panitia %s mencatat %s perahu dari desa %s.', n * i, chr(65 + (n * i) % 26), n + i, md5(format('%s/%s', n, i))), ' ' ORDER BY i)
		FROM generate_series(1, 12) AS i), timestamptz '2026-04-01 00:00+07' + n * interval '1 hour'
FROM generate_series(1, 300) AS n;
CREATE INDEX ON arsip USING gin (jejak);
CREATE INDEX ON arsip USING gin (cuplikan);
ANALYZE arsip;

-- A rewrite of article 290 and of article 20: only the former is of these days.
PREPARE copies (text, timestamptz) AS
SELECT a.id, a.tayang < $2 AS earlier
FROM arsip AS a
WHERE berita.near(a.jejak, berita.minhash(berita.clean($1)), 0.5)
	AND a.tayang > $2 - interval '3 days'
ORDER BY a.id;
SELECT replace(isi, 'perahu', 'sampan') || ' Acara ditutup dengan doa.' AS new FROM arsip WHERE id = 290 \gset
EXECUTE copies(:'new', '2026-04-13 18:00+07');
SELECT replace(isi, 'perahu', 'sampan') AS new FROM arsip WHERE id = 20 \gset
EXECUTE copies(:'new', '2026-04-13 18:00+07');
-- A third of article 295 within another text is found by its passages.
SELECT left(isi, length(isi) / 3) AS part FROM arsip WHERE id = 295 \gset
SELECT a.id FROM arsip AS a
WHERE berita.near(berita.fingerprints('Pengantar dari redaksi tentang hal yang lain. ' || :'part'), a.cuplikan, 0.5) ORDER BY a.id;

-- The index is used, and changes nothing.
SET enable_seqscan = off;
EXPLAIN (COSTS off) SELECT id FROM arsip WHERE berita.near(jejak, berita.minhash('satu dua tiga'), 0.5);
SELECT isi AS new FROM arsip WHERE id = 291 \gset
CREATE TEMP TABLE by_index AS SELECT id FROM arsip WHERE berita.near(jejak, berita.minhash(:'new'), 0.3);
SET enable_seqscan = on; SET enable_bitmapscan = off;
SELECT count(*) AS found, count(*) FILTER (WHERE id NOT IN (TABLE by_index)) AS missed FROM arsip WHERE berita.near(jejak, berita.minhash(:'new'), 0.3);
