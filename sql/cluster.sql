-- A whole corpus at once: pairs and clusters, verified, in any order of rows.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
SET intervalstyle = postgres;
CREATE TEMP TABLE berkas (id int, isi text, tayang timestamptz, media text);
INSERT INTO berkas
SELECT n, CASE n % 4
		WHEN 0 THEN dasar
		WHEN 1 THEN dasar || ' Demikian disampaikan panitia dalam keterangan tertulis kepada wartawan.'
		WHEN 2 THEN replace(dasar, 'warga', 'penduduk')
		ELSE left(dasar, length(dasar) * 2 / 5) END,
	timestamptz '2026-03-01 08:00+07' + n * interval '1 hour', CASE WHEN n % 4 < 2 THEN 'Kabar' ELSE 'Harian' END
FROM generate_series(1, 8) AS n, LATERAL (
	SELECT string_agg(format('Pada hari ke-%s warga %s %s bersama %s di lapangan %s sejak pagi.', i * (1 + (n - 1) / 4),
		(ARRAY['menanam','memanen','membawa','menimbang'])[1 + i % 4], (ARRAY['padi','jagung','kelapa','kopi','teh'])[1 + i % 5],
		(ARRAY['lurah','camat','bupati'])[1 + (i + n / 5) % 3], chr(65 + (i * 7 + n / 5 * 11) % 26)), ' ' ORDER BY i)
	FROM generate_series(1, 14) AS i) AS d (dasar);

SELECT id_a, id_b, round(resemblance::numeric, 2) AS j, round(containment_a::numeric, 2) AS in_b, round(containment_b::numeric, 2) AS in_a, kind, earlier, lag
FROM berita.near_duplicates('SELECT id, isi, tayang, media FROM berkas', 0.5) ORDER BY id_a::int, id_b::int;
-- The measures are those of the two texts.
SELECT count(*) AS pairs, count(*) FILTER (WHERE resemblance IS DISTINCT FROM berita.resemblance(a.isi, b.isi) OR containment_a IS DISTINCT FROM berita.containment(a.isi, b.isi)) AS wrong
FROM berita.near_duplicates('SELECT id, isi FROM berkas', 0.3, '{"clean": false}') AS p
JOIN berkas AS a ON a.id = p.id_a::int JOIN berkas AS b ON b.id = p.id_b::int;

SELECT id, cluster, size, rank, representative, round(similarity::numeric, 2) AS similarity
FROM berita.clusters('SELECT id, isi, tayang FROM berkas', 0.5) ORDER BY cluster::int, rank;
-- The order of the rows changes nothing.
WITH a AS (SELECT * FROM berita.clusters('SELECT id, isi, tayang FROM berkas ORDER BY id', 0.5)),
	b AS (SELECT * FROM berita.clusters('SELECT id, isi, tayang FROM berkas ORDER BY id DESC', 0.5))
SELECT count(*) AS different FROM ((TABLE a EXCEPT TABLE b) UNION ALL (TABLE b EXCEPT TABLE a)) AS d;
-- Nor does the memory, whatever goes to temporary files; articles that repeat themselves among them.
CREATE TEMP TABLE besar AS
	SELECT 2 * i + k AS id, string_agg('kata' || (1000 * i + w), ' ' ORDER BY w) || repeat(' satu frasa yang berulang', 60 * (1 - k)) AS isi
	FROM generate_series(1, 1200) AS i, generate_series(0, 1) AS k, generate_series(1, 300 + 10 * k) AS w GROUP BY i, k;
CREATE TEMP TABLE lapang AS SELECT * FROM berita.clusters('SELECT id, isi FROM besar', 0.5, '{"clean": false}');
SET maintenance_work_mem = '1MB';
CREATE TEMP TABLE sempit AS SELECT * FROM berita.clusters('SELECT id, isi FROM besar', 0.5, '{"clean": false}');
RESET maintenance_work_mem;
SELECT count(*) > 0 AS clustered FROM lapang;
SELECT count(*) AS different FROM ((TABLE lapang EXCEPT TABLE sempit) UNION ALL (TABLE sempit EXCEPT TABLE lapang)) AS d;

-- Options: one outlet's own series, a time window, one query against another.
SELECT id_a, id_b FROM berita.near_duplicates('SELECT id, isi, tayang, media FROM berkas WHERE id <= 4', 0.5, '{"series": true}') ORDER BY 1, 2;
SELECT id_a, id_b FROM berita.near_duplicates('SELECT id, isi, tayang FROM berkas WHERE id <= 4', 0.5, '{"window": "1 hour"}') ORDER BY 1, 2;
SELECT id_a, id_b, kind, earlier FROM berita.near_duplicates('SELECT id, isi, tayang FROM berkas WHERE id = 4', 0.5,
	'{"against": "SELECT id, isi, tayang FROM berkas WHERE id < 4"}') ORDER BY id_b;
-- Signatures in place of texts.
SELECT id_a, id_b, kind FROM berita.near_duplicates('SELECT id, berita.minhash(isi) FROM berkas', 0.6) ORDER BY id_a::int, id_b::int;
-- Nothing to compare.
SELECT count(*) FROM berita.near_duplicates('SELECT 1, NULL::text UNION ALL SELECT 2, '''' UNION ALL SELECT 3, ''...''', 0.1);
SELECT count(*) FROM berita.near_duplicates('SELECT id, isi FROM berkas WHERE false', 0.5);

-- Errors.
SELECT * FROM berita.near_duplicates('SELECT 1', 0.5);
SELECT * FROM berita.near_duplicates('SELECT 1, 2', 0.5);
SELECT * FROM berita.near_duplicates('SELECT 1, ''a'', ''kemarin''::text', 0.5);
SELECT * FROM berita.near_duplicates('SELECT NULL::int, ''a''', 0.5);
SELECT * FROM berita.near_duplicates('SELECT 1, ''a''::text', 0);
SELECT * FROM berita.near_duplicates('SELECT 1, ''a''::text', 0.5, '{"clena": true}');
SELECT * FROM berita.near_duplicates('SELECT 1, ''a''::text', 0.5, '{"series": true}');
SELECT * FROM berita.clusters('DELETE FROM berkas', 0.5);
