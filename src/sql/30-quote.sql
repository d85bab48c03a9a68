
-- # Who said what
--
-- Quotations with their speakers, and the people of an article.

CREATE TYPE berita.quote AS (n int, speaker text, quote text, kind text, cue text, cue_lemma text,
	speaker_kind text, role text, affiliation text, mention text, mention_type text,
	via text, addressee text, medium text, venue text, said_when text, polarity text,
	words int, utterance int, part int, line int, start int, length int,
	cue_start int, cue_length int, mention_start int, mention_length int,
	rule text, confidence real, repeat_of int);
COMMENT ON TYPE berita.quote IS 'a quotation: who (speaker, role, affiliation, and the mention as written), what (quote, kind), the word of saying, how, where, when and through whom, where it stands, and how sure that is';

CREATE FUNCTION berita.quotes(body text, options jsonb DEFAULT '{}') RETURNS SETOF berita.quote
	AS 'MODULE_PATHNAME', 'berita_quotes'
	LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000 ROWS 8; -- reads the lexicon
COMMENT ON FUNCTION berita.quotes(text, jsonb) IS 'who said what; options: repeats (boolean), kinds (array of direct, mixed, indirect, scare), title (boolean: the first line is a headline)';

CREATE TYPE berita.person AS (name text, role text, affiliation text, aliases text, mentions int, quotes int, words int, first_start int);
COMMENT ON TYPE berita.person IS 'somebody named in an article: the fullest name, role, affiliation, other names, how often named and quoted, words quoted, and where first named';

CREATE FUNCTION berita.people(body text) RETURNS SETOF berita.person
	AS 'MODULE_PATHNAME', 'berita_people'
	LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000 ROWS 8; -- reads the lexicon
COMMENT ON FUNCTION berita.people(text) IS 'the people that an article names, with role, affiliation and how much they are quoted';
