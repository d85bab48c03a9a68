-- Roots and light stems of words.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
-- Prefixes, suffixes, nasals; words that only look affixed.
SELECT word, berita.stem(word) AS root, berita.stem(word, 'light') AS light
FROM unnest(ARRAY['mengatakan', 'Perusahaannya', 'menangkap', 'penyakit', 'memperingati', 'pertanggungjawaban',
	'pemerolehan', 'mengesampingkan', 'keberhasilan', 'belajar', 'pelajaran', 'menteri', 'berita', 'makanan', 'Januari',
	'bukunyalah', 'mengecat', 'perempuan', 'dipersilakan', 'kesinambungan'])
	WITH ORDINALITY AS w (word, n) ORDER BY n;
-- Reduplication and hyphens.
SELECT word, berita.stem(word) AS root, berita.stem(word, 'light') AS light
FROM unnest(ARRAY['anak-anaknya', 'berlari-lari', 'tolong-menolong', 'menulis-nulis', 'sayur-mayur', 'kehati-hatian',
	'undang-undang', 'KTP-nya', 'di-PHK', 'se-Indonesia', 'pro-Rusia', 'Soekarno-Hatta', 'anak2', 'pepohonan'])
	WITH ORDINALITY AS w (word, n) ORDER BY n;
-- Anything else comes back, folded where it is a word.
SELECT berita.stem(''), berita.stem('-'), berita.stem('--a-'), berita.stem('Ka''ban'), berita.stem('Müller'), length(berita.stem(repeat('kan', 1000)));
SELECT berita.stem(NULL), berita.stem('kata', NULL);
SELECT berita.stem('kata', 'deep');
