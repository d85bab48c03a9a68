-- bench: speed over STT, required 0.3, moonshot 0.6, needs berita.tokens(text)
SELECT count(t.token), sum(length(t.stem)), sum(t.start) FROM p, berita.tokens(body) AS t
