-- # Roots of words

CREATE FUNCTION berita.stem(word text) RETURNS text
	AS 'MODULE_PATHNAME', 'berita_stem'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.stem(text) IS
	'root of an Indonesian word: perusahaannya becomes usaha';

CREATE FUNCTION berita.stem(word text, level text) RETURNS text
	AS 'MODULE_PATHNAME', 'berita_stem_level'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.stem(text, text) IS
	'stem of an Indonesian word at level root, or light: without clitics, particles and reduplication';
