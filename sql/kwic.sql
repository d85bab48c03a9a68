-- Keyword in context: affixes, phrases, asterisks, the text's ends.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
CREATE TEMP TABLE sample AS SELECT E'Guru mengajar di sekolah.\nPelajaran itu diajarkan, kata \u201cguru-guru\u201d pro-Rusia, tiap hari Senin.' AS body;
SELECT n, pre, keyword, post, start, length, line FROM sample, berita.kwic(body, 'ajar', 12);
SELECT n, pre, keyword, post FROM sample, berita.kwic(body, 'guru', 5);
SELECT keyword, start FROM sample, berita.kwic(body, 'hari  senin');
SELECT keyword FROM sample, berita.kwic(body, 'RUSIA');
SELECT keyword FROM sample, berita.kwic(body, 'se*');
SELECT keyword FROM sample, berita.kwic(body, '*an');
SELECT bool_and(substr(body, k.start, k.length) = keyword) FROM sample, berita.kwic(body, '*a*') AS k;
SELECT count(*) FROM sample, berita.kwic(body, '');
SELECT count(*) FROM sample, berita.kwic(body, 'guru', -1);
SELECT count(*) FROM sample, berita.kwic(body, repeat('guru ', 33));
