
-- # Doctor
--
-- Looks at the installation and at every attached table; each hint is, or ends
-- in, the statement to type.

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

CREATE FUNCTION berita.doctor() RETURNS TABLE (level text, subject text, finding text, hint text)
	LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	RETURN QUERY SELECT * FROM berita.doctor_installation();
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
COMMENT ON FUNCTION berita.doctor() IS 'checks the installation and every attached table; each hint ends in the statement to type';
