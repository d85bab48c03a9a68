-- SimHash: input and output, order, casts, distance, values that never change.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
SET search_path = public, berita;
-- Golden values: the same on every machine, in every encoding and locale.
SELECT berita.simhash('Presiden meresmikan jembatan baru di atas Sungai Kapuas, Senin (12/5).');
SELECT berita.simhash('Banjir'), berita.simhash('banjir bandang') = berita.simhash('  BANJIR, bandang!') AS folded;
SELECT berita.simhash(''), berita.simhash(E' \n?!'), berita.simhash(NULL);
-- Text input and output.
SELECT '0123456789abcDEF'::berita.simhash64, 'ffffffffffffffff'::berita.simhash64;
SELECT ''::berita.simhash64;
SELECT '0123456789abcde'::berita.simhash64;
SELECT '0123456789abcdeg'::berita.simhash64;
SELECT '0123456789abcdef0'::berita.simhash64;
-- Binary input and output.
SELECT berita.simhash64_send('0123456789abcdef');
CREATE TEMP TABLE value (h berita.simhash64);
INSERT INTO value VALUES ('0123456789abcdef'), ('8000000000000000'), (NULL), ('0000000000000000'), ('ffffffffffffffff'), ('0123456789abcdef');
-- Order is that of the digits.
SELECT h FROM value ORDER BY h;
SELECT h, count(*) FROM value GROUP BY h ORDER BY h;
SELECT a.h, b.h, a.h < b.h AS lt, a.h <= b.h AS le, a.h = b.h AS eq, a.h <> b.h AS ne, a.h >= b.h AS ge, a.h > b.h AS gt
FROM value a, value b WHERE a.h >= '0123456789abcdef' AND b.h <= '8000000000000000' ORDER BY 1, 2;
CREATE INDEX value_btree ON value (h);
CREATE INDEX value_hash ON value USING hash (h);
SET enable_seqscan = off;
SELECT count(*) FROM value WHERE h = '0123456789abcdef';
DROP INDEX value_btree;
SELECT count(*) FROM value WHERE h = '0123456789abcdef';
RESET enable_seqscan;
CREATE TEMP TABLE part (h berita.simhash64) PARTITION BY HASH (h);
CREATE TEMP TABLE part_0 PARTITION OF part FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TEMP TABLE part_1 PARTITION OF part FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO part SELECT i::bigint::berita.simhash64 FROM generate_series(1, 1000) i;
SELECT min(n) > 400 AS even FROM (SELECT count(*) AS n FROM part GROUP BY tableoid) t;
SELECT bool_and(berita.simhash64_hash(h)::bit(32) = substring(berita.simhash64_hash_extended(h, 0)::bit(64) FROM 33)) AS low_half_agrees FROM part;
-- Casts.
SELECT h::bigint, h::bit(64), h::bigint::berita.simhash64 = h AND h::bit(64)::berita.simhash64 = h AS back FROM value WHERE h >= '0123456789abcdef' GROUP BY value.h ORDER BY value.h;
SELECT B'101'::berita.simhash64;
-- Distance.
SELECT berita.hamming('ffffffffffffffff', '0000000000000000'), 'ff00000000000000'::berita.simhash64 <-> '0f00000000000001' AS distance;
SELECT berita.near('ff00000000000000'::berita.simhash64, '0f00000000000001', 5) AS five, berita.near('ff00000000000000'::berita.simhash64, '0f00000000000001', 4) AS four;
SELECT berita.near(h, h, -1), berita.near(h, h, 0), berita.near(h, (~h::bigint)::berita.simhash64, 63), berita.near(h, (~h::bigint)::berita.simhash64, 64), berita.near(h, h, 2147483647)
FROM value WHERE h = '8000000000000000';
-- A few changed words leave most bits alone; half of the words do not.
SELECT berita.hamming(berita.simhash(a), berita.simhash(a || ' Selesai.')) < 8 AS copy,
	berita.hamming(berita.simhash(a), berita.simhash(b)) > 15 AS other
FROM (SELECT string_agg('kata' || i, ' ') AS a, string_agg('lain' || i, ' ') AS b FROM generate_series(1, 200) i) t;
