
-- # Doctor
--
-- Looks at the installation, at generated columns and at every attached table;
-- each hint is, or ends in, the statement to type.

CREATE FUNCTION berita.doctor_installation() RETURNS TABLE (level text, subject text, finding text, hint text)
	LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	installed text := (SELECT extversion FROM pg_extension WHERE extname = 'berita');
BEGIN
	IF installed IS DISTINCT FROM berita.version() THEN
		RETURN QUERY SELECT 'error', 'extension berita', format('the library is version %s, the SQL objects are version %s', berita.version(), installed),
			format('ALTER EXTENSION berita UPDATE TO %L;', berita.version());
	END IF;
	IF NOT current_setting('berita.sync')::boolean THEN
		RETURN QUERY SELECT 'warning', 'setting berita.sync', 'it is off: triggers of attached tables write nothing', 'RESET berita.sync; then CALL berita.refresh(...), or find out who set it: SELECT setdatabase, setrole, setconfig FROM pg_db_role_setting;';
	END IF;
	IF getdatabaseencoding() = 'SQL_ASCII' THEN
		RETURN QUERY SELECT 'warning', 'database', 'its encoding is SQL_ASCII: offsets count bytes, and the server checks no text', 'CREATE DATABASE ... ENCODING ''UTF8'' TEMPLATE template0;';
	END IF;
END
$$;
COMMENT ON FUNCTION berita.doctor_installation() IS 'what berita.doctor finds about the installation';

CREATE FUNCTION berita.doctor_trigger(source regclass, attached jsonb) RETURNS TABLE (level text, subject text, finding text, hint text)
	LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	enabled	"char" := (SELECT tgenabled FROM pg_trigger WHERE tgrelid = source AND tgname = 'berita_sync');
	again	text := format('SELECT * FROM berita.attach(%L);', source);
BEGIN
	subject := source::text;
	IF NOT (attached -> 'triggers')::boolean THEN
		RETURN;
	ELSIF enabled IS NULL THEN
		RETURN QUERY SELECT 'error', subject, 'it has lost its trigger: changes are not analysed', format('SELECT * FROM berita.attach(%L, body => ''...''); then CALL berita.refresh(%L);', source, source);
	ELSIF enabled = 'D' THEN
		RETURN QUERY SELECT 'error', subject, 'its trigger is disabled: changes are not analysed', format('ALTER TABLE %s ENABLE TRIGGER berita_sync; CALL berita.refresh(%L, options => ''{"verify": true}'');', source, source);
	ELSIF enabled = 'O' AND EXISTS (SELECT FROM pg_subscription_rel WHERE srrelid = source) THEN
		RETURN QUERY SELECT 'warning', subject, 'it is filled by logical replication, which does not fire its trigger', format('ALTER TABLE %s ENABLE ALWAYS TRIGGER berita_sync; CALL berita.refresh(%L);', source, source);
	END IF;
	IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = source AND tgname = 'berita_truncate') THEN
		RETURN QUERY SELECT 'warning', subject, 'a TRUNCATE of it would leave the side tables as they are', again;
	END IF;
	IF NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = source AND i.indkey[0] = (SELECT tgattr[0] FROM pg_trigger WHERE tgrelid = source AND tgname = 'berita_sync')) THEN
		RETURN QUERY SELECT 'warning', subject, 'its key column leads no index: near-duplicates are compared by reading the whole table',
			format('CREATE INDEX ON %s (%I);', source, berita.attached_columns(source) ->> 'id');
	END IF;
END
$$;
COMMENT ON FUNCTION berita.doctor_trigger(regclass, jsonb) IS 'what berita.doctor finds about an attached table''s triggers';

CREATE FUNCTION berita.doctor_sides(source regclass, articles text) RETURNS TABLE (level text, subject text, finding text, hint text)
	LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	again	text := format('SELECT * FROM berita.attach(%L);', source);
	one		record;
BEGIN
	FOR one IN SELECT regexp_replace(articles, '_articles("?)$', '_' || kind || '\1') AS name
			FROM unnest('{articles,quotes,sources,people,signatures,copies}'::text[]) kind LOOP
		IF to_regclass(one.name) IS NULL THEN
			RETURN QUERY SELECT 'error', one.name, 'this side table is missing: changes of the table are not analysed', again || format(' CALL berita.refresh(%L);', source);
		ELSIF (SELECT s.relrowsecurity AND NOT t.relrowsecurity FROM pg_class s, pg_class t WHERE s.oid = source AND t.oid = to_regclass(one.name)) THEN
			RETURN QUERY SELECT 'error', one.name, format('%s has row-level security, this side table has not: it shows what is hidden there', source), again;
		END IF;
	END LOOP;
	IF regexp_replace(articles, '^.*\.|"', '', 'g') <> berita.side_prefix((SELECT relname FROM pg_class WHERE oid = source)) || '_berita_articles' THEN
		RETURN QUERY SELECT 'error', source::text, 'it was renamed, its side tables were not: changes are not analysed', again;
	END IF;
END
$$;
COMMENT ON FUNCTION berita.doctor_sides(regclass, text) IS 'what berita.doctor finds about an attached table''s side tables';

-- Stored generated columns whose expression uses the extension, or a text search
-- configuration over its parser.  "ours" is whether nothing is called that somebody
-- without rights may have planted: only such expressions are evaluated.
CREATE FUNCTION berita.doctor_columns() RETURNS TABLE (relation regclass, col name, type text, expression text, base name, pages int, ours boolean)
	LANGUAGE sql STABLE PARALLEL SAFE	-- reads the catalog
