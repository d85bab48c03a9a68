
-- # Keyword in context
--
-- A word of the pattern stands for all words of its root; with an asterisk for
-- all that begin or end so.

CREATE TYPE berita.concordance AS (n int, pre text, keyword text, post text, start int, length int, line int);
COMMENT ON TYPE berita.concordance IS 'a keyword and what stands before and behind it: substr(body, start, length) = keyword';

CREATE FUNCTION berita.kwic(body text, pattern text, width int DEFAULT 40) RETURNS SETOF berita.concordance
	AS 'MODULE_PATHNAME', 'berita_kwic'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION berita.kwic(text, text, int) IS 'where a word or phrase stands in a text, whatever affixes it carries, with its context';
