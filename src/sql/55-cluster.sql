
-- # A whole corpus at once
--
-- The columns of the query count by position: id, body [, published [, outlet]].

CREATE TYPE berita.near_duplicate AS (id_a text, id_b text, resemblance double precision, containment_a double precision, containment_b double precision, kind text, earlier text, lag interval);
COMMENT ON TYPE berita.near_duplicate IS 'two articles that share text: measures on word 3-shingles, kind (identical, near-copy, excerpt, contains, rewrite, shared-passage), which came earlier (a, b) and by how much';

CREATE FUNCTION berita.near_duplicates(query text, threshold double precision, options jsonb DEFAULT '{}') RETURNS SETOF berita.near_duplicate
	AS 'MODULE_PATHNAME', 'berita_near_duplicates'
	LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 100000 ROWS 1000; -- it runs a query
COMMENT ON FUNCTION berita.near_duplicates(text, double precision, jsonb) IS 'the pairs among the rows of a query (id, body [, published [, outlet]]) whose resemblance, or containment of either side, is at least the threshold, each verified; a body may be a minhash128, then resemblance is estimated and alone counts; options: clean, series, window, against';

CREATE TYPE berita.cluster_member AS (id text, cluster text, size int, rank int, representative boolean, similarity double precision);
COMMENT ON TYPE berita.cluster_member IS 'a member of a cluster of near-duplicates: the cluster is named by the id of its representative; rank 1 is the representative, then by time; similarity: resemblance to the representative';

CREATE FUNCTION berita.clusters(query text, threshold double precision, options jsonb DEFAULT '{}') RETURNS SETOF berita.cluster_member
	AS 'MODULE_PATHNAME', 'berita_clusters'
	LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 100000 ROWS 1000; -- it runs a query
COMMENT ON FUNCTION berita.clusters(text, double precision, jsonb) IS 'clusters among the rows of a query (id, body [, published [, outlet]]): every member resembles the representative, the earliest or longest, by at least the threshold; options: clean, series, window';