BEGIN ATOMIC
	WITH member AS (
		SELECT classid, objid FROM pg_depend
		WHERE refclassid = 'pg_extension'::regclass AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'berita') AND deptype = 'e'
			AND NOT EXISTS (SELECT FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner	-- whoever owns the extension may add to it
				WHERE classid = 'pg_proc'::regclass AND p.oid = objid AND NOT r.rolsuper AND r.rolname <> current_user)
	), uses AS (
		SELECT d.objid, d.refclassid, d.refobjid, d.refobjsubid, m.objid IS NOT NULL AS member,
			d.refclassid = 'pg_ts_config'::regclass AND EXISTS (SELECT FROM pg_ts_config c, pg_ts_parser p
				WHERE c.oid = d.refobjid AND p.oid = c.cfgparser AND p.prsnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'berita')) AS search
		FROM pg_depend d LEFT JOIN member m ON m.classid = d.refclassid AND m.objid = d.refobjid
		WHERE d.classid = 'pg_attrdef'::regclass
	), columns AS (
		SELECT e.oid, e.adrelid, a.attname, a.atttypid, a.atttypmod, e.adbin, c.relpages,
			(SELECT b.attname FROM uses u JOIN pg_attribute b ON b.attrelid = e.adrelid AND b.attnum = u.refobjsubid
				WHERE u.objid = e.oid AND u.refclassid = 'pg_class'::regclass AND u.refobjid = e.adrelid AND b.attnum <> a.attnum ORDER BY b.attnum LIMIT 1) AS base
		FROM pg_attrdef e JOIN pg_attribute a ON a.attrelid = e.adrelid AND a.attnum = e.adnum JOIN pg_class c ON c.oid = e.adrelid
		WHERE a.attgenerated = 's' AND c.relkind = 'r' AND (c.relpersistence <> 't' OR c.relnamespace = pg_my_temp_schema())
			AND has_schema_privilege(c.relnamespace, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AND NOT row_security_active(c.oid)
			AND EXISTS (SELECT FROM uses u WHERE u.objid = e.oid AND (u.member OR u.search))
	)
	SELECT adrelid, attname, format_type(atttypid, atttypmod), pg_get_expr(adbin, adrelid), base, relpages,
		(atttypid < 16384 OR EXISTS (SELECT FROM member m WHERE m.classid = 'pg_type'::regclass AND m.objid = atttypid))
			AND NOT EXISTS (SELECT FROM uses u WHERE u.objid = columns.oid AND NOT u.member AND u.refobjid <> adrelid
				AND u.refclassid NOT IN ('pg_ts_config'::regclass, 'pg_ts_dict'::regclass, 'pg_collation'::regclass))
	FROM columns WHERE base IS NOT NULL ORDER BY adrelid::regclass::text, attname;
END;
COMMENT ON FUNCTION berita.doctor_columns() IS 'generated columns that berita.doctor looks at';

CREATE FUNCTION berita.doctor_generated() RETURNS TABLE (level text, subject text, finding text, hint text)
	LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	one		record;
	differs	text;
	rows	bigint;
	stale	bigint;
BEGIN
	FOR one IN SELECT * FROM berita.doctor_columns() LOOP
		differs := format('record_image_ne(ROW(%I), ROW(CAST((%s) AS %s)))', one.col, one.expression, one.type);
		IF NOT one.ours THEN
			RETURN QUERY SELECT 'notice', one.relation::text, format('its generated column %I calls functions of others, so it was not looked at', one.col),
				format('SELECT count(*) AS stale FROM ONLY %s WHERE %s;', one.relation, differs);
			CONTINUE;
		END IF;
		-- The first rows are mostly the oldest ones; some pages of the others.
		EXECUTE format('SELECT count(*), count(*) FILTER (WHERE differs) FROM ((SELECT ctid, %1$s AS differs FROM ONLY %2$s LIMIT 50)
			UNION (SELECT ctid, %1$s FROM ONLY %2$s TABLESAMPLE SYSTEM (%3$s) LIMIT 50)) sample', differs, one.relation, least(100, 1600.0 / greatest(one.pages, 1)))
			INTO rows, stale;
		IF stale > 0 THEN
			RETURN QUERY SELECT 'error', one.relation::text, format('%s of %s sampled rows hold another value in the generated column %I than it would get now', stale, rows, one.col),
				format('UPDATE %s SET %2$I = %2$I WHERE %3$s;', one.relation, one.base, differs);
		END IF;
	END LOOP;
END
$$;
COMMENT ON FUNCTION berita.doctor_generated() IS 'what berita.doctor finds about generated columns: values from before an upgrade, in a sample of rows';

CREATE FUNCTION berita.doctor() RETURNS TABLE (level text, subject text, finding text, hint text)
	LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	RETURN QUERY SELECT * FROM berita.doctor_installation();
	RETURN QUERY SELECT * FROM berita.doctor_generated();
	RETURN QUERY SELECT d.* FROM berita.attached a, berita.doctor_trigger(a.source, a.options) d;
	RETURN QUERY SELECT d.* FROM berita.attached a, berita.doctor_sides(a.source, a.articles) d;
	RETURN QUERY SELECT CASE WHEN s.mode = 'immediate' THEN 'warning' ELSE 'notice' END, s.source::text,
			format('%s articles wait to be analysed, %s are stale since an upgrade', s.pending, s.stale), format('CALL berita.refresh(%L);', s.source)
		FROM berita.status() s WHERE s.pending + s.stale > 0;
	RETURN QUERY SELECT 'notice', s.source::text, format('%s articles could not be analysed', s.failed),
			format('SELECT * FROM %s WHERE error IS NOT NULL;', a.articles)
		FROM berita.status() s JOIN berita.attached a USING (source) WHERE s.failed > 0;
END
$$;
COMMENT ON FUNCTION berita.doctor() IS 'checks the installation, generated columns and every attached table; each hint ends in the statement to type';
