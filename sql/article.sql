-- The lines of a news text, its repeats and its clean text.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
CREATE TABLE article_text (id int PRIMARY KEY, body text);
INSERT INTO article_text VALUES
	(1, E'Harga Cabai Turun di Pasar Induk\n\nJAKARTA, KABARPAGI.com - Harga cabai rawit turun menjadi Rp 40.000 per kilogram pada Senin (4/3).\n'
		'Baca juga: Petani Cabai Menunggu Hujan\n"Pasokan sudah kembali normal," kata Kepala Dinas Pertanian, Sari Wulandari.\n'
		'SCROLL TO CONTINUE WITH CONTENT\nPasokan dari daerah\nPasokan datang dari tiga kabupaten di Jawa Timur, yang panennya lebih awal dua pekan daripada tahun lalu.\n(abc/def)'),
	(2, 'Pasar itu dibuka kembali.Baca juga: Wali Kota Janji Perbaiki Atap Pasar Pedagang menyambut pembukaan itu dengan gembira. '
		'"Kami senang," kata seorang pedagang.[Gambas:Video Kabar] (abc/def)'),
	(3, E'Jakarta (ANTARA) - Wali kota meninjau saluran air.\n"Kami siap menghadapi musim hujan tahun ini," kata wali kota.\nWarga menyambut baik rencana itu.\n'
		'"Kami siap menghadapi musim hujan tahun ini," kata wali kota.\nWarga menyambut baik rencana itu.\n'
		'Baca juga: Warga bersihkan saluranPewarta: Budi SantosoEditor: Rina\tCOPYRIGHT © ANTARA 2023');

SELECT id, line, class, reason, repeat_of, start, length, left(text, 40) AS text
	FROM article_text, berita.lines(body) ORDER BY id, line;
SELECT id, r.* FROM article_text, berita.repeats(body) r ORDER BY id, n;
SELECT id, berita.clean(body) FROM article_text ORDER BY id;

-- Every line is found where it says it is.
SELECT count(*) FROM article_text, berita.lines(body) l WHERE substr(body, start, length) IS DISTINCT FROM l.text;

-- Further junk lines come in as an argument.
SELECT line, class, reason FROM berita.lines(E'Satu kalimat biasa.\n  Ikuti terus kabar kami  \nDua.', ARRAY['Ikuti terus kabar kami', NULL])
	ORDER BY line;
SELECT berita.clean(E'Satu kalimat biasa.\nIkuti terus kabar kami\nDua.', ARRAY['Ikuti terus kabar kami']);

-- Short and empty input.
SELECT berita.clean(''), berita.clean(E' \n\t'), berita.clean(NULL) IS NULL AS null_in, count(*) FROM berita.lines('');
SELECT berita.clean('Baca juga:'), berita.clean('JAKARTA - '), berita.clean('-');

SELECT * FROM berita.repeats('Satu.', 0);
DROP TABLE article_text;
