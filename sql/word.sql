-- Syntactic words: clitics, particles, and tokens that are several words.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
SELECT n, word, form, start, length, surface_n, surface_start, surface_length
FROM berita.words('Bukunya dan anak-anaknya naik 51% (11/11); apakah KTP-nya hilang? Tulislah, akhirnya.');
-- The words tile the tokens.
SELECT bool_and(substr(body, start, length) = word), string_agg(word, '' ORDER BY n) = replace(min(body), ' ', '')
FROM (VALUES ('Rumahku, kata Tokyo-Mitsubishi #berita, US$5 dan sekolah di Maluku itulah.')) AS t (body), berita.words(body)
GROUP BY body;
SELECT string_agg(word || CASE form WHEN 'host' THEN '' ELSE '/' || form END, ' ' ORDER BY n)
FROM berita.words('Rumahku, kata Tokyo-Mitsubishi #berita, US$5 dan sekolah di Maluku itulah.');
