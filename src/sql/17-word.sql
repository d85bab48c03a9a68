
-- # Words
--
-- Syntactic words as the Universal Dependencies treebanks count them: clitics and
-- particles stand alone, percent signs and the parts of a date too.

CREATE TYPE berita.word AS (n int, word text, form text, start int, length int, surface_n int, surface_start int, surface_length int);
COMMENT ON TYPE berita.word IS 'a syntactic word: substr(body, start, length) = word; form host, proclitic, enclitic, particle or punctuation; surface: the written word it is part of';

CREATE FUNCTION berita.words(body text) RETURNS SETOF berita.word
	AS 'MODULE_PATHNAME', 'berita_words'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 400;
COMMENT ON FUNCTION berita.words(text) IS 'syntactic words of a text, clitics and particles split off';
