-- # Fingerprints
--
-- A winnowed set of hashes of word 5-shingles: whoever copies twelve words in a
-- row shares one.  Text form: format:profile:words:flag:hexadecimal digits, eight
-- for each fingerprint, ascending.

CREATE TYPE berita.fingerprint_set;

CREATE FUNCTION berita.fingerprint_set_in(cstring) RETURNS berita.fingerprint_set
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_in(cstring) IS 'text input';

CREATE FUNCTION berita.fingerprint_set_out(berita.fingerprint_set) RETURNS cstring
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_out(berita.fingerprint_set) IS 'text output';

CREATE FUNCTION berita.fingerprint_set_recv(internal) RETURNS berita.fingerprint_set
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_recv(internal) IS 'binary input';

CREATE FUNCTION berita.fingerprint_set_send(berita.fingerprint_set) RETURNS bytea
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_send(berita.fingerprint_set) IS 'binary output';

CREATE TYPE berita.fingerprint_set (
	INPUT = berita.fingerprint_set_in, OUTPUT = berita.fingerprint_set_out, RECEIVE = berita.fingerprint_set_recv, SEND = berita.fingerprint_set_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = int4, STORAGE = external);
COMMENT ON TYPE berita.fingerprint_set IS 'winnowed fingerprints of a text; containment() tells which share of one is in another';

CREATE FUNCTION berita.fingerprint_set_eq(berita.fingerprint_set, berita.fingerprint_set) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_eq'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_eq(berita.fingerprint_set, berita.fingerprint_set) IS 'implementation of = operator';

CREATE FUNCTION berita.fingerprint_set_ne(berita.fingerprint_set, berita.fingerprint_set) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_ne'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_ne(berita.fingerprint_set, berita.fingerprint_set) IS 'implementation of <> operator';

CREATE FUNCTION berita.fingerprint_set_lt(berita.fingerprint_set, berita.fingerprint_set) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_lt'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_lt(berita.fingerprint_set, berita.fingerprint_set) IS 'implementation of < operator';

CREATE FUNCTION berita.fingerprint_set_le(berita.fingerprint_set, berita.fingerprint_set) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_le'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_le(berita.fingerprint_set, berita.fingerprint_set) IS 'implementation of <= operator';

CREATE FUNCTION berita.fingerprint_set_gt(berita.fingerprint_set, berita.fingerprint_set) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_gt'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_gt(berita.fingerprint_set, berita.fingerprint_set) IS 'implementation of > operator';

CREATE FUNCTION berita.fingerprint_set_ge(berita.fingerprint_set, berita.fingerprint_set) RETURNS boolean
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_ge'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_ge(berita.fingerprint_set, berita.fingerprint_set) IS 'implementation of >= operator';

