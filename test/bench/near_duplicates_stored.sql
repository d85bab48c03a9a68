-- bench: time over SORT, required 20, moonshot 7, needs berita.near_duplicates(text,double precision,jsonb)
-- A million stored signatures: each text as it is and with salted words.
CREATE TABLE IF NOT EXISTS stored AS
SELECT id || '-' || i AS id, berita.minhash(CASE WHEN i = 1 THEN body ELSE replace(body, ' ', ' z' || i) END) AS signature
FROM p, generate_series(1, (1000000 / (SELECT count(*) FROM p))::int) AS i;
-- timed
SELECT count(*) FROM berita.near_duplicates('SELECT id, signature FROM stored WHERE signature IS NOT NULL', 0.5)
