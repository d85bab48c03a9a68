-- MinHash: input and output, order, similarity, union, banding.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
SET search_path = public, berita;
CREATE TEMP TABLE story AS SELECT
	'Gubernur meresmikan jembatan baru di atas Sungai Kapuas, Senin (12/5). Jembatan itu menghubungkan dua kecamatan yang selama ini hanya dilayani perahu.' AS a,
	'Gubernur meresmikan jembatan baru di atas Sungai Kapuas pada Senin (12/5). Jembatan itu menghubungkan dua kecamatan yang selama ini hanya dilayani perahu.' AS b,
	'Timnas kalah tipis dari tuan rumah pada laga uji coba semalam di stadion utama yang penuh sesak oleh pendukung kedua kesebelasan.' AS c;
-- Golden values: the same on every machine, in every encoding and locale.
SELECT berita.minhash(a) FROM story;
SELECT left(berita.minhash('Banjir')::text, 10), left(berita.minhash('satu dua tiga')::text, 10), berita.minhash(''), berita.minhash(' ?! '), berita.minhash(NULL);
-- Text and binary forms come back.
SELECT bool_and(m::text::berita.minhash128 = m) AS text, bool_and(length(berita.minhash128_send(m)) = 264) AS sent
FROM story, LATERAL (VALUES (berita.minhash(a)), (berita.minhash(b)), (berita.minhash('Banjir'))) v(m);
SELECT ''::berita.minhash128;
SELECT '1:1:5:-:00ff'::berita.minhash128;
SELECT '1:1:5:x:00ff'::berita.minhash128;
SELECT ('1:1:5:-:' || repeat('f', 512))::berita.minhash128;
SELECT ('1:1:5:-:' || repeat('0', 512))::berita.minhash128;
SELECT ('1:1:200:-:' || repeat('g', 512))::berita.minhash128;
SELECT ('1:1:200:s:' || repeat('0', 512))::berita.minhash128;
SELECT ('2:1:200:-:' || repeat('0', 512))::berita.minhash128;
SELECT ('1:9:200:-:' || repeat('0', 512))::berita.minhash128;
SELECT ('1:1:4294967296:-:' || repeat('0', 512))::berita.minhash128;
-- Similarity: 1 with itself, high for a copy, low for something else.
SELECT berita.similarity(berita.minhash(a), berita.minhash(a)) AS same,
	berita.similarity(berita.minhash(a), berita.minhash(b)) BETWEEN 0.5 AND 0.99 AS copy,
	berita.similarity(berita.minhash(a), berita.minhash(c)) < 0.1 AS other,
	berita.minhash(a) <-> berita.minhash(a) AS distance
FROM story;
SELECT berita.near(berita.minhash(a), berita.minhash(b), 0.5) AS near, berita.near(berita.minhash(a), berita.minhash(b), 0.99) AS nearer,
	berita.near(berita.minhash(a), berita.minhash(c), 0.5) AS other, berita.near(berita.minhash(a), berita.minhash(a), 1) AS itself,
	berita.near(berita.minhash(a), berita.minhash(a), 1.01) AS above, berita.near(berita.minhash(a), berita.minhash(a), 'NaN') AS nan
FROM story;
-- Values of another profile: near is false, similarity raises.
CREATE TEMP TABLE foreigner AS SELECT berita.minhash(a) AS m, overlay(berita.minhash(a)::text PLACING '0' FROM 3 FOR 1)::berita.minhash128 AS f FROM story;
SELECT berita.near(m, f, 0), berita.near(f, f, 1), m = f AS equal FROM foreigner;
SELECT berita.similarity(m, f) FROM foreigner;
SELECT m <-> f FROM foreigner;
SELECT berita.minhash_union(x) FROM foreigner, LATERAL (VALUES (m), (f)) v(x);
-- Order, grouping, hashing.
SELECT count(DISTINCT m), count(*) FROM story, LATERAL (VALUES (berita.minhash(a)), (berita.minhash(upper(a))), (berita.minhash(b))) v(m);
SELECT bool_and((x < y) = (y > x) AND (x <= y) = NOT (x > y) AND (x = y) = NOT (x <> y) AND (x = y) = (berita.minhash128_cmp(x, y) = 0)) AS lawful
FROM story, LATERAL (VALUES (berita.minhash(a)), (berita.minhash(b)), (berita.minhash(c))) v(x), LATERAL (VALUES (berita.minhash(a)), (berita.minhash(b)), (berita.minhash(c))) w(y);
SELECT berita.minhash128_hash(berita.minhash(a)), berita.minhash128_hash_extended(berita.minhash(a), 0), berita.minhash128_hash_extended(berita.minhash(a), 7) FROM story;
-- The union of texts is the signature of both sets, whatever the order.
SELECT ab = ba AS commutes, aa = a AS one_row, berita.similarity(ab, a) > 0.3 AS holds_a, berita.similarity(ab, c) > 0.3 AS holds_c, left(ab::text, 9)
FROM (SELECT berita.minhash_union(m ORDER BY i) AS ab, berita.minhash_union(m ORDER BY i DESC) AS ba, berita.minhash_union(m) FILTER (WHERE i = 1) AS aa
	FROM story, LATERAL (VALUES (1, berita.minhash(a)), (2, berita.minhash(c)), (3, NULL)) v(i, m)) u,
	(SELECT berita.minhash(a) AS a, berita.minhash(c) AS c FROM story) s;
SELECT berita.minhash_union(m) FROM (VALUES (NULL::berita.minhash128)) v(m);
-- What the frozen banding finds.
SELECT t, bands, rows, round(recall::numeric, 4) AS recall, round(mean_recall::numeric, 4) AS mean_recall, round(false_candidates::numeric, 4) AS false_candidates
FROM (VALUES (0.2), (0.5), (0.6), (0.8)) v(t), berita.minhash_banding(t);
