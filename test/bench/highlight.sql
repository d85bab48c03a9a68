-- bench: speed over LEN, required 0.06, moonshot 0.2, needs berita.highlight(text,text)
SELECT sum(length(berita.highlight(body))) FROM p
