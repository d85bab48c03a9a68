-- Two texts side by side: exact measures and shared passages.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
\set a 'Wali kota meresmikan jembatan baru di tepi sungai pada hari Senin. Warga menyambutnya dengan gembira.'
\set b 'Pada Senin pagi, WALI KOTA meresmikan "jembatan baru" di tepi sungai, kata panitia. Warga menyambutnya dengan gembira sekali.'

SELECT berita.resemblance(:'a', :'a'), berita.resemblance(:'a', 'kata lain sama sekali tidak ada');
SELECT round(berita.resemblance('a b c d', 'a b c e')::numeric, 4), berita.containment('a b c', 'a b c d'), berita.containment('a b c d', 'a b c');
SELECT berita.resemblance('', 'a b c'), berita.containment('...', 'a'), berita.resemblance(NULL, 'a');
-- Texts shorter than a shingle are one shingle.
SELECT berita.resemblance('dua kata', 'Dua, kata!'), berita.resemblance('dua kata', 'kata dua');

SELECT a_start, b_start, words, text,
	substr(:'a', a_start, a_length) = text AS a_right,
	substr(:'b', b_start, b_length) AS in_b
FROM berita.overlaps(:'a', :'b', 4) ORDER BY a_start;
SELECT words, text FROM berita.overlaps(:'a', :'b') ORDER BY a_start;
-- Offsets are characters, on both sides.
SELECT a_start, a_length, b_start, b_length, text FROM berita.overlaps('“é” satu dua tiga', 'é satu dua tiga', 3);
-- A passage may overlap another that stands elsewhere.
SELECT a_start, b_start, text FROM berita.overlaps('a b c d e f g', 'a b c d x c d e f g', 4) ORDER BY 1;
-- Repeats on either side.
SELECT a_start, b_start, words FROM berita.overlaps('x y z x y z', 'x y z', 3) ORDER BY 1;
SELECT a_start, b_start, words FROM berita.overlaps('x y z', 'x y z x y z', 3) ORDER BY 1;
SELECT count(*), max(words) FROM berita.overlaps(repeat('a b ', 20000), repeat('b a ', 20000), 3);
SELECT count(*) FROM berita.overlaps('', 'a') AS x, berita.overlaps('a', NULL) AS y;
SELECT * FROM berita.overlaps('a', 'a', 0);
