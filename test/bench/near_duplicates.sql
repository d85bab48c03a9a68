-- bench: time over TSV, required 0.45, moonshot 0.15, needs berita.near_duplicates(text,double precision,jsonb)
SELECT count(*) FROM berita.near_duplicates('SELECT id, body FROM p', 0.5)
