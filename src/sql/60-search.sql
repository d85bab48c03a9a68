-- # Full-text search
--
-- The configuration berita.indonesian: one token is one word as written, its
-- lexemes are roots.  berita.tsvector() gives the same without the machinery.

CREATE FUNCTION berita.search_start(internal, integer) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_search_start'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.search_start(internal, integer) IS 'START of text search parser berita.parser';

CREATE FUNCTION berita.search_token(internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_search_token'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.search_token(internal, internal, internal) IS 'GETTOKEN of text search parser berita.parser';

CREATE FUNCTION berita.search_end(internal) RETURNS void
	AS 'MODULE_PATHNAME', 'berita_search_end'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.search_end(internal) IS 'END of text search parser berita.parser';

CREATE FUNCTION berita.search_types(internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_search_types'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.search_types(internal) IS 'LEXTYPES of text search parser berita.parser';

CREATE TEXT SEARCH PARSER berita.parser (
	START = berita.search_start, GETTOKEN = berita.search_token, END = berita.search_end,
	LEXTYPES = berita.search_types, HEADLINE = pg_catalog.prsd_headline);
COMMENT ON TEXT SEARCH PARSER berita.parser IS 'tokens of Indonesian news: reduplications, clitics, numbers and dates stay whole';

CREATE FUNCTION berita.stemmer_init(internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_stemmer_init'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.stemmer_init(internal) IS 'INIT of text search template berita.stemmer';

CREATE FUNCTION berita.stemmer_lexize(internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_stemmer_lexize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.stemmer_lexize(internal, internal, internal, internal) IS 'LEXIZE of text search template berita.stemmer';

CREATE TEXT SEARCH TEMPLATE berita.stemmer (
	INIT = berita.stemmer_init, LEXIZE = berita.stemmer_lexize);
COMMENT ON TEXT SEARCH TEMPLATE berita.stemmer IS 'Indonesian stemmer; options level (root, light), stopwords, exceptions';

CREATE TEXT SEARCH DICTIONARY berita.indonesian_stem (TEMPLATE = berita.stemmer);
COMMENT ON TEXT SEARCH DICTIONARY berita.indonesian_stem IS 'roots of Indonesian words, without stop words';

CREATE TEXT SEARCH CONFIGURATION berita.indonesian (PARSER = berita.parser);
ALTER TEXT SEARCH CONFIGURATION berita.indonesian
	ADD MAPPING FOR word, reduplication, compound, email, host, percent, time, date, abbreviation, acronym,
		hashtag, handle, number, ordinal, integer, currency, alphanumeric, url, initials
	WITH berita.indonesian_stem;
COMMENT ON TEXT SEARCH CONFIGURATION berita.indonesian IS 'full-text search in Indonesian news';

CREATE FUNCTION berita.tsvector(body text) RETURNS tsvector
	AS 'MODULE_PATHNAME', 'berita_tsvector'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.tsvector(text) IS
	'to_tsvector(''berita.indonesian'', body), made at once; of a long text the beginning that fits';
