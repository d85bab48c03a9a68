-- # MinHash
--
-- 128 slots that tell how much of their word 3-shingles two texts share.  Text
-- form: format:profile:size:flag:512 hexadecimal digits, where size is the number
-- of shingles, repeats counted, and flag is - or s (shorter than a shingle) or u
-- (union, size estimated).

CREATE TYPE berita.minhash128;

CREATE FUNCTION berita.minhash128_in(cstring) RETURNS berita.minhash128
	AS 'MODULE_PATHNAME', 'berita_minhash128_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_in(cstring) IS 'text input';

CREATE FUNCTION berita.minhash128_out(berita.minhash128) RETURNS cstring
	AS 'MODULE_PATHNAME', 'berita_minhash128_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_out(berita.minhash128) IS 'text output';

CREATE FUNCTION berita.minhash128_recv(internal) RETURNS berita.minhash128
	AS 'MODULE_PATHNAME', 'berita_minhash128_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_recv(internal) IS 'binary input';

CREATE FUNCTION berita.minhash128_send(berita.minhash128) RETURNS bytea
	AS 'MODULE_PATHNAME', 'berita_minhash128_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_send(berita.minhash128) IS 'binary output';

CREATE TYPE berita.minhash128 (
	INPUT = berita.minhash128_in, OUTPUT = berita.minhash128_out, RECEIVE = berita.minhash128_recv, SEND = berita.minhash128_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = int4, STORAGE = main);
COMMENT ON TYPE berita.minhash128 IS 'MinHash of a text, 128 slots of 16 bits; similarity() estimates the shared part';

CREATE FUNCTION berita.minhash128_eq(berita.minhash128, berita.minhash128) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_minhash128_eq'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_eq(berita.minhash128, berita.minhash128) IS 'implementation of = operator';

CREATE FUNCTION berita.minhash128_ne(berita.minhash128, berita.minhash128) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_minhash128_ne'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_ne(berita.minhash128, berita.minhash128) IS 'implementation of <> operator';

CREATE FUNCTION berita.minhash128_lt(berita.minhash128, berita.minhash128) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_minhash128_lt'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_lt(berita.minhash128, berita.minhash128) IS 'implementation of < operator';

CREATE FUNCTION berita.minhash128_le(berita.minhash128, berita.minhash128) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_minhash128_le'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_le(berita.minhash128, berita.minhash128) IS 'implementation of <= operator';

CREATE FUNCTION berita.minhash128_gt(berita.minhash128, berita.minhash128) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_minhash128_gt'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_gt(berita.minhash128, berita.minhash128) IS 'implementation of > operator';

CREATE FUNCTION berita.minhash128_ge(berita.minhash128, berita.minhash128) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_minhash128_ge'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_ge(berita.minhash128, berita.minhash128) IS 'implementation of >= operator';

