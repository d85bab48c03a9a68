-- bench: speed over LEN, required 0.35, moonshot 0.60, needs berita.fingerprints(text)
SELECT count(berita.fingerprints(body)) FROM p
