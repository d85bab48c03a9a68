-- bench: speed over TSV, required 4.0, moonshot 6.0, needs berita.tsvector(text)
SELECT sum(length(berita.tsvector(body))) FROM p
