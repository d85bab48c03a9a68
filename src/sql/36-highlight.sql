
-- # Highlight
--
-- An article for people to read, with its quotations and speakers marked.

CREATE FUNCTION berita.highlight(body text, format text DEFAULT 'html') RETURNS text
	AS 'MODULE_PATHNAME', 'berita_highlight'
	LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000; -- reads the lexicon
COMMENT ON FUNCTION berita.highlight(text, text) IS 'the text with quotations, speakers and words of saying marked; format: html, markdown or ansi; everything from the text is escaped';
