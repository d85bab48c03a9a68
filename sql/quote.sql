-- Who said what: kinds, speakers, options, bad input.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
CREATE TEMP TABLE article (id int, body text);
INSERT INTO article VALUES
	(1, 'JAKARTA - Menteri Keuangan Sri Wahyuni mengatakan harga beras akan turun. "Kami siap," kata Sri kepada wartawan di Jakarta, Senin (1/1/2024), dikutip dari Antara. "Mari kita lihat."'),
	(2, 'Gubernur Kota Baru Hasan Mulyadi meninjau pasar. "Stok aman," ujarnya. Ia menjelaskan bahwa beras "cukup banyak" tersedia. Film "Senja" diputar di sana.'),
	(3, E'"Kami datang.\nKami lihat," tutur Dewi Lestari.\nMenurut Dewi, pasar ramai sekali.');
SELECT id, n, speaker, quote, kind, cue, cue_lemma FROM article, berita.quotes(body) ORDER BY id, n;
SELECT id, n, speaker_kind, role, affiliation, mention, mention_type, via, addressee, venue, said_when FROM article, berita.quotes(body) ORDER BY id, n;
SELECT id, n, polarity, words, utterance, part, line, rule FROM article, berita.quotes(body) ORDER BY id, n;
-- Offsets are those of substr.
SELECT id, n FROM article, berita.quotes(body, '{"kinds": ["direct", "mixed", "indirect", "scare"]}')
WHERE substr(body, start, length) <> quote OR substr(body, cue_start, cue_length) <> cue OR substr(body, mention_start, mention_length) <> mention
ORDER BY id, n;
SELECT id, n, kind, quote, speaker FROM article, berita.quotes(body, '{"kinds": "scare"}') ORDER BY id, n;
-- Nothing in, nothing out.
SELECT count(*) FROM berita.quotes(NULL);
SELECT count(*) FROM berita.quotes('');
SELECT count(*) FROM berita.quotes('"""""" , kata "');
-- Options are checked.
SELECT count(*) FROM berita.quotes('a', '{"kind": "direct"}');
SELECT count(*) FROM berita.quotes('a', '{"kinds": ["spoken"]}');
SELECT count(*) FROM berita.quotes('a', '{"repeats": 1}');
SELECT count(*) FROM berita.quotes('a', '[]');
-- A headline is read as one where the option says that the first line is one.
SELECT t, speaker, cue, quote, rule FROM (VALUES (false), (true)) AS o (t),
	berita.quotes(E'Wali Kota Bantah Pasar Lama Ditutup\n\nKOTA BARU - Wali Kota Hasan Mulyadi meninjau pasar. "Kami siap," kata Hasan.', jsonb_build_object('title', t)) ORDER BY t, n;
