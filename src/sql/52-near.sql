-- # Near: predicates that indexes answer
--
-- near(a, b, threshold) is a plain predicate with its threshold in the query.  Its
-- support function makes column <@ around(other, threshold) of it, which the GIN
-- operator classes answer; rows are the same with and without an index.
--
-- amvalidate() wants the query and consistent functions of GIN declared with the
-- indexed type; what they are given is a ball.

CREATE TYPE berita.ball;

CREATE FUNCTION berita.ball_in(cstring) RETURNS berita.ball
	AS 'MODULE_PATHNAME', 'berita_ball_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.ball_in(cstring) IS 'text input';

CREATE FUNCTION berita.ball_out(berita.ball) RETURNS cstring
	AS 'MODULE_PATHNAME', 'berita_ball_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.ball_out(berita.ball) IS 'text output';

CREATE FUNCTION berita.ball_recv(internal) RETURNS berita.ball
	AS 'MODULE_PATHNAME', 'berita_ball_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.ball_recv(internal) IS 'binary input';

CREATE FUNCTION berita.ball_send(berita.ball) RETURNS bytea
	AS 'MODULE_PATHNAME', 'berita_ball_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.ball_send(berita.ball) IS 'binary output';

CREATE TYPE berita.ball (
	INPUT = berita.ball_in, OUTPUT = berita.ball_out, RECEIVE = berita.ball_recv, SEND = berita.ball_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = extended);
COMMENT ON TYPE berita.ball IS 'a signature with a threshold: what near() asks an index';

CREATE FUNCTION berita.around(berita.simhash64, max_distance int) RETURNS berita.ball
	AS 'MODULE_PATHNAME', 'berita_ball_around_simhash64'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.around(berita.simhash64, int) IS 'hashes within this distance';

CREATE FUNCTION berita.around(berita.minhash128, min_similarity double precision) RETURNS berita.ball
	AS 'MODULE_PATHNAME', 'berita_ball_around_minhash128'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.around(berita.minhash128, double precision) IS 'signatures at least so similar';

CREATE FUNCTION berita.around(berita.fingerprint_set, min_containment double precision) RETURNS berita.ball
	AS 'MODULE_PATHNAME', 'berita_ball_around_fingerprint_set'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.around(berita.fingerprint_set, double precision) IS 'sets of which at least this share is in the given one';

CREATE FUNCTION berita.covering(berita.fingerprint_set, min_containment double precision) RETURNS berita.ball
	AS 'MODULE_PATHNAME', 'berita_ball_covering'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.covering(berita.fingerprint_set, double precision) IS 'sets that hold at least this share of the given one';

CREATE FUNCTION berita.ball_sel(internal, oid, internal, int) RETURNS double precision
	AS 'MODULE_PATHNAME', 'berita_ball_sel'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.ball_sel(internal, oid, internal, int) IS 'selectivity of <@';

CREATE FUNCTION berita.ball_joinsel(internal, oid, internal, smallint, internal) RETURNS double precision
	AS 'MODULE_PATHNAME', 'berita_ball_joinsel'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.ball_joinsel(internal, oid, internal, smallint, internal) IS 'join selectivity of <@';

CREATE FUNCTION berita.ball_has(berita.simhash64, berita.ball) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_ball_has_simhash64'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 10;
COMMENT ON FUNCTION berita.ball_has(berita.simhash64, berita.ball) IS 'implementation of <@ operator';

CREATE OPERATOR berita.<@ (
	LEFTARG = berita.simhash64, RIGHTARG = berita.ball, FUNCTION = berita.ball_has, RESTRICT = berita.ball_sel, JOIN = berita.ball_joinsel);
COMMENT ON OPERATOR berita.<@ (berita.simhash64, berita.ball) IS 'lies in the ball: what near() asks an index';

CREATE FUNCTION berita.ball_has(berita.minhash128, berita.ball) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_ball_has_minhash128'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 10;
COMMENT ON FUNCTION berita.ball_has(berita.minhash128, berita.ball) IS 'implementation of <@ operator';

