-- bench: speed over LEN, required 0.085, moonshot 0.23, needs berita.sources(text,jsonb)
SELECT count(*), sum(s.start) FROM p, berita.sources(body) AS s
