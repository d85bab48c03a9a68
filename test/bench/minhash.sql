-- bench: speed over LEN, required 0.35, moonshot 0.65, needs berita.minhash(text)
SELECT count(berita.minhash(body)) FROM p
