
-- # Moments
--
-- Dates as news sites print them, for columns that hold them as text.

CREATE FUNCTION berita.published(value text) RETURNS timestamptz
	AS 'MODULE_PATHNAME', 'berita_published'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.published(text) IS 'the moment that a text like ''Senin, 12 Jun 2023 10:00 WIB'' tells; Jakarta''s time where no zone is given, NULL where it tells none';
