-- bench: speed over TSV, required 1.5, moonshot 2.0, needs berita.tsvector(text)
SELECT sum(length(to_tsvector('berita.indonesian', body))) FROM p
