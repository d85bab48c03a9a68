-- bench: speed over LEN, required 0.37, moonshot 0.9, needs berita.clean(text,text[])
SELECT sum(length(berita.clean(body))) FROM p
