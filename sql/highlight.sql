-- A text with its quotations and speakers marked, escaped.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
CREATE TABLE highlight_text (id int PRIMARY KEY, body text);
INSERT INTO highlight_text VALUES
	(1, 'Kepala Dinas Pasar Sari Wulandari datang. "Harga < Rp 40.000 & turun," kata Sari kepada wartawan.'),
	(2, E'Rudi Hartono mengatakan bahwa pasar dibuka lagi.\n# Bukan judul\n    <script>alert("x")</script>'),
	(3, E'\u001B[31mMerah\u001B[0m "Kami siap menunggu di sini," ujar Rudi Hartono.');
SELECT id, berita.highlight(body) FROM highlight_text ORDER BY id;
SELECT id, berita.highlight(body, 'markdown') FROM highlight_text ORDER BY id;
SELECT id, replace(berita.highlight(body, 'ansi'), E'\u001B', 'ESC') FROM highlight_text ORDER BY id;
SELECT berita.highlight(''), berita.highlight('x', NULL) IS NULL AS null_in;
SELECT berita.highlight('x', 'pdf');
DROP TABLE highlight_text;
