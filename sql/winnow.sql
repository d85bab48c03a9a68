-- Fingerprints: input and output, order, containment, union.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
SET search_path = public, berita;
CREATE TEMP TABLE story AS SELECT
	'Gubernur meresmikan jembatan baru di atas Sungai Kapuas, Senin (12/5). Jembatan itu menghubungkan dua kecamatan yang selama ini hanya dilayani perahu.' AS a,
	'Timnas kalah tipis dari tuan rumah pada laga uji coba semalam di stadion utama yang penuh sesak oleh pendukung kedua kesebelasan.' AS b;
-- Golden values: the same on every machine, in every encoding and locale.
SELECT berita.fingerprints(a), berita.fingerprints(b) FROM story;
SELECT berita.fingerprints('Banjir'), berita.fingerprints('satu dua tiga empat lima'), berita.fingerprints(''), berita.fingerprints(NULL);
-- Text and binary forms come back.
SELECT f::text::berita.fingerprint_set = f AS text, length(berita.fingerprint_set_send(f)) = 8 + 4 * berita.fingerprint_count(f) AS sent
FROM (SELECT berita.fingerprints(a) AS f FROM story) s;
SELECT '1:1:20:-:000000010000000A'::berita.fingerprint_set;
SELECT ''::berita.fingerprint_set;
SELECT '1:1:20:-:'::berita.fingerprint_set;
SELECT '1:1:20:-:0000000'::berita.fingerprint_set;
SELECT '1:1:20:-:0000000g'::berita.fingerprint_set;
SELECT '1:1:20:-:0000000a00000001'::berita.fingerprint_set;
SELECT '1:1:20:-:0000000a0000000a'::berita.fingerprint_set;
SELECT '1:1:1:-:000000010000000a'::berita.fingerprint_set;
SELECT '1:1:20:s:00000001'::berita.fingerprint_set;
SELECT '3:1:20:-:00000001'::berita.fingerprint_set;
-- Containment has a direction: all of the excerpt is in the whole, part of the whole in the excerpt.
SELECT berita.containment(berita.fingerprints(a), berita.fingerprints(a || ' ' || b)) > 0.7 AS excerpt,
	berita.containment(berita.fingerprints(a || ' ' || b), berita.fingerprints(a)) BETWEEN 0.2 AND 0.8 AS whole,
	berita.containment(berita.fingerprints(a), berita.fingerprints(b)) AS other
FROM story;
SELECT berita.near(f, g, 0.5) AS half, berita.near(f, g, 0.51) AS more, berita.near(g, f, 1) AS other_way, berita.near(f, g, 0) AS zero, berita.near(f, g, 'NaN') AS nan
FROM (VALUES ('1:1:20:-:000000010000000a'::berita.fingerprint_set, '1:1:20:-:0000000a'::berita.fingerprint_set)) v(f, g);
-- Twelve words in a row are always found.
SELECT bool_and(berita.containment(berita.fingerprints(a), berita.fingerprints(b)) > 0) AS always
FROM (SELECT i, string_agg(CASE WHEN j BETWEEN 0 AND 11 THEN 'salin' || j ELSE 'a' || i || '_' || j END, ' ' ORDER BY j) AS a,
		string_agg(CASE WHEN j BETWEEN 0 AND 11 THEN 'salin' || j ELSE 'b' || i || '_' || j END, ' ' ORDER BY j) AS b
	FROM generate_series(1, 50) i, LATERAL generate_series(-i, 60 - i) j GROUP BY i) t WHERE i < 48;
-- Values of another profile: near is false, containment raises.
SELECT berita.near(f, g, 0), berita.near(g, g, 1) FROM (VALUES ('1:1:20:-:00000001'::berita.fingerprint_set, '1:0:20:-:00000001'::berita.fingerprint_set)) v(f, g);
SELECT berita.containment('1:1:20:-:00000001', '1:0:20:-:00000001'::berita.fingerprint_set);
SELECT berita.fingerprint_union(f) FROM (VALUES ('1:1:20:-:00000001'::berita.fingerprint_set), ('1:0:20:-:00000001')) v(f);
-- Order, grouping, hashing.
SELECT f FROM (VALUES ('1:1:20:-:000000010000000a'::berita.fingerprint_set), ('1:1:20:-:00000001'), ('1:1:30:-:00000001'), ('1:1:20:-:fffffff0')) v(f) ORDER BY f;
SELECT count(DISTINCT f) FROM (VALUES ('1:1:20:-:00000001'::berita.fingerprint_set), ('1:1:20:-:00000001'), ('1:1:30:-:00000001')) v(f);
SELECT berita.fingerprint_set_hash(f), berita.fingerprint_set_hash_extended(f, 0), berita.fingerprint_set_hash_extended(f, 7) FROM (SELECT berita.fingerprints(a) AS f FROM story) s;
-- Union: each once, whatever the order.
SELECT berita.fingerprint_union(f) FROM (VALUES ('1:1:20:-:000000010000000a'::berita.fingerprint_set), (NULL), ('1:1:30:-:0000000100000005')) v(f);
SELECT berita.fingerprint_union(f) FROM (VALUES ('1:1:20:-:000000010000000a'::berita.fingerprint_set)) v(f);
SELECT berita.fingerprint_union(f) IS NULL AS nothing FROM (VALUES (NULL::berita.fingerprint_set)) v(f);
SELECT berita.fingerprint_count(berita.fingerprint_union(berita.fingerprints(t))) AS n, count(DISTINCT print) = berita.fingerprint_count(berita.fingerprint_union(berita.fingerprints(t))) AS all_there
FROM (SELECT string_agg('kata' || (i * 7919 + j) % 997, ' ') AS t FROM generate_series(1, 60) i, generate_series(1, 40) j GROUP BY i) s,
	LATERAL (SELECT substr(split_part(berita.fingerprints(t)::text, ':', 5), 8 * k - 7, 8) FROM generate_series(1, berita.fingerprint_count(berita.fingerprints(t))) k) p(print);
-- The aggregate's parts do not trust what they are given.
SELECT berita.fingerprint_union_final('\x0101'), berita.fingerprint_union_final('\x01010100ffffffffffffffff00000001');
SELECT berita.fingerprint_union_final('\x01010100ffffffffffffffff00000001');
SELECT berita.fingerprint_union_step('', '1:1:20:-:00000001');
