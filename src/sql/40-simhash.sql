-- # SimHash
--
-- 64 bits of which near-identical texts share most.  Text form: 16 hexadecimal
-- digits.

CREATE TYPE berita.simhash64;

CREATE FUNCTION berita.simhash64_in(cstring) RETURNS berita.simhash64
	AS 'MODULE_PATHNAME', 'berita_simhash64_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_in(cstring) IS 'text input';

CREATE FUNCTION berita.simhash64_out(berita.simhash64) RETURNS cstring
	AS 'MODULE_PATHNAME', 'berita_simhash64_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_out(berita.simhash64) IS 'text output';

CREATE FUNCTION berita.simhash64_recv(internal) RETURNS berita.simhash64
	AS 'MODULE_PATHNAME', 'berita_simhash64_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_recv(internal) IS 'binary input';

CREATE FUNCTION berita.simhash64_send(berita.simhash64) RETURNS bytea
	AS 'MODULE_PATHNAME', 'berita_simhash64_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_send(berita.simhash64) IS 'binary output';

CREATE TYPE berita.simhash64 (
	INPUT = berita.simhash64_in, OUTPUT = berita.simhash64_out, RECEIVE = berita.simhash64_recv, SEND = berita.simhash64_send,
	LIKE = bigint);
COMMENT ON TYPE berita.simhash64 IS 'SimHash of a text, 64 bits; hamming() counts those that differ';

CREATE FUNCTION berita.simhash64_eq(berita.simhash64, berita.simhash64) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_simhash64_eq'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_eq(berita.simhash64, berita.simhash64) IS 'implementation of = operator';

CREATE FUNCTION berita.simhash64_ne(berita.simhash64, berita.simhash64) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_simhash64_ne'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_ne(berita.simhash64, berita.simhash64) IS 'implementation of <> operator';

CREATE FUNCTION berita.simhash64_lt(berita.simhash64, berita.simhash64) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_simhash64_lt'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_lt(berita.simhash64, berita.simhash64) IS 'implementation of < operator';

CREATE FUNCTION berita.simhash64_le(berita.simhash64, berita.simhash64) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_simhash64_le'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_le(berita.simhash64, berita.simhash64) IS 'implementation of <= operator';

CREATE FUNCTION berita.simhash64_gt(berita.simhash64, berita.simhash64) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_simhash64_gt'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_gt(berita.simhash64, berita.simhash64) IS 'implementation of > operator';

CREATE FUNCTION berita.simhash64_ge(berita.simhash64, berita.simhash64) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_simhash64_ge'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_ge(berita.simhash64, berita.simhash64) IS 'implementation of >= operator';

