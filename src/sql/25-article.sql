
-- # The article
--
-- What each line of a news text is, which blocks it prints again, and the text
-- without all that: boilerplate, datelines, captions, repeats.

CREATE TYPE berita.line AS (line int, class text, reason text, repeat_of int, start int, length int, text text);
COMMENT ON TYPE berita.line IS 'a line of a text: its class (body, title, deck, dateline, caption, credit, byline, rights, related, junk, subhead, blank), the rule that says so, and the line it repeats';

CREATE FUNCTION berita.lines(body text, junk text[] DEFAULT '{}') RETURNS SETOF berita.line
	AS 'MODULE_PATHNAME', 'berita_lines'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 20;
COMMENT ON FUNCTION berita.lines(text, text[]) IS 'the lines of a text and what each is; junk: further lines to class as junk';

CREATE TYPE berita.repeat AS (n int, first_start int, start int, length int, paragraphs int, share real, excerpt text);
COMMENT ON TYPE berita.repeat IS 'a block of lines or sentences that a text prints again: where it stands first, where again, and its share of the text';

CREATE FUNCTION berita.repeats(body text, min_length int DEFAULT 40) RETURNS SETOF berita.repeat
	AS 'MODULE_PATHNAME', 'berita_repeats'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 1;
COMMENT ON FUNCTION berita.repeats(text, int) IS 'blocks of at least min_length characters that a text prints again';

CREATE FUNCTION berita.clean(body text, junk text[] DEFAULT '{}') RETURNS text
	AS 'MODULE_PATHNAME', 'berita_clean'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION berita.clean(text, text[]) IS 'the body of a text: without boilerplate, datelines, captions, bylines and repeats';
