-- bench: time over TSV, required 0.45, moonshot 0.15, needs berita.clusters(text,double precision,jsonb)
SELECT count(*) FROM berita.clusters('SELECT id, body FROM p', 0.5)
