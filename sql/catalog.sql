-- The house rules, asked of the catalog: offenders only, so nothing may come out.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS berita;
RESET client_min_messages;
-- Everything that belongs to the extension.
CREATE TEMP TABLE member AS
	SELECT d.classid, d.objid, pg_describe_object(d.classid, d.objid, 0) AS what
	FROM pg_depend d JOIN pg_extension e ON d.refobjid = e.oid
	WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'berita';
-- What may break a rule, and which: i may be not IMMUTABLE, s not STRICT, p not PARALLEL SAFE.
CREATE TEMP TABLE exempt (name text PRIMARY KEY, rules text);
INSERT INTO exempt VALUES
	-- these read the lexicon
	('quotes', 'i'), ('sources', 'i'), ('people', 'i'), ('highlight', 'i'), ('lexicon_entries', 'i'),
	-- these take a query
	('near_duplicates', 'ip'), ('clusters', 'ip'), ('term_stats', 'ip'), ('keyness', 'ip'),
	('quote_trace', 'ip'), ('speakers', 'ip'), ('boilerplate', 'ip'), ('corpus_rows', 'ip'),
	-- these make, read or write tables
	('attach', 'isp'), ('attach_sql', 'isp'), ('detach', 'isp'), ('refresh', 'isp'),
	('status', 'isp'), ('doctor', 'isp'), ('report', 'isp'),
	-- these are their steps
	('analysis_version', 'i'), ('attach_adopt', 'i'), ('attach_grants', 'i'), ('attach_index', 'i'), ('attach_options', 'i'),
	('attach_owner', 'i'), ('attach_plan', 'is'), ('attach_policies', 'i'), ('attach_renames', 'i'), ('attach_source', 'i'),
	('attach_table', 'i'), ('attach_tables', 'i'), ('attach_triggers', 'i'), ('attach_views', 'i'), ('attached_columns', 'i'),
	('check_column', 'is'), ('doctor_columns', 'is'), ('doctor_generated', 'is'), ('doctor_installation', 'is'), ('doctor_sides', 'is'), ('doctor_trigger', 'is'), ('key_column', 'i'),
	('key_name', 'i'), ('key_type', 'i'), ('pair_articles', 'isp'), ('refresh_batch', 'isp'), ('refresh_line', 'i'),
	('refresh_pairs', 'ip'), ('refresh_plan', 'is'), ('refresh_sql', 'i'), ('refresh_step', 'ip'), ('report_article', 'i'),
	('report_cluster', 'i'), ('report_clusters', 'i'), ('report_date', 'i'), ('report_figures', 'i'), ('report_header', 'is'),
	('report_lag', 'i'), ('report_options', 'i'), ('report_query', 'i'), ('report_reading', 'i'), ('report_section', 's'),
	('report_shares', 'i'), ('report_sources', 'i'), ('report_time', 'i'), ('report_who', 'i'), ('run_as_owner', 'isp'),
	('side_table', 'i'), ('source_column', 'i');
-- Functions: volatility, STRICT, PARALLEL, rights, names.
SELECT m.what, offence
FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND p.oid = m.objid
	LEFT JOIN exempt x ON x.name = p.proname AND p.pronamespace = 'berita'::regnamespace,
	LATERAL (VALUES
		(p.pronamespace <> 'berita'::regnamespace, 'outside the schema'),
		(p.provolatile <> 'i' AND p.prorettype <> 'trigger'::regtype AND coalesce(x.rules, '') !~ 'i', 'not IMMUTABLE'),
		(NOT p.proisstrict AND p.prokind = 'f' AND p.prorettype <> 'trigger'::regtype AND coalesce(x.rules, '') !~ 's', 'not STRICT'),
		(p.proparallel <> 's' AND p.prorettype <> 'trigger'::regtype AND coalesce(x.rules, '') !~ 'p', 'not PARALLEL SAFE'),
		(p.prosecdef, 'SECURITY DEFINER'),
		(p.proacl IS NOT NULL, 'own rights'),
		(p.prosrc !~ '^berita_' AND p.prolang = (SELECT oid FROM pg_language WHERE lanname = 'c'), 'symbol not named berita_'),
		(p.prosqlbody IS NULL AND p.prolang = (SELECT oid FROM pg_language WHERE lanname = 'sql'), 'SQL body not bound at creation'),
		(p.prokind = 'f' AND p.prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql')
			AND NOT coalesce(array_to_string(p.proconfig, ' ') ~ 'search_path=pg_catalog, *pg_temp', false), 'search_path not pinned'),
		(EXISTS (SELECT FROM pg_type t WHERE t.typname = p.proname AND t.typnamespace = p.pronamespace AND t.typtype <> 'c')
			AND p.prorettype <> 'cstring'::regtype, 'shares its name with a type')
	) AS rule (broken, offence)
