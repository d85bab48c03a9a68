\echo Use "CREATE EXTENSION berita" to load this file. \quit

-- # The schema
--
-- The script makes it, so that it fails on a planted one; the objects belong to
-- whoever installs, everybody may use them.

CREATE SCHEMA berita;
COMMENT ON SCHEMA berita IS 'Indonesian news analysis: words, quotations with their speakers, near-duplicates';
GRANT USAGE ON SCHEMA berita TO PUBLIC;

CREATE FUNCTION berita.version() RETURNS text
	AS 'MODULE_PATHNAME', 'berita_version'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.version() IS 'version of the library, as in berita.control';
