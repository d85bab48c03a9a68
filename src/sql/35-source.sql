
-- # Sources
--
-- Where an article took its news from.

CREATE TYPE berita.source AS (n int, source text, relation text, cue text, start int, length int, line int, in_quote boolean, repeat_of int);
COMMENT ON TYPE berita.source IS 'an agency, outlet or platform that an article names: reported, published, told_to, platform, photo, rights';

CREATE FUNCTION berita.sources(body text, options jsonb DEFAULT '{}') RETURNS SETOF berita.source
	AS 'MODULE_PATHNAME', 'berita_sources'
	LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000 ROWS 3; -- reads the lexicon
COMMENT ON FUNCTION berita.sources(text, jsonb) IS 'agencies, outlets and platforms that an article names as its sources; options: repeats';
