-- Attached tables: side tables, triggers, views, refresh, status, doctor.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
\set SHOW_CONTEXT never
SET datestyle = 'ISO, DMY';
SET intervalstyle = 'postgres';
SET timezone = 'Asia/Jakarta';
CREATE TABLE arsip (kode varchar(20) PRIMARY KEY, judul text, "Isi Berita" text, tayang timestamp, media text);
INSERT INTO arsip VALUES ('a0', 'Lama', '"Kami sudah lama di sini," kata Wali Kota Rini Astuti.', '2024-05-01 07:00', 'Harian Senja');
-- What would run, and what is asked for first.
SELECT split_part(s, ' (', 1) FROM berita.attach_sql('arsip', body => 'Isi Berita', title => 'judul', published => 'tayang', outlet => 'media') s
	WHERE s LIKE 'CREATE TABLE%' OR s LIKE 'CREATE INDEX%' OR s LIKE '%TRIGGER%';
SELECT berita.attach('arsip');
SELECT berita.attach('arsip', body => 'isi');
SELECT berita.attach('arsip', body => 'judul', id => 'media');
SELECT berita.attach('arsip', body => 'Isi Berita', options => '{"modus": "deferred"}');
SELECT berita.attach('arsip', body => 'Isi Berita', options => '{"mode": "later"}');
SELECT object FROM berita.attach('arsip', body => 'Isi Berita', title => 'judul', published => 'tayang', outlet => 'media');
-- The triggers see what comes; refresh does what was there.
INSERT INTO arsip VALUES
	('a1', 'Jembatan', E'"Jembatan itu selesai bulan depan," kata Kepala Dinas Bambang Sutejo. "Warga bisa lewat lagi," ujarnya.\nMenurut sumber di proyek itu, pekerjaan sempat berhenti.', '2024-05-02 08:00', 'Harian Senja'),
	('a2', NULL, NULL, NULL, NULL), ('a3', NULL, '', NULL, NULL);
SELECT source, mode, rows, analysed, pending, stale, failed FROM berita.status();
CALL berita.refresh('arsip');
SELECT source, mode, rows, analysed, pending, stale, failed FROM berita.status();
SELECT kode, outlet, published, n, speaker, kind, quote FROM arsip_quotes ORDER BY kode, n;
SELECT id, title, bytes, characters, words, quotes, speakers, error, paired FROM arsip_berita_articles ORDER BY id;
-- UPDATE, a new key, DELETE; other columns cost nothing; the trigger follows renames and guards its columns.
ALTER TABLE arsip ADD catatan text;
ALTER TABLE arsip RENAME "Isi Berita" TO isi;
UPDATE arsip SET isi = '"Belum ada keputusan," kata Rini Astuti.' WHERE kode = 'a0';
UPDATE arsip SET kode = 'b1' WHERE kode = 'a1';
SELECT kode, speaker, quote FROM arsip_quotes ORDER BY kode, n;
DELETE FROM arsip WHERE kode = 'b1';
SELECT count(*) FROM arsip_quotes WHERE kode = 'b1';
ALTER TABLE arsip DROP COLUMN isi;
-- The switch, and what the doctor says then.
SET berita.sync = off;
INSERT INTO arsip VALUES ('c1', 'Pasar', '"Harga cabai turun," kata pedagang bernama Siti Aminah.', '2024-05-03', 'Kabar Pagi');
DELETE FROM arsip WHERE kode = 'a3';
SELECT level, subject, hint FROM berita.doctor();
RESET berita.sync;
CALL berita.refresh('arsip', 1);
SELECT level, subject, hint FROM berita.doctor();
SELECT id FROM arsip_berita_articles ORDER BY id;
-- A changed row that nobody told of is found by verify.
SET berita.sync = off;
UPDATE arsip SET isi = '"Harga cabai naik," kata Siti Aminah.' WHERE kode = 'c1';
RESET berita.sync;
CALL berita.refresh('arsip', options => '{"verify": true}');
SELECT quote FROM arsip_quotes WHERE kode = 'c1';
-- Copies are found as they come, and go with their articles.
INSERT INTO arsip SELECT 'd' || n, 'Banjir', string_agg('Air setinggi ' || i || ' sentimeter masuk ke rumah warga di kelurahan nomor ' || i * 7 || '.', ' '), timestamp '2024-05-04' + n * interval '1 hour', 'Media ' || n
	FROM generate_series(1, 3) n, generate_series(1, 20) i GROUP BY n;
SELECT kode_a, kode_b, resemblance, kind, earlier, lag FROM arsip_near_duplicates ORDER BY 1, 2;
SELECT cluster, kode, rank, representative, size, first_outlet, lag FROM arsip_clusters ORDER BY cluster, rank;
SELECT kode, outlet, copy_kode, copy_outlet, share FROM arsip_who_must_correct ORDER BY kode, copy_kode;
SELECT day, outlet, articles, quotes, speakers, copies FROM arsip_timeline ORDER BY day, outlet;
DELETE FROM arsip WHERE kode IN ('d1', 'd2');
SELECT count(*) FROM arsip_near_duplicates;
-- Too long for it: a warning, and the reason in its row.
SELECT count(*) FROM berita.attach('arsip', options => '{"max_bytes": 100}');
INSERT INTO arsip VALUES ('e1', 'Panjang', repeat('Kata demi kata. ', 20), NULL, NULL);
SELECT id, error FROM arsip_berita_articles WHERE error IS NOT NULL;
-- Deferred: what comes is queued.
SELECT count(*) FROM berita.attach('arsip', options => '{"mode": "deferred", "max_bytes": 1000000}');
UPDATE arsip SET isi = '"Nanti saja," kata Rini Astuti.' WHERE kode = 'a0';
SELECT source, mode, pending FROM berita.status();
CALL berita.refresh('arsip');
SELECT kode, speaker, quote FROM arsip_quotes WHERE kode = 'a0';
TRUNCATE arsip;
SELECT count(*) FROM arsip_berita_articles;
-- What depends is named, and goes on demand.
DO $$ BEGIN
	DROP EXTENSION berita;
EXCEPTION WHEN dependent_objects_still_exist THEN
	RAISE WARNING '%', substring(SQLERRM FROM 'cannot drop .*');
END $$;
SELECT count(*) FROM berita.detach('arsip');
SELECT relname FROM pg_class WHERE relname LIKE 'arsip\_%' AND relname <> 'arsip_pkey' ORDER BY 1;
DROP TABLE arsip;
