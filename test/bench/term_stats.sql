-- bench: time over TSV, required 0.5, moonshot 0.2, needs berita.term_stats(text,jsonb)
SELECT count(*) FROM berita.term_stats('SELECT id, body FROM p')
