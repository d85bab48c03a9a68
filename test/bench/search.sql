-- bench: speed over TSV, required 1.4, moonshot 2.0, needs berita.tokens(text)
SELECT sum(length(to_tsvector('berita.indonesian', body))) FROM p
