
-- # Tokens
--
-- What a reader calls a word, number, date or mark; with the white space between
-- them they tile the text.

CREATE TYPE berita.token AS (n int, token text, class text, norm text, stem text, start int, length int, sentence_n int, line int);
COMMENT ON TYPE berita.token IS 'a token of a text: substr(body, start, length) = token; norm is how it is compared, stem its root';

CREATE FUNCTION berita.tokens(body text) RETURNS SETOF berita.token
	AS 'MODULE_PATHNAME', 'berita_tokens'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 400;
COMMENT ON FUNCTION berita.tokens(text) IS 'words, numbers, dates, names of the net and marks of a text';
