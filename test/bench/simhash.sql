-- bench: speed over LEN, required 0.35, moonshot 0.53, needs berita.simhash(text)
SELECT count(berita.simhash(body)) FROM p
