-- bench: time over LOW, required 1.5, moonshot 0.8, needs berita.stem(text)
SELECT sum(length(berita.stem(word))) FROM w
