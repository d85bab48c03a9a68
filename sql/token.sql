-- Tokens and sentences: classes, places, bad input.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
-- One example of each class.
SELECT token, class, norm, stem
FROM berita.tokens('Anak-anaknya di-PHK KPK (11/11/2020) pukul 09.30 WIB, rugi Rp1.234,5 atau 51%: ke-75, 1960-an, COVID-19; Dr. Budi di detik.com, tulis a@b.co.id dan @budi #berita https://contoh.id/a?b=1 + 7');
-- Glued sentences are parted, hosts and abbreviations are not.
SELECT n, sentence, start, length FROM berita.sentences('Ia datang,ujarnya.Menurut KOMPAS.com, Budi, S.H. pergi. "Ya. Tidak," katanya.');
-- Tokens and white space tile the text; every place cuts out its token.
CREATE TEMP TABLE sample AS SELECT E'Baris satu\u00a0\u201cJum\u2019at\u201d. \u0627\n&quot;Ya&quot;\tRp1,5\u00ad m\u00b2 \U0001F600...' AS body;
SELECT bool_and(substr(body, start, length) = token) AS cut,
	sum(t.length) + (SELECT count(*) FROM regexp_matches(body, E'[\\s\u00a0\u00ad]', 'g')) = max(length(body)) AS tiled
FROM sample, berita.tokens(body) t GROUP BY body;
SELECT n, token, class, norm, start, length, line FROM sample, berita.tokens(body);
-- Nothing in, nothing out.
SELECT count(*) FROM berita.tokens('');
SELECT count(*) FROM berita.tokens(E' \n\t ');
SELECT count(*) FROM berita.sentences(NULL);
