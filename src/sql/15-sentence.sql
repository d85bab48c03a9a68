
-- # Sentences

CREATE TYPE berita.sentence AS (n int, sentence text, start int, length int, line int, in_quote boolean);
COMMENT ON TYPE berita.sentence IS 'a sentence of a text: substr(body, start, length) = sentence; in_quote: it begins inside quotation marks';

CREATE FUNCTION berita.sentences(body text) RETURNS SETOF berita.sentence
	AS 'MODULE_PATHNAME', 'berita_sentences'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 20;
COMMENT ON FUNCTION berita.sentences(text) IS 'sentences of a text; a newline ends one unless the text is hard-wrapped there';
