-- The users' lexicon: effective at the next statement, switched off, rolled back.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
CREATE TABLE lexicon_text (body text);
INSERT INTO lexicon_text VALUES ('Harga turun, menurut Kabar Pagi Nusantara. Pasar ramai, menurut Reuters.');
SELECT source FROM lexicon_text, berita.sources(body) ORDER BY n;

BEGIN;
INSERT INTO berita.lexicon (kind, form, meaning) VALUES ('outlet', '  Kabar  Pagi NUSANTARA', 'Kabar Pagi Nusantara');
SELECT source FROM lexicon_text, berita.sources(body) ORDER BY n;
SAVEPOINT s;
INSERT INTO berita.lexicon (kind, form, remove) VALUES ('agency', 'Reuters', true);
SELECT source FROM lexicon_text, berita.sources(body) ORDER BY n;
SELECT kind, form, meaning, detail, origin, active FROM berita.lexicon_all
	WHERE form IN ('reuters', 'kabar pagi nusantara') ORDER BY form, origin, kind;
ROLLBACK TO s;
SELECT source FROM lexicon_text, berita.sources(body) ORDER BY n;
TRUNCATE berita.lexicon;
SELECT source FROM lexicon_text, berita.sources(body) ORDER BY n;
ROLLBACK;
SELECT source FROM lexicon_text, berita.sources(body) ORDER BY n;

-- The trigger fires for replicated changes too.
BEGIN;
SET LOCAL session_replication_role = replica;
INSERT INTO berita.lexicon (kind, form) VALUES ('outlet', 'Kabar Pagi Nusantara');
SELECT source FROM lexicon_text, berita.sources(body) ORDER BY n;
ROLLBACK;

-- A role without rights reads it, and cannot change it.
BEGIN;
INSERT INTO berita.lexicon (kind, form) VALUES ('outlet', 'Kabar Pagi Nusantara');
CREATE ROLE berita_reader;
GRANT SELECT ON lexicon_text TO berita_reader;
SET LOCAL ROLE berita_reader;
SELECT source FROM lexicon_text, berita.sources(body) ORDER BY n;
SELECT count(*) FROM berita.lexicon;
INSERT INTO berita.lexicon (kind, form) VALUES ('outlet', 'x');
ROLLBACK;

-- Words of saying, nicknames, names and offices of the users' own.
BEGIN;
CREATE TEMP TABLE said (n int, body text);
INSERT INTO said VALUES (1, 'Rudi Hartono datang. "Pasar ramai sekali hari ini," kecoh Rudi. "Kami senang," kecohnya.'),
	(2, '"Pasar ramai sekali hari ini," kata Bang Jago kepada pedagang.'),
	(3, '"Pasar ramai sekali hari ini," kata Punggawa Sari, Senin.');
SELECT s.n, speaker, role, cue, cue_lemma, polarity FROM said s, berita.quotes(body) q ORDER BY s.n, q.n;
INSERT INTO berita.lexicon (kind, form, meaning, detail) VALUES ('verb', 'kecoh', 'kecoh', 'denial'),
	('alias', 'Bang Jago', 'Jaka Gunawan', NULL), ('alias', 'Jago', 'Jaka Gunawan', NULL), ('role', 'punggawa', NULL, NULL);
SELECT s.n, speaker, role, cue, cue_lemma, polarity FROM said s, berita.quotes(body) q ORDER BY s.n, q.n;
INSERT INTO berita.lexicon (kind, form, remove) VALUES ('verb', 'kata', true);
SELECT s.n, speaker, cue FROM said s, berita.quotes(body) q WHERE s.n > 1 ORDER BY s.n, q.n;
ROLLBACK;
SELECT kind, count(*) > 0 AS built_in FROM berita.lexicon_all WHERE origin = 'built-in' GROUP BY kind ORDER BY kind;

INSERT INTO berita.lexicon (kind, form) VALUES ('paper', 'x');
INSERT INTO berita.lexicon (kind, form) VALUES ('verb', '  ');
SELECT count(*) > 500 AS many, count(*) FILTER (WHERE origin <> 'built-in') AS users FROM berita.lexicon_all;
DROP TABLE lexicon_text;
