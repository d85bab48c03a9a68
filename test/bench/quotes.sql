-- bench: speed over LEN, required 0.085, moonshot 0.23, needs berita.quotes(text,jsonb)
SELECT count(*), count(q.speaker), sum(q.start) FROM p, berita.quotes(body) AS q