CREATE OPERATOR berita.= (
	LEFTARG = berita.simhash64, RIGHTARG = berita.simhash64, FUNCTION = berita.simhash64_eq,
	COMMUTATOR = OPERATOR(berita.=), NEGATOR = OPERATOR(berita.<>), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR berita.= (berita.simhash64, berita.simhash64) IS 'equal';

CREATE OPERATOR berita.<> (
	LEFTARG = berita.simhash64, RIGHTARG = berita.simhash64, FUNCTION = berita.simhash64_ne,
	COMMUTATOR = OPERATOR(berita.<>), NEGATOR = OPERATOR(berita.=), RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR berita.<> (berita.simhash64, berita.simhash64) IS 'not equal';

CREATE OPERATOR berita.< (
	LEFTARG = berita.simhash64, RIGHTARG = berita.simhash64, FUNCTION = berita.simhash64_lt,
	COMMUTATOR = OPERATOR(berita.>), NEGATOR = OPERATOR(berita.>=), RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
COMMENT ON OPERATOR berita.< (berita.simhash64, berita.simhash64) IS 'less than';

CREATE OPERATOR berita.<= (
	LEFTARG = berita.simhash64, RIGHTARG = berita.simhash64, FUNCTION = berita.simhash64_le,
	COMMUTATOR = OPERATOR(berita.>=), NEGATOR = OPERATOR(berita.>), RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
COMMENT ON OPERATOR berita.<= (berita.simhash64, berita.simhash64) IS 'less than or equal';

CREATE OPERATOR berita.> (
	LEFTARG = berita.simhash64, RIGHTARG = berita.simhash64, FUNCTION = berita.simhash64_gt,
	COMMUTATOR = OPERATOR(berita.<), NEGATOR = OPERATOR(berita.<=), RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
COMMENT ON OPERATOR berita.> (berita.simhash64, berita.simhash64) IS 'greater than';

CREATE OPERATOR berita.>= (
	LEFTARG = berita.simhash64, RIGHTARG = berita.simhash64, FUNCTION = berita.simhash64_ge,
	COMMUTATOR = OPERATOR(berita.<=), NEGATOR = OPERATOR(berita.<), RESTRICT = scalargesel, JOIN = scalargejoinsel);
COMMENT ON OPERATOR berita.>= (berita.simhash64, berita.simhash64) IS 'greater than or equal';

CREATE FUNCTION berita.simhash64_cmp(berita.simhash64, berita.simhash64) RETURNS int
	AS 'MODULE_PATHNAME', 'berita_simhash64_cmp'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_cmp(berita.simhash64, berita.simhash64) IS 'less, equal or greater: an order without meaning, for indexes';

CREATE FUNCTION berita.simhash64_hash(berita.simhash64) RETURNS int
	AS 'MODULE_PATHNAME', 'berita_simhash64_hash'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_hash(berita.simhash64) IS 'hash, the same on every machine';

CREATE FUNCTION berita.simhash64_hash_extended(berita.simhash64, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'berita_simhash64_hash_extended'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_hash_extended(berita.simhash64, bigint) IS 'seeded hash, the same on every machine';

CREATE OPERATOR CLASS berita.simhash64_ops DEFAULT FOR TYPE berita.simhash64 USING btree AS
	OPERATOR 1 berita.<, OPERATOR 2 berita.<=, OPERATOR 3 berita.=, OPERATOR 4 berita.>=, OPERATOR 5 berita.>,
	FUNCTION 1 berita.simhash64_cmp(berita.simhash64, berita.simhash64);
COMMENT ON OPERATOR CLASS berita.simhash64_ops USING btree IS 'simhash64: sorting, grouping, exact copies';

CREATE OPERATOR CLASS berita.simhash64_ops DEFAULT FOR TYPE berita.simhash64 USING hash AS
	OPERATOR 1 berita.=,
	FUNCTION 1 berita.simhash64_hash(berita.simhash64),
	FUNCTION 2 berita.simhash64_hash_extended(berita.simhash64, bigint);
COMMENT ON OPERATOR CLASS berita.simhash64_ops USING hash IS 'simhash64: exact copies, hash joins, partitions';

CREATE CAST (berita.simhash64 AS bigint) WITHOUT FUNCTION;
COMMENT ON CAST (berita.simhash64 AS bigint) IS 'the same 64 bits';

CREATE CAST (bigint AS berita.simhash64) WITHOUT FUNCTION;
COMMENT ON CAST (bigint AS berita.simhash64) IS 'the same 64 bits';

CREATE FUNCTION berita.simhash64_bits(berita.simhash64) RETURNS bit
	AS 'MODULE_PATHNAME', 'berita_simhash64_to_bit'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_bits(berita.simhash64) IS 'as 64 bits, the highest first';

CREATE CAST (berita.simhash64 AS bit) WITH FUNCTION berita.simhash64_bits(berita.simhash64);
COMMENT ON CAST (berita.simhash64 AS bit) IS 'the same 64 bits, the highest first';

CREATE FUNCTION berita.simhash64_of_bits(bit) RETURNS berita.simhash64
	AS 'MODULE_PATHNAME', 'berita_simhash64_from_bit'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_of_bits(bit) IS 'from 64 bits, the highest first';

CREATE CAST (bit AS berita.simhash64) WITH FUNCTION berita.simhash64_of_bits(bit);
COMMENT ON CAST (bit AS berita.simhash64) IS 'the same 64 bits, the highest first';

CREATE FUNCTION berita.simhash(body text) RETURNS berita.simhash64
	AS 'MODULE_PATHNAME', 'berita_simhash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION berita.simhash(text) IS 'SimHash of exactly this text; NULL for no words; unfit for fewer than 50 words';

CREATE FUNCTION berita.hamming(berita.simhash64, berita.simhash64) RETURNS int
	AS 'MODULE_PATHNAME', 'berita_hamming'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.hamming(berita.simhash64, berita.simhash64) IS 'number of bits that differ, 0 to 64';

CREATE FUNCTION berita.simhash64_distance(berita.simhash64, berita.simhash64) RETURNS double precision
	AS 'MODULE_PATHNAME', 'berita_simhash64_distance'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.simhash64_distance(berita.simhash64, berita.simhash64) IS 'implementation of <-> operator';

CREATE OPERATOR berita.<-> (
	LEFTARG = berita.simhash64, RIGHTARG = berita.simhash64, FUNCTION = berita.simhash64_distance, COMMUTATOR = OPERATOR(berita.<->));
COMMENT ON OPERATOR berita.<-> (berita.simhash64, berita.simhash64) IS 'number of bits that differ';