WHERE broken
ORDER BY 1, 2;
-- A comment on every object; array types and the row types of tables have none of their own.
SELECT m.what AS without_comment
FROM member m
WHERE obj_description(m.objid, m.classid::regclass::name) IS NULL
	AND NOT (m.classid = 'pg_type'::regclass AND EXISTS (
		SELECT FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
		WHERE t.oid = m.objid AND (t.typelem <> 0 AND t.typsubscript = 'array_subscript_handler'::regproc OR c.relkind IN ('r', 'v', 'S'))))
	AND NOT (m.classid = 'pg_opfamily'::regclass AND EXISTS (
		SELECT FROM pg_opclass c JOIN pg_opfamily f ON c.opcfamily = f.oid AND c.opcname = f.opfname WHERE f.oid = m.objid))
	AND NOT (m.classid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_class c WHERE c.oid = m.objid AND c.relkind IN ('S', 'i', 't')))
	AND m.classid NOT IN ('pg_trigger'::regclass, 'pg_rewrite'::regclass, 'pg_constraint'::regclass, 'pg_attrdef'::regclass)
ORDER BY 1;
-- Columns of tables and views say what they hold.
SELECT c.relname, a.attname AS column_without_comment
FROM member m JOIN pg_class c ON m.classid = 'pg_class'::regclass AND c.oid = m.objid AND c.relkind IN ('r', 'v')
	JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE col_description(c.oid, a.attnum) IS NULL AND obj_description(c.oid, 'pg_class') IS NULL
ORDER BY 1, 2;
-- Operator classes that the server finds wanting.
SELECT m.what AS invalid
FROM member m
WHERE CASE WHEN m.classid = 'pg_opclass'::regclass THEN NOT amvalidate(m.objid) END
ORDER BY 1;
-- Base types: binary I/O too, and an array type.
SELECT t.typname, t.typsend, t.typreceive
FROM member m JOIN pg_type t ON m.classid = 'pg_type'::regclass AND t.oid = m.objid
WHERE t.typtype = 'b' AND t.typelem = 0 AND (t.typsend = 0 OR t.typreceive = 0 OR t.typarray = 0)
ORDER BY 1;
-- Operators: commutators and negators stated both ways, estimators for those that return boolean.
SELECT o.oid::regoperator AS operator, o.oprcom, o.oprrest, o.oprjoin
FROM member m JOIN pg_operator o ON m.classid = 'pg_operator'::regclass AND o.oid = m.objid
WHERE o.oprresult = 'boolean'::regtype AND (o.oprrest = 0 OR o.oprjoin = 0)
	OR o.oprname IN ('=', '<>') AND (o.oprcom = 0 OR o.oprnegate = 0)
ORDER BY 1;
-- Aggregates: mergeable, with a state that can be sent.
SELECT a.aggfnoid::regprocedure AS aggregate
FROM member m JOIN pg_aggregate a ON m.classid = 'pg_proc'::regclass AND a.aggfnoid = m.objid
WHERE a.aggcombinefn = 0 OR a.aggtranstype = 'internal'::regtype
ORDER BY 1;
-- Who may do what: everybody may use, nobody may plant.
SELECT has_schema_privilege('public', 'berita', 'USAGE') AS usable, has_schema_privilege('public', 'berita', 'CREATE') AS plantable;
