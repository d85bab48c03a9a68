-- near(): the same rows with and without an index, for any threshold and option.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
-- 750 texts: 150 stories, each with copies that change more and more words.
CREATE TABLE near_doc AS
	SELECT id, berita.simhash(body) AS h, berita.minhash(body) AS m, berita.fingerprints(body) AS f
	FROM (SELECT story * 5 + copy AS id, string_agg('kata' || CASE WHEN (w * 31 + story * 17 + copy * 7) % 40 < copy * copy
				THEN (w * w + story * copy) % 9973 ELSE (story * 131 + w * 13) % 5003 END, ' ' ORDER BY w) AS body
		FROM generate_series(1, 150) story, generate_series(0, 4) copy, generate_series(1, 40 + story * story % 600) w GROUP BY story, copy) t;
INSERT INTO near_doc VALUES (1, NULL, NULL, NULL), (2, berita.simhash('Banjir'), berita.minhash('Banjir'), berita.fingerprints('Banjir')),
	(3, '0000000000000000', berita.minhash('satu dua'), '1:0:9:-:00000001');
INSERT INTO near_doc SELECT i, (h::bigint # (1::bigint << (i % 64)) # (1::bigint << (i * 7 % 64)) # (1::bigint << (i * 11 % 64)))::berita.simhash64, NULL, NULL
	FROM near_doc, generate_series(2001, 2064) i WHERE id = 500;
ANALYZE near_doc;
-- All pairs of some rows with all others, by every threshold.
CREATE FUNCTION near_pairs(kind text) RETURNS TABLE (t float8, a int, b int) LANGUAGE plpgsql AS $$
BEGIN
	IF kind = 'h' THEN
		RETURN QUERY SELECT k::float8, x.id, y.id FROM unnest('{-2147483648,-1,0,1,2,3,4,5,6,7,8,9,10,12,15,20,40,64,2147483647}'::int[]) k,
			near_doc x JOIN near_doc y ON true WHERE x.id % 200 IN (0, 1, 2) AND berita.near(x.h, y.h, k);
	ELSIF kind = 'm' THEN
		RETURN QUERY SELECT s, x.id, y.id FROM unnest('{-1,0,0.1,0.3,0.5,0.6,0.7,0.8,0.9,1,1.1,NaN,Infinity,-Infinity}'::float8[]) s,
			near_doc x JOIN near_doc y ON true WHERE x.id % 200 IN (0, 1, 2) AND berita.near(x.m, y.m, s);
	ELSIF kind = 'f' THEN
		RETURN QUERY SELECT s, x.id, y.id FROM unnest('{-1,0,0.01,0.1,0.3,0.5,0.8,1,1.1,NaN,Infinity,-Infinity}'::float8[]) s,
			near_doc x JOIN near_doc y ON true WHERE x.id % 200 IN (0, 1, 2) AND berita.near(x.f, y.f, s);
	ELSE
		RETURN QUERY SELECT s, x.id, y.id FROM unnest('{-1,0,0.01,0.1,0.3,0.5,0.8,1,1.1,NaN,Infinity,-Infinity}'::float8[]) s,
			near_doc x JOIN near_doc y ON true WHERE x.id % 200 IN (0, 1, 2) AND berita.near(y.f, x.f, s);
	END IF;
END $$;
CREATE TABLE near_scan AS SELECT kind, p.* FROM unnest('{h,m,f,g}'::text[]) kind, near_pairs(kind) p;
SELECT kind, count(DISTINCT t) AS thresholds, count(*) > 200 AS many FROM near_scan GROUP BY 1 ORDER BY 1;
-- The same through the index, for each option; a difference would be a row here.
CREATE FUNCTION near_differs(kind text) RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM ((SELECT * FROM near_pairs(kind) EXCEPT SELECT t, a, b FROM near_scan s WHERE s.kind = near_differs.kind)
		UNION ALL (SELECT t, a, b FROM near_scan s WHERE s.kind = near_differs.kind EXCEPT SELECT * FROM near_pairs(kind))) d $$;
SET enable_seqscan = off;
SET plan_cache_mode = force_custom_plan;
CREATE INDEX near_2 ON near_doc USING gin (h berita.simhash64_ops (blocks = 2));
SELECT near_differs('h');
DROP INDEX near_2;
CREATE INDEX near_4 ON near_doc USING gin (h berita.simhash64_ops (blocks = 4));
SELECT near_differs('h');
DROP INDEX near_4;
CREATE INDEX near_3 ON near_doc USING gin (h);
SELECT near_differs('h');
CREATE INDEX near_12 ON near_doc USING gin (m berita.minhash128_ops (key_bits = 12));
SELECT near_differs('m');
DROP INDEX near_12;
CREATE INDEX near_27 ON near_doc USING gin (m berita.minhash128_ops (key_bits = 27));
SELECT near_differs('m');
DROP INDEX near_27;
CREATE INDEX near_m ON near_doc USING gin (m);
SELECT near_differs('m');
CREATE INDEX near_f ON near_doc USING gin (f);
SELECT near_differs('f'), near_differs('g');
-- Rows that come later, too.
INSERT INTO near_doc SELECT id + 10000, h, m, f FROM near_doc WHERE id % 100 = 50;
SELECT count(*) FILTER (WHERE b > 10000) = count(*) FILTER (WHERE b < 10000 AND b % 100 = 50) AS found
FROM (SELECT x.id AS a, y.id AS b FROM near_doc x JOIN near_doc y ON berita.near(x.m, y.m, 0.5) WHERE x.id = 550) p;
CREATE INDEX near_wrong ON near_doc USING gin (h berita.simhash64_ops (blocks = 5));
CREATE INDEX near_wrong ON near_doc USING gin (m berita.minhash128_ops (key_bits = 28));
-- How it is planned: either side, a constant, a join, an OR.
CREATE INDEX near_id ON near_doc (id);
ANALYZE near_doc;
EXPLAIN (COSTS OFF) SELECT id FROM near_doc WHERE berita.near(h, '0123456789abcdef', 8);
EXPLAIN (COSTS OFF) SELECT id FROM near_doc WHERE berita.near(berita.simhash('Banjir'), h, 3) OR berita.near(h, berita.simhash('Gempa'), 5);
EXPLAIN (COSTS OFF) SELECT y.id FROM near_doc x JOIN near_doc y ON berita.near(x.m, y.m, 0.6) WHERE x.id = 550;
EXPLAIN (COSTS OFF) SELECT y.id FROM near_doc x JOIN near_doc y ON berita.near(x.f, y.f, 0.5) WHERE x.id = 550;
EXPLAIN (COSTS OFF) SELECT y.id FROM near_doc x JOIN near_doc y ON berita.near(y.f, x.f, 0.5) WHERE x.id = 550;
EXPLAIN (COSTS OFF) SELECT k, x.id, y.id FROM unnest('{1,2}'::int[]) k, near_doc x JOIN near_doc y ON true WHERE x.id < 4 AND berita.near(x.h, y.h, k);
-- Balls can be written down.
SELECT berita.around('0123456789abcdef'::berita.simhash64, 8), berita.covering('1:1:20:-:00000001', 0.5);
SELECT bool_and(b::text::berita.ball::text = b::text) AS back, bool_and(berita.ball_send(b::text::berita.ball) = berita.ball_send(b)) AS sent
FROM near_doc, LATERAL (VALUES (berita.around(h, 3)), (berita.around(m, 0.6)), (berita.around(f, 0.1)), (berita.covering(f, 1e-300))) v(b) WHERE id IN (5, 2);
SELECT 'hamming/0.5/0123456789abcdef'::berita.ball;
SELECT 'near/5/0123456789abcdef'::berita.ball;
DROP TABLE near_doc, near_scan;
DROP FUNCTION near_pairs, near_differs;
