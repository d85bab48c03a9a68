-- bench: speed over LEN, required 0.23, moonshot 0.53, needs berita.simhash(text)
SELECT count(berita.simhash(body)) FROM p