CREATE OPERATOR berita.= (
	LEFTARG = berita.fingerprint_set, RIGHTARG = berita.fingerprint_set, FUNCTION = berita.fingerprint_set_eq,
	COMMUTATOR = OPERATOR(berita.=), NEGATOR = OPERATOR(berita.<>), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR berita.= (berita.fingerprint_set, berita.fingerprint_set) IS 'equal';

CREATE OPERATOR berita.<> (
	LEFTARG = berita.fingerprint_set, RIGHTARG = berita.fingerprint_set, FUNCTION = berita.fingerprint_set_ne,
	COMMUTATOR = OPERATOR(berita.<>), NEGATOR = OPERATOR(berita.=), RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR berita.<> (berita.fingerprint_set, berita.fingerprint_set) IS 'not equal';

CREATE OPERATOR berita.< (
	LEFTARG = berita.fingerprint_set, RIGHTARG = berita.fingerprint_set, FUNCTION = berita.fingerprint_set_lt,
	COMMUTATOR = OPERATOR(berita.>), NEGATOR = OPERATOR(berita.>=), RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
COMMENT ON OPERATOR berita.< (berita.fingerprint_set, berita.fingerprint_set) IS 'less than';

CREATE OPERATOR berita.<= (
	LEFTARG = berita.fingerprint_set, RIGHTARG = berita.fingerprint_set, FUNCTION = berita.fingerprint_set_le,
	COMMUTATOR = OPERATOR(berita.>=), NEGATOR = OPERATOR(berita.>), RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
COMMENT ON OPERATOR berita.<= (berita.fingerprint_set, berita.fingerprint_set) IS 'less than or equal';

CREATE OPERATOR berita.> (
	LEFTARG = berita.fingerprint_set, RIGHTARG = berita.fingerprint_set, FUNCTION = berita.fingerprint_set_gt,
	COMMUTATOR = OPERATOR(berita.<), NEGATOR = OPERATOR(berita.<=), RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
COMMENT ON OPERATOR berita.> (berita.fingerprint_set, berita.fingerprint_set) IS 'greater than';

CREATE OPERATOR berita.>= (
	LEFTARG = berita.fingerprint_set, RIGHTARG = berita.fingerprint_set, FUNCTION = berita.fingerprint_set_ge,
	COMMUTATOR = OPERATOR(berita.<=), NEGATOR = OPERATOR(berita.<), RESTRICT = scalargesel, JOIN = scalargejoinsel);
COMMENT ON OPERATOR berita.>= (berita.fingerprint_set, berita.fingerprint_set) IS 'greater than or equal';

CREATE FUNCTION berita.fingerprint_set_cmp(berita.fingerprint_set, berita.fingerprint_set) RETURNS int
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_cmp'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_cmp(berita.fingerprint_set, berita.fingerprint_set) IS 'less, equal or greater: an order without meaning, for indexes';

CREATE FUNCTION berita.fingerprint_set_hash(berita.fingerprint_set) RETURNS int
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_hash'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_hash(berita.fingerprint_set) IS 'hash, the same on every machine';

CREATE FUNCTION berita.fingerprint_set_hash_extended(berita.fingerprint_set, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_hash_extended'
	LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_set_hash_extended(berita.fingerprint_set, bigint) IS 'seeded hash, the same on every machine';

CREATE OPERATOR CLASS berita.fingerprint_set_ops DEFAULT FOR TYPE berita.fingerprint_set USING btree AS
	OPERATOR 1 berita.<, OPERATOR 2 berita.<=, OPERATOR 3 berita.=, OPERATOR 4 berita.>=, OPERATOR 5 berita.>,
	FUNCTION 1 berita.fingerprint_set_cmp(berita.fingerprint_set, berita.fingerprint_set);
COMMENT ON OPERATOR CLASS berita.fingerprint_set_ops USING btree IS 'fingerprint_set: sorting, grouping, exact copies';

CREATE OPERATOR CLASS berita.fingerprint_set_ops DEFAULT FOR TYPE berita.fingerprint_set USING hash AS
	OPERATOR 1 berita.=,
	FUNCTION 1 berita.fingerprint_set_hash(berita.fingerprint_set),
	FUNCTION 2 berita.fingerprint_set_hash_extended(berita.fingerprint_set, bigint);
COMMENT ON OPERATOR CLASS berita.fingerprint_set_ops USING hash IS 'fingerprint_set: exact copies, hash joins, partitions';

CREATE FUNCTION berita.fingerprints(body text) RETURNS berita.fingerprint_set
	AS 'MODULE_PATHNAME', 'berita_fingerprints'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION berita.fingerprints(text) IS 'fingerprints of exactly this text; NULL for no words';

CREATE FUNCTION berita.containment(berita.fingerprint_set, berita.fingerprint_set) RETURNS double precision
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_containment'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.containment(berita.fingerprint_set, berita.fingerprint_set) IS 'share of the fingerprints of the first that the second has, 0 to 1; raises where versions differ';

CREATE FUNCTION berita.fingerprint_count(berita.fingerprint_set) RETURNS int
	AS 'MODULE_PATHNAME', 'berita_fingerprint_set_count'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_count(berita.fingerprint_set) IS 'how many fingerprints a set holds';

CREATE FUNCTION berita.fingerprint_union_step(bytea, berita.fingerprint_set) RETURNS bytea
	AS 'MODULE_PATHNAME', 'berita_fingerprint_union_step'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_union_step(bytea, berita.fingerprint_set) IS 'aggregate transition';

CREATE FUNCTION berita.fingerprint_union_combine(bytea, bytea) RETURNS bytea
	AS 'MODULE_PATHNAME', 'berita_fingerprint_union_combine'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_union_combine(bytea, bytea) IS 'aggregate combine';

CREATE FUNCTION berita.fingerprint_union_final(bytea) RETURNS berita.fingerprint_set
	AS 'MODULE_PATHNAME', 'berita_fingerprint_union_final'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.fingerprint_union_final(bytea) IS 'aggregate result';

CREATE AGGREGATE berita.fingerprint_union(berita.fingerprint_set) (
	SFUNC = berita.fingerprint_union_step, STYPE = bytea, INITCOND = '', COMBINEFUNC = berita.fingerprint_union_combine,
	FINALFUNC = berita.fingerprint_union_final, FINALFUNC_MODIFY = READ_ONLY, PARALLEL = SAFE);
COMMENT ON AGGREGATE berita.fingerprint_union(berita.fingerprint_set) IS 'fingerprints of all texts as one set';
