-- Where an article took its news from.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
CREATE TABLE source_text (id int PRIMARY KEY, body text);
INSERT INTO source_text VALUES
	(1, 'JAKARTA, KOMPAS.com - Gempa terjadi kemarin, dilansir Reuters. Seperti dikutip dari laman BMKG, Senin (4/3/2024), pusatnya di laut. '
		'Kantor berita Interfax melaporkan hal yang sama. Angka itu dikutip Selasa (5/3/2024).'),
	(2, '"Kami siap," kata Rudi kepada CNN Indonesia, Senin. "Kami menunggu," tulisnya di Facebook. Ia juga mengunggah foto melalui akun Instagram @rudi. '
		'Pengguna Facebook banyak.'),
	(3, 'Surat kabar Amerika The Washington Post memuat laporan itu. CNN dan BBC menerbitkan laporan yang sama. Orang terkaya versi Forbes.'),
	(4, E'Wali Kota Meninjau Pasar\n\nRudi Hartono / TASS\nBISNIS.COM, JAKARTA - Pasar ramai kemarin pagi, kata warga. Mengutip Menteri Perdagangan, harga turun. (Antara)\nHak cipta milik Kabar Pagi.'),
	(5, E'Menurut laporan Reuters, hujan turun deras di seluruh kota.\nSungai meluap ke jalan raya di kota itu.\nMenurut laporan Reuters, hujan turun deras di seluruh kota.');
SELECT id, s.* FROM source_text, berita.sources(body) s ORDER BY id, n;
SELECT n, source, start, repeat_of FROM source_text, berita.sources(body, '{"repeats": true}') WHERE id = 5 ORDER BY n;

-- The name stands where the row says, but for white space and an outlet's own spelling.
SELECT id, source, substr(body, start, length) AS written FROM source_text, berita.sources(body)
	WHERE lower(substr(body, start, length)) <> lower(source) ORDER BY id, n;

-- Options.
SELECT count(*) FROM berita.sources('dilansir Reuters', '{"repeat": true}');
SELECT count(*) FROM berita.sources('dilansir Reuters', '{"repeats": 1}');
SELECT count(*) FROM berita.sources('dilansir Reuters', '[]');
SELECT count(*) FROM berita.sources('');
DROP TABLE source_text;
