-- The people of an article.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
SELECT * FROM berita.people('Presiden Budi Santoso (Busan) bertemu Wali Kota Ratna Dewi. "Kami sepakat," kata Budi. Busan pulang.') ORDER BY first_start;
SELECT count(*) FROM berita.people(NULL);
SELECT count(*) FROM berita.people('Hari ini tidak ada siapa-siapa.');
