-- bench: speed over LEN, required 0.30, moonshot 0.65, needs berita.minhash(text)
SELECT count(berita.minhash(body)) FROM p