CREATE OPERATOR berita.= (
	LEFTARG = berita.minhash128, RIGHTARG = berita.minhash128, FUNCTION = berita.minhash128_eq,
	COMMUTATOR = OPERATOR(berita.=), NEGATOR = OPERATOR(berita.<>), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR berita.= (berita.minhash128, berita.minhash128) IS 'equal';

CREATE OPERATOR berita.<> (
	LEFTARG = berita.minhash128, RIGHTARG = berita.minhash128, FUNCTION = berita.minhash128_ne,
	COMMUTATOR = OPERATOR(berita.<>), NEGATOR = OPERATOR(berita.=), RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR berita.<> (berita.minhash128, berita.minhash128) IS 'not equal';

CREATE OPERATOR berita.< (
	LEFTARG = berita.minhash128, RIGHTARG = berita.minhash128, FUNCTION = berita.minhash128_lt,
	COMMUTATOR = OPERATOR(berita.>), NEGATOR = OPERATOR(berita.>=), RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
COMMENT ON OPERATOR berita.< (berita.minhash128, berita.minhash128) IS 'less than';

CREATE OPERATOR berita.<= (
	LEFTARG = berita.minhash128, RIGHTARG = berita.minhash128, FUNCTION = berita.minhash128_le,
	COMMUTATOR = OPERATOR(berita.>=), NEGATOR = OPERATOR(berita.>), RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
COMMENT ON OPERATOR berita.<= (berita.minhash128, berita.minhash128) IS 'less than or equal';

CREATE OPERATOR berita.> (
	LEFTARG = berita.minhash128, RIGHTARG = berita.minhash128, FUNCTION = berita.minhash128_gt,
	COMMUTATOR = OPERATOR(berita.<), NEGATOR = OPERATOR(berita.<=), RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
COMMENT ON OPERATOR berita.> (berita.minhash128, berita.minhash128) IS 'greater than';

CREATE OPERATOR berita.>= (
	LEFTARG = berita.minhash128, RIGHTARG = berita.minhash128, FUNCTION = berita.minhash128_ge,
	COMMUTATOR = OPERATOR(berita.<=), NEGATOR = OPERATOR(berita.<), RESTRICT = scalargesel, JOIN = scalargejoinsel);
COMMENT ON OPERATOR berita.>= (berita.minhash128, berita.minhash128) IS 'greater than or equal';

CREATE FUNCTION berita.minhash128_cmp(berita.minhash128, berita.minhash128) RETURNS int
	AS 'MODULE_PATHNAME', 'berita_minhash128_cmp'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_cmp(berita.minhash128, berita.minhash128) IS 'less, equal or greater: an order without meaning, for indexes';

CREATE FUNCTION berita.minhash128_hash(berita.minhash128) RETURNS int
	AS 'MODULE_PATHNAME', 'berita_minhash128_hash'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_hash(berita.minhash128) IS 'hash, the same on every machine';

CREATE FUNCTION berita.minhash128_hash_extended(berita.minhash128, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'berita_minhash128_hash_extended'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_hash_extended(berita.minhash128, bigint) IS 'seeded hash, the same on every machine';

CREATE OPERATOR CLASS berita.minhash128_ops DEFAULT FOR TYPE berita.minhash128 USING btree AS
	OPERATOR 1 berita.<, OPERATOR 2 berita.<=, OPERATOR 3 berita.=, OPERATOR 4 berita.>=, OPERATOR 5 berita.>,
	FUNCTION 1 berita.minhash128_cmp(berita.minhash128, berita.minhash128);
COMMENT ON OPERATOR CLASS berita.minhash128_ops USING btree IS 'minhash128: sorting, grouping, exact copies';

CREATE OPERATOR CLASS berita.minhash128_ops DEFAULT FOR TYPE berita.minhash128 USING hash AS
	OPERATOR 1 berita.=,
	FUNCTION 1 berita.minhash128_hash(berita.minhash128),
	FUNCTION 2 berita.minhash128_hash_extended(berita.minhash128, bigint);
COMMENT ON OPERATOR CLASS berita.minhash128_ops USING hash IS 'minhash128: exact copies, hash joins, partitions';

CREATE FUNCTION berita.minhash(body text) RETURNS berita.minhash128
	AS 'MODULE_PATHNAME', 'berita_minhash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION berita.minhash(text) IS 'MinHash of exactly this text; NULL for no words';

CREATE FUNCTION berita.similarity(berita.minhash128, berita.minhash128) RETURNS double precision
	AS 'MODULE_PATHNAME', 'berita_similarity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.similarity(berita.minhash128, berita.minhash128) IS 'estimated share of the shingles of both that are shared (Jaccard), 0 to 1; raises where versions differ';

CREATE FUNCTION berita.minhash128_distance(berita.minhash128, berita.minhash128) RETURNS double precision
	AS 'MODULE_PATHNAME', 'berita_minhash128_distance'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash128_distance(berita.minhash128, berita.minhash128) IS 'implementation of <-> operator';

CREATE OPERATOR berita.<-> (
	LEFTARG = berita.minhash128, RIGHTARG = berita.minhash128, FUNCTION = berita.minhash128_distance, COMMUTATOR = OPERATOR(berita.<->));
COMMENT ON OPERATOR berita.<-> (berita.minhash128, berita.minhash128) IS '1 - similarity';

CREATE FUNCTION berita.minhash_unite(berita.minhash128, berita.minhash128) RETURNS berita.minhash128
	AS 'MODULE_PATHNAME', 'berita_minhash128_unite'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.minhash_unite(berita.minhash128, berita.minhash128) IS 'signature of both texts as one';

CREATE AGGREGATE berita.minhash_union(berita.minhash128) (
	SFUNC = berita.minhash_unite, STYPE = berita.minhash128, COMBINEFUNC = berita.minhash_unite, PARALLEL = SAFE);
COMMENT ON AGGREGATE berita.minhash_union(berita.minhash128) IS 'signature of all texts as one';

-- How good the frozen banding (32 bands of 4 slots) is at any threshold.
CREATE TYPE berita.banding AS (bands int, rows int, recall double precision, mean_recall double precision, false_candidates double precision);
COMMENT ON TYPE berita.banding IS 'share of pairs that near() lets through as candidates: at the threshold, evenly above it, evenly below it';

CREATE FUNCTION berita.minhash_banding(threshold double precision) RETURNS berita.banding
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
	RETURN (WITH step AS (
			SELECT 1 - (1 - s ^ 4) ^ 32 AS found, s >= threshold AS above
			FROM pg_catalog.generate_series(1, 1999, 2) AS i, LATERAL (SELECT i / 2000.0::double precision AS s) AS at)
		SELECT ROW(32, 4, 1 - (1 - threshold ^ 4) ^ 32,
			pg_catalog.avg(found) FILTER (WHERE above), pg_catalog.avg(found) FILTER (WHERE NOT above))::berita.banding
		FROM step);
COMMENT ON FUNCTION berita.minhash_banding(double precision) IS 'recall and false candidates of near(minhash128, minhash128, threshold)';