CREATE OPERATOR berita.<@ (
	LEFTARG = berita.minhash128, RIGHTARG = berita.ball, FUNCTION = berita.ball_has, RESTRICT = berita.ball_sel, JOIN = berita.ball_joinsel);
COMMENT ON OPERATOR berita.<@ (berita.minhash128, berita.ball) IS 'lies in the ball: what near() asks an index';

CREATE FUNCTION berita.ball_has(berita.fingerprint_set, berita.ball) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_ball_has_fingerprint_set'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 10;
COMMENT ON FUNCTION berita.ball_has(berita.fingerprint_set, berita.ball) IS 'implementation of <@ operator';

CREATE OPERATOR berita.<@ (
	LEFTARG = berita.fingerprint_set, RIGHTARG = berita.ball, FUNCTION = berita.ball_has, RESTRICT = berita.ball_sel, JOIN = berita.ball_joinsel);
COMMENT ON OPERATOR berita.<@ (berita.fingerprint_set, berita.ball) IS 'lies in the ball: what near() asks an index';

CREATE FUNCTION berita.near_support(internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_near_support'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.near_support(internal) IS 'planner support of near()';

CREATE FUNCTION berita.near_covering_support(internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_near_covering_support'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.near_covering_support(internal) IS 'planner support of near() on fingerprint_set';

CREATE FUNCTION berita.near(berita.simhash64, berita.simhash64, max_distance int) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_simhash64_near'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 10 SUPPORT berita.near_support;
COMMENT ON FUNCTION berita.near(berita.simhash64, berita.simhash64, int) IS 'do they differ in at most so many bits? Uses an index';

CREATE FUNCTION berita.near(berita.minhash128, berita.minhash128, min_similarity double precision) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_minhash128_near'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 10 SUPPORT berita.near_support;
COMMENT ON FUNCTION berita.near(berita.minhash128, berita.minhash128, double precision) IS 'is the estimated similarity at least so much, and does one of 32 bands agree? Uses an index; minhash_banding() tells the recall';

CREATE FUNCTION berita.near(berita.fingerprint_set, berita.fingerprint_set, min_containment double precision) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_near'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 10 SUPPORT berita.near_covering_support;
COMMENT ON FUNCTION berita.near(berita.fingerprint_set, berita.fingerprint_set, double precision) IS 'is at least this share of the first in the second? Uses an index on either side';

CREATE FUNCTION berita.gin_simhash64_options(internal) RETURNS void
	AS 'MODULE_PATHNAME', 'berita_gin_simhash64_options'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_simhash64_options(internal) IS 'index support: options';

CREATE FUNCTION berita.gin_simhash64_value(berita.simhash64, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_gin_simhash64_value'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_simhash64_value(berita.simhash64, internal) IS 'index support: the keys of a value';

CREATE FUNCTION berita.gin_simhash64_query(berita.simhash64, internal, smallint, internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_gin_simhash64_query'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_simhash64_query(berita.simhash64, internal, smallint, internal, internal, internal, internal) IS 'index support: the keys to look up';

CREATE FUNCTION berita.gin_simhash64_consistent(internal, smallint, berita.simhash64, int, internal, internal, internal) RETURNS "char"
	AS 'MODULE_PATHNAME', 'berita_gin_consistent'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_simhash64_consistent(internal, smallint, berita.simhash64, int, internal, internal, internal) IS 'index support: could a row with these keys match';

CREATE OPERATOR CLASS berita.simhash64_ops DEFAULT FOR TYPE berita.simhash64 USING gin AS
	OPERATOR 1 berita.<@ (berita.simhash64, berita.ball),
	FUNCTION 2 (berita.simhash64, berita.simhash64) berita.gin_simhash64_value(berita.simhash64, internal),
	FUNCTION 3 (berita.simhash64, berita.simhash64) berita.gin_simhash64_query(berita.simhash64, internal, smallint, internal, internal, internal, internal),
	FUNCTION 6 (berita.simhash64, berita.simhash64) berita.gin_simhash64_consistent(internal, smallint, berita.simhash64, int, internal, internal, internal),
	FUNCTION 7 (berita.simhash64) berita.gin_simhash64_options(internal),
	STORAGE int;
COMMENT ON OPERATOR CLASS berita.simhash64_ops USING gin IS 'near() on simhash64; option blocks = 2 to 4';

CREATE FUNCTION berita.gin_minhash128_options(internal) RETURNS void
	AS 'MODULE_PATHNAME', 'berita_gin_minhash128_options'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_minhash128_options(internal) IS 'index support: options';

CREATE FUNCTION berita.gin_minhash128_value(berita.minhash128, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_gin_minhash128_value'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_minhash128_value(berita.minhash128, internal) IS 'index support: the keys of a value';

CREATE FUNCTION berita.gin_minhash128_query(berita.minhash128, internal, smallint, internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_gin_minhash128_query'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_minhash128_query(berita.minhash128, internal, smallint, internal, internal, internal, internal) IS 'index support: the keys to look up';

CREATE FUNCTION berita.gin_minhash128_consistent(internal, smallint, berita.minhash128, int, internal, internal, internal) RETURNS "char"
	AS 'MODULE_PATHNAME', 'berita_gin_consistent'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_minhash128_consistent(internal, smallint, berita.minhash128, int, internal, internal, internal) IS 'index support: could a row with these keys match';

CREATE OPERATOR CLASS berita.minhash128_ops DEFAULT FOR TYPE berita.minhash128 USING gin AS
	OPERATOR 1 berita.<@ (berita.minhash128, berita.ball),
	FUNCTION 2 (berita.minhash128, berita.minhash128) berita.gin_minhash128_value(berita.minhash128, internal),
	FUNCTION 3 (berita.minhash128, berita.minhash128) berita.gin_minhash128_query(berita.minhash128, internal, smallint, internal, internal, internal, internal),
	FUNCTION 6 (berita.minhash128, berita.minhash128) berita.gin_minhash128_consistent(internal, smallint, berita.minhash128, int, internal, internal, internal),
	FUNCTION 7 (berita.minhash128) berita.gin_minhash128_options(internal),
	STORAGE int;
COMMENT ON OPERATOR CLASS berita.minhash128_ops USING gin IS 'near() on minhash128; option key_bits = 12 to 27';

CREATE FUNCTION berita.gin_fingerprint_set_value(berita.fingerprint_set, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_gin_fingerprint_set_value'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_fingerprint_set_value(berita.fingerprint_set, internal) IS 'index support: the keys of a value';

CREATE FUNCTION berita.gin_fingerprint_set_query(berita.fingerprint_set, internal, smallint, internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'berita_gin_fingerprint_set_query'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_fingerprint_set_query(berita.fingerprint_set, internal, smallint, internal, internal, internal, internal) IS 'index support: the keys to look up';

CREATE FUNCTION berita.gin_fingerprint_set_consistent(internal, smallint, berita.fingerprint_set, int, internal, internal, internal) RETURNS "char"
	AS 'MODULE_PATHNAME', 'berita_gin_consistent'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.gin_fingerprint_set_consistent(internal, smallint, berita.fingerprint_set, int, internal, internal, internal) IS 'index support: could a row with these keys match';

CREATE OPERATOR CLASS berita.fingerprint_set_ops DEFAULT FOR TYPE berita.fingerprint_set USING gin AS
	OPERATOR 1 berita.<@ (berita.fingerprint_set, berita.ball),
	FUNCTION 2 (berita.fingerprint_set, berita.fingerprint_set) berita.gin_fingerprint_set_value(berita.fingerprint_set, internal),
	FUNCTION 3 (berita.fingerprint_set, berita.fingerprint_set) berita.gin_fingerprint_set_query(berita.fingerprint_set, internal, smallint, internal, internal, internal, internal),
	FUNCTION 6 (berita.fingerprint_set, berita.fingerprint_set) berita.gin_fingerprint_set_consistent(internal, smallint, berita.fingerprint_set, int, internal, internal, internal),
	STORAGE int;
COMMENT ON OPERATOR CLASS berita.fingerprint_set_ops USING gin IS 'near() on fingerprint_set';
