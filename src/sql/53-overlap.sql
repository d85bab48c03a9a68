
-- # Two texts side by side
--
-- Exact measures on the sets of word 3-shingles, and the passages that both share.

CREATE FUNCTION berita.resemblance(a text, b text) RETURNS double precision
	AS 'MODULE_PATHNAME', 'berita_resemblance'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION berita.resemblance(text, text) IS 'Jaccard resemblance of the word 3-shingles of two texts, 0 to 1, exact; NULL where one has no words (Broder 1997)';

CREATE FUNCTION berita.containment(a text, b text) RETURNS double precision
	AS 'MODULE_PATHNAME', 'berita_text_containment'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION berita.containment(text, text) IS 'share of the word 3-shingles of a that are found in b, 0 to 1, exact; NULL where one has no words';

CREATE TYPE berita.overlap AS (a_start int, a_length int, b_start int, b_length int, words int, text text);
COMMENT ON TYPE berita.overlap IS 'a passage that two texts share: where it stands in each, in characters from 1, and as the first text prints it';

CREATE FUNCTION berita.overlaps(a text, b text, min_words int DEFAULT 7) RETURNS SETOF berita.overlap
	AS 'MODULE_PATHNAME', 'berita_overlaps'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 400 ROWS 10;
COMMENT ON FUNCTION berita.overlaps(text, text, int) IS 'every passage of at least min_words words that a shares with b and that is no part of a longer one, in the order of a; case, accents and marks between words do not count';
