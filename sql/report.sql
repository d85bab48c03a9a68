-- The report: one page, both languages, whatever the texts hold.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
\set SHOW_CONTEXT never
SET intervalstyle = 'postgres';
CREATE TABLE kliping (id int PRIMARY KEY, judul text, isi text, tayang date, media text);
SELECT count(*) FROM berita.attach('kliping', body => 'isi', title => 'judul', published => 'tayang', outlet => 'media');
-- An empty table has a page, too.
SELECT xml_is_well_formed_document(berita.report('kliping')) AS well_formed, berita.report('kliping') LIKE '%Belum ada.%' AS says_so;
INSERT INTO kliping SELECT i, 'Berita <b>' || i || '</b> & "lain"',
	'"Harga <script>alert(' || i || ')</script> naik & turun," kata Menteri Perdagangan Ratna Kusuma. "Kami pantau," ujarnya. Dilansir Reuters, pasokan cukup. '
	|| '"Tidak benar," kata Ketua Asosiasi Joko Prabowo di Jakarta. ' || repeat('Panjang', 60 * (i % 2)) || ' </p></body> ]]> ' || chr(1) || ' selesai nomor ' || i || '.',
	date '2024-01-01' + i, CASE i % 3 WHEN 0 THEN 'Kabar ''Pagi''' WHEN 1 THEN '<img src=x onerror=alert(1)>' END
FROM generate_series(1, 12) i;
CREATE TEMP TABLE halaman AS SELECT lang, berita.report('kliping', jsonb_build_object('lang', lang, 'title', '<Laporan> & ''uji''')) AS html FROM unnest('{id,en}'::text[]) lang;
-- Nothing of a text becomes markup, nothing comes from elsewhere, no script.
SELECT lang, xml_is_well_formed_document(html) AS well_formed, html ~* '<script|<img|onerror=alert\(1\)>' AS hostile, html ~ 'https?:|url\(|@import' AS network,
	(length(html) - length(replace(html, '<section>', ''))) / 9 AS sections, html ~ 'Ratna Kusuma' AS named, html ~ '&lt;script&gt;' AS shown
FROM halaman ORDER BY lang;
SELECT lang, substring(html FROM '<h1>.*?</h1>') AS h1, html ~ '<mark.*<mark.*<mark' AS marked FROM halaman ORDER BY lang;
SELECT regexp_matches(html, '<h2>(.*?)</h2>', 'g') AS heading FROM halaman WHERE lang = 'en';
-- Wishes.
SELECT berita.report('kliping', '{"langue": "id"}');
SELECT berita.report('kliping', '{"lang": "fr"}');
SELECT berita.report('kliping', '{"top": "many"}');
SELECT berita.report('pg_class');
SELECT berita.report_escape('<a href="x">''&'), berita.report_number(1234567.891, berita.report_words('id'), 1), berita.report_number(1234567.891, berita.report_words('en'));
SELECT berita.report_lag('50 seconds', w), berita.report_lag('10 minutes', w), berita.report_lag('30 hours', w), berita.report_lag('3000 days', w) FROM berita.report_words('id') w;
SELECT count(*) FROM berita.detach('kliping');
DROP TABLE kliping;
