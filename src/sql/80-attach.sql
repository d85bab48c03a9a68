
-- # Attached tables
--
-- berita.attach() puts side tables beside a table of articles, a trigger that
-- keeps them current, and reporting views.  Each side table is the article's
-- key and the columns of a row type of ours; the trigger checks just that.

CREATE TYPE berita.article AS (title text, outlet text, published timestamptz, bytes int, characters int,
	words int, sentences int, quotes int, speakers int, anonymous int, sources int, repeated real,
	boilerplate real, unreadable real, digest bigint, paired smallint, analysis int, analysed timestamptz, error text);
COMMENT ON TYPE berita.article IS 'what is known about an article of an attached table; analysis 0 is queued, error tells why it could not be analysed';

CREATE TYPE berita.signature AS (simhash berita.simhash64, minhash berita.minhash128, fingerprints berita.fingerprint_set);
COMMENT ON TYPE berita.signature IS 'hashes of the clean text of an article of an attached table';

CREATE TYPE berita.copy AS (resemblance real, containment_a real, containment_b real);
COMMENT ON TYPE berita.copy IS 'how much two articles of an attached table share';

CREATE FUNCTION berita.sync_row() RETURNS trigger
	AS 'MODULE_PATHNAME', 'berita_sync_row'
	LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION berita.sync_row() IS 'trigger of berita.attach: keeps the side tables current, row by row';

CREATE FUNCTION berita.sync_truncate() RETURNS trigger
	AS 'MODULE_PATHNAME', 'berita_sync_truncate'
	LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION berita.sync_truncate() IS 'trigger of berita.attach: empties the side tables with their source';

CREATE FUNCTION berita.side_prefix(source name) RETURNS text
	AS 'MODULE_PATHNAME', 'berita_side_prefix'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.side_prefix(name) IS 'what the names of a table''s side tables begin with: the table''s name, cut where it is long';

CREATE FUNCTION berita.analysis_version() RETURNS integer
	AS 'MODULE_PATHNAME', 'berita_analysis_version'
	LANGUAGE C STABLE STRICT PARALLEL SAFE;	-- changes with the library
COMMENT ON FUNCTION berita.analysis_version() IS 'version of the analysis: rows of side tables with another one are stale';

-- What berita.attach() takes from its options, checked.
CREATE FUNCTION berita.attach_options(options jsonb) RETURNS jsonb
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- casts of jsonb
AS $$
DECLARE
	usual	constant jsonb := '{"mode": "immediate", "triggers": true, "max_bytes": 16777216, "threshold": 0.5}';
	wrong	text;
BEGIN
	SELECT key INTO wrong FROM jsonb_object_keys(options) key WHERE NOT (usual ? key OR key = 'schema') LIMIT 1;
	IF FOUND THEN
		RAISE invalid_parameter_value USING MESSAGE = format('unknown option "%s"', wrong),
			HINT = 'Accepted are: mode, triggers, max_bytes, threshold, schema.';
	END IF;
	options := usual || options;
	IF options ->> 'mode' NOT IN ('immediate', 'deferred') THEN
		RAISE invalid_parameter_value USING MESSAGE = format('option "mode" is "%s"', options ->> 'mode'),
			HINT = 'Accepted are: immediate, deferred.';
	ELSIF jsonb_typeof(options -> 'triggers') <> 'boolean' THEN
		RAISE invalid_parameter_value USING MESSAGE = 'option "triggers" must be true or false';
	ELSIF jsonb_typeof(options -> 'max_bytes') <> 'number' OR (options ->> 'max_bytes')::numeric NOT BETWEEN 1 AND 1073741823 THEN
		RAISE invalid_parameter_value USING MESSAGE = 'option "max_bytes" must be a number from 1 to 1073741823';
	ELSIF jsonb_typeof(options -> 'threshold') <> 'number' OR (options ->> 'threshold')::numeric NOT BETWEEN 0.1 AND 1 THEN
		RAISE invalid_parameter_value USING MESSAGE = 'option "threshold" must be a number from 0.1 to 1';
	ELSIF options ? 'schema' AND (options ->> 'triggers')::boolean THEN
		RAISE invalid_parameter_value USING MESSAGE = 'option "schema" goes with {"triggers": false} only',
			HINT = 'The side tables of a table with triggers stand in its own schema.';
	END IF;
	RETURN options;
END
$$;
COMMENT ON FUNCTION berita.attach_options(jsonb) IS 'options of berita.attach with their defaults; raises what is unknown or out of range';

-- The columns that the row trigger names, by their part: {"id": "id", "body": "isi"}.
CREATE FUNCTION berita.attached_columns(source regclass) RETURNS jsonb
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- reads the catalog
BEGIN ATOMIC
	SELECT jsonb_object_agg(part.name, a.attname)
	FROM pg_trigger t
		CROSS JOIN LATERAL string_to_table(split_part(encode(t.tgargs, 'escape'), '\000', 2), ' ') WITH ORDINALITY part(name, n)
		JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = t.tgattr[part.n - 1]
	WHERE t.tgrelid = source AND t.tgname = 'berita_sync' AND t.tgfoid = 'berita.sync_row'::regproc;
END;
COMMENT ON FUNCTION berita.attached_columns(regclass) IS 'columns of an attached table by their part (id, body, title, published, outlet), as its trigger has them';

-- The column of the primary key, if it is one column.
CREATE FUNCTION berita.key_column(source regclass) RETURNS name
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- reads the catalog
BEGIN ATOMIC
	SELECT a.attname
	FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
	WHERE i.indrelid = source AND i.indisprimary AND i.indnkeyatts = 1;
END;
COMMENT ON FUNCTION berita.key_column(regclass) IS 'column of a table''s primary key, if it is one';

-- Raises what makes a column unfit for its part.
CREATE FUNCTION berita.check_column(source regclass, part text, col name, triggers boolean) RETURNS void
	LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	kind	"char" := (SELECT relkind FROM pg_class WHERE oid = source);
BEGIN
	IF col IS NULL AND part IN ('id', 'body') THEN
		RAISE undefined_column USING MESSAGE = format('which column of %s is the %s?', source, part),
			HINT = format('SELECT * FROM berita.attach(%L, body => ''...'', id => ''...'');', source);
	ELSIF col IS NOT NULL AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = source AND attname = col AND attnum > 0 AND NOT attisdropped) THEN
		RAISE undefined_column USING MESSAGE = format('%s has no column "%s"', source, col);
	ELSIF part = 'id' AND triggers AND kind = 'r' AND NOT EXISTS (
		SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
		WHERE i.indrelid = source AND a.attname = col AND i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL AND i.indisvalid) THEN
		RAISE object_not_in_prerequisite_state USING MESSAGE = format('column "%s" of %s is not unique', col, source),
			HINT = format('ALTER TABLE %s ADD UNIQUE (%I);', source, col);
	END IF;
END
$$;
COMMENT ON FUNCTION berita.check_column(regclass, text, name, boolean) IS 'raises what makes a column unfit for its part in berita.attach';

-- Everything that attach has to know: names, columns, key, options.
CREATE FUNCTION berita.attach_plan(source regclass, columns jsonb, options jsonb) RETURNS jsonb
	LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	class	pg_class := (SELECT c FROM pg_class c WHERE c.oid = source);
	prefix	text := berita.side_prefix(class.relname);
	home	name := (SELECT nspname FROM pg_namespace WHERE oid = class.relnamespace);
	schema	name := coalesce(options ->> 'schema', home);
	view	regclass := to_regclass(format('%I.%I', schema, prefix || '_berita_source'));
	part	text;
BEGIN
	options := berita.attach_options(coalesce(substr(obj_description(view, 'pg_class'), 9)::jsonb, '{}') || options);
	columns := coalesce(berita.attached_columns(source), '{}') || jsonb_strip_nulls(columns);
	IF NOT columns ? 'id' AND berita.key_column(source) IS NOT NULL THEN
		columns := columns || jsonb_build_object('id', berita.key_column(source));
	END IF;
	IF (options ->> 'triggers')::boolean AND class.relkind NOT IN ('r', 'p') THEN
		RAISE wrong_object_type USING MESSAGE = format('%s is not a table', source),
			HINT = format('SELECT * FROM berita.attach(%L, ..., options => ''{"triggers": false}'');', source);
	END IF;
	IF view IS NULL OR columns ? 'body' THEN
		FOREACH part IN ARRAY '{id,body,title,published,outlet}'::text[] LOOP
			PERFORM berita.check_column(source, part, columns ->> part, (options ->> 'triggers')::boolean);
		END LOOP;
	END IF;
	RETURN jsonb_build_object('source', format('%I.%I', home, class.relname),
		'schema', schema, 'prefix', prefix, 'owner', CASE WHEN (options ->> 'triggers')::boolean
			THEN pg_get_userbyid(class.relowner) ELSE current_user END,
		'columns', columns, 'options', options, 'has_view', view IS NOT NULL, 'has_columns', columns ? 'body');
END
$$;
COMMENT ON FUNCTION berita.attach_plan(regclass, jsonb, jsonb) IS 'what berita.attach has to know: names, columns, key and options';

CREATE FUNCTION berita.side_table(plan jsonb, kind text) RETURNS text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- as format() is
RETURN format('%I.%I', plan ->> 'schema', (plan ->> 'prefix') || '_' || kind);
COMMENT ON FUNCTION berita.side_table(jsonb, text) IS 'qualified name of a side table or view of an attached table';

-- A column of the source table as the side tables want it.
CREATE FUNCTION berita.source_column(plan jsonb, part text) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	col		text := quote_ident(plan -> 'columns' ->> part);
	kind	text := (SELECT CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END::regtype::text
		FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
		WHERE a.attrelid = (plan ->> 'source')::regclass AND a.attname = plan -> 'columns' ->> part);
BEGIN
	RETURN CASE
		WHEN part = 'id' THEN col
		WHEN part <> 'published' THEN coalesce(col || '::text', 'NULL::text')
		WHEN col IS NULL THEN 'NULL::timestamptz'
		WHEN kind = 'timestamp with time zone' THEN col
		WHEN kind IN ('date', 'timestamp without time zone') THEN format('%s::timestamp AT TIME ZONE ''Asia/Jakarta''', col)
		ELSE format('berita.published(%s::text)', col)
	END;
END
$$;
COMMENT ON FUNCTION berita.source_column(jsonb, text) IS 'expression for a column of the source table; a moment without a zone is one in Jakarta';

CREATE FUNCTION berita.key_type(plan jsonb) RETURNS text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- reads the catalog
BEGIN ATOMIC
	SELECT format_type(atttypid, NULL) FROM pg_attribute
	WHERE CASE WHEN (plan -> 'has_columns')::boolean
		THEN attrelid = (plan ->> 'source')::regclass AND attname = plan -> 'columns' ->> 'id'
		ELSE attrelid = berita.side_table(plan, 'berita_source')::regclass AND attname = 'id' END;
END;
COMMENT ON FUNCTION berita.key_type(jsonb) IS 'type of an attached table''s key';

-- The view that names the columns: it follows their renames and blocks their loss.
CREATE FUNCTION berita.attach_source(plan jsonb) RETURNS SETOF text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	view	text := berita.side_table(plan, 'berita_source');
BEGIN
	IF (plan -> 'has_columns')::boolean THEN
		RETURN NEXT format('CREATE OR REPLACE VIEW %s WITH (security_invoker) AS SELECT %s AS id, %s AS body, %s AS title, %s AS published, %s AS outlet FROM %s',
			view, berita.source_column(plan, 'id'), berita.source_column(plan, 'body'), berita.source_column(plan, 'title'),
			berita.source_column(plan, 'published'), berita.source_column(plan, 'outlet'), plan ->> 'source');
		RETURN QUERY SELECT berita.attach_owner(plan, 'VIEW', view);
	END IF;
	RETURN NEXT format('COMMENT ON VIEW %s IS %L', view, 'berita: ' || (plan ->> 'options'));
END
$$;
COMMENT ON FUNCTION berita.attach_source(jsonb) IS 'statements of berita.attach: the view of the source table''s columns';

CREATE FUNCTION berita.attach_owner(plan jsonb, kind text, object text) RETURNS SETOF text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- depends on who asks
BEGIN ATOMIC
	SELECT format('ALTER %s %s OWNER TO %I', kind, object, plan ->> 'owner') WHERE plan ->> 'owner' <> current_user;
END;
COMMENT ON FUNCTION berita.attach_owner(jsonb, text, text) IS 'statement of berita.attach that gives an object to the source table''s owner';

-- Is an existing side table ours to go on with?  Raises if not; tells its missing columns.
CREATE FUNCTION berita.attach_adopt(plan jsonb, kind text, wanted text[]) RETURNS text[]
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	side	regclass := berita.side_table(plan, 'berita_' || kind)::regclass;
	have	text[] := ARRAY(SELECT format('%I %s', attname, format_type(atttypid, NULL)) FROM pg_attribute
		WHERE attrelid = side AND attnum > 0 ORDER BY attnum);
BEGIN
	IF (SELECT relkind <> 'r' OR pg_get_userbyid(relowner) <> plan ->> 'owner' FROM pg_class WHERE oid = side) THEN
		RAISE wrong_object_type USING MESSAGE = format('%s is no table of role "%s"', side, plan ->> 'owner'),
			HINT = 'Rename or drop it, then attach again.';
	ELSIF have <> wanted[:cardinality(have)] THEN
		RAISE wrong_object_type USING MESSAGE = format('%s does not have the expected columns', side),
			DETAIL = format('It has %s; expected are %s.', array_to_string(have, ', '), array_to_string(wanted, ', ')),
			HINT = format('DROP TABLE %s CASCADE; then attach again.', side);
	END IF;
	RETURN wanted[cardinality(have) + 1:];
END
$$;
COMMENT ON FUNCTION berita.attach_adopt(jsonb, text, text[]) IS 'columns that an existing side table lacks; raises where it is not ours';

CREATE FUNCTION berita.attach_table(plan jsonb, kind text, type regtype, keys text[], more text) RETURNS SETOF text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	side	text := berita.side_table(plan, 'berita_' || kind);
	columns	text[] := ARRAY(SELECT format('%s %s', key, berita.key_type(plan)) FROM unnest(keys) key)
		|| ARRAY(SELECT format('%I %s', attname, format_type(atttypid, NULL)) FROM pg_attribute
			WHERE attrelid = (SELECT typrelid FROM pg_type WHERE oid = type) AND attnum > 0 AND NOT attisdropped ORDER BY attnum);
	added	text;
BEGIN
	IF to_regclass(side) IS NULL THEN
		RETURN NEXT format('CREATE TABLE %s (%s%s)%s', side, array_to_string(columns, ', '), more, CASE kind WHEN 'articles' THEN ' WITH (fillfactor = 70)' ELSE '' END);
		RETURN QUERY SELECT berita.attach_owner(plan, 'TABLE', side);
	ELSE
		FOREACH added IN ARRAY berita.attach_adopt(plan, kind, columns) LOOP
			RETURN NEXT format('ALTER TABLE %s ADD %s', side, added);
		END LOOP;
	END IF;
	RETURN NEXT format('COMMENT ON TABLE %s IS %L', side, format('%s of %s, kept current by berita', kind, plan ->> 'source'));
END
$$;
COMMENT ON FUNCTION berita.attach_table(jsonb, text, regtype, text[], text) IS 'statements of berita.attach for one side table: made, or adopted and completed';

CREATE FUNCTION berita.attach_index(plan jsonb, kind text, columns text) RETURNS SETOF text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- as format() is
BEGIN ATOMIC
	SELECT format('CREATE INDEX ON %s %s', berita.side_table(plan, 'berita_' || kind), columns)
	WHERE to_regclass(berita.side_table(plan, 'berita_' || kind)) IS NULL;
END;
COMMENT ON FUNCTION berita.attach_index(jsonb, text, text) IS 'statement of berita.attach for an index of a side table that is new';

CREATE FUNCTION berita.attach_tables(plan jsonb) RETURNS SETOF text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
BEGIN
	RETURN QUERY SELECT berita.attach_table(plan, 'articles', 'berita.article', '{id}', ', PRIMARY KEY (id)');
	RETURN QUERY SELECT berita.attach_table(plan, 'quotes', 'berita.quote', '{id}', ', PRIMARY KEY (id, n)');
	RETURN QUERY SELECT berita.attach_table(plan, 'sources', 'berita.source', '{id}', ', PRIMARY KEY (id, n)');
	RETURN QUERY SELECT berita.attach_table(plan, 'people', 'berita.person', '{id}', '');
	RETURN QUERY SELECT berita.attach_table(plan, 'signatures', 'berita.signature', '{id}', ', PRIMARY KEY (id)');
	IF to_regclass(berita.side_table(plan, 'berita_people')) IS NULL THEN	-- it has no primary key; a publication of all tables asks for one
		RETURN NEXT format('ALTER TABLE %s REPLICA IDENTITY FULL', berita.side_table(plan, 'berita_people'));
	END IF;
	IF to_regclass(berita.side_table(plan, 'berita_signatures')) IS NULL THEN
		RETURN NEXT format('ALTER TABLE %s ALTER minhash SET STATISTICS 0, ALTER fingerprints SET STATISTICS 0', berita.side_table(plan, 'berita_signatures'));
	END IF;
	RETURN QUERY SELECT berita.attach_table(plan, 'copies', 'berita.copy', '{id_a,id_b}', ', PRIMARY KEY (id_a, id_b)');
	RETURN QUERY SELECT berita.attach_index(plan, 'articles', '(published)');
	RETURN QUERY SELECT berita.attach_index(plan, 'quotes', 'USING hash (speaker)');
	RETURN QUERY SELECT berita.attach_index(plan, 'people', '(id)');
	RETURN QUERY SELECT berita.attach_index(plan, 'people', 'USING hash (name)');
	RETURN QUERY SELECT berita.attach_index(plan, 'copies', '(id_b)');
	IF pg_relation_size((plan ->> 'source')::regclass) < 1000000 AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = (plan ->> 'source')::regclass) THEN
		RETURN QUERY SELECT berita.attach_index(plan, 'signatures', 'USING gin (fingerprints) WITH (fastupdate = off)');	-- else berita.refresh builds it when it has filled the table
	END IF;
END
$$;
COMMENT ON FUNCTION berita.attach_tables(jsonb) IS 'statements of berita.attach: the side tables and their indexes';

-- Who may not see an article sees nothing of it here either.
CREATE FUNCTION berita.attach_policies(plan jsonb) RETURNS SETOF text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	kind	text;
	side	text;
	seen	text := format('%%s IN (SELECT source.id FROM %s AS source)', berita.side_table(plan, 'berita_source'));
BEGIN
	IF NOT (SELECT relrowsecurity FROM pg_class WHERE oid = (plan ->> 'source')::regclass) THEN
		RETURN;
	END IF;
	FOREACH kind IN ARRAY '{articles,quotes,sources,people,signatures,copies}'::text[] LOOP
		side := berita.side_table(plan, 'berita_' || kind);
		CONTINUE WHEN EXISTS (SELECT FROM pg_policy WHERE polrelid = to_regclass(side) AND polname = 'berita_visible');
		RETURN NEXT format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', side);
		RETURN NEXT format('CREATE POLICY berita_visible ON %s FOR SELECT USING (%s)', side,
			CASE kind WHEN 'copies' THEN format(seen, 'id_a') || ' AND ' || format(seen, 'id_b') ELSE format(seen, 'id') END);
	END LOOP;
END
$$;
COMMENT ON FUNCTION berita.attach_policies(jsonb) IS 'statements of berita.attach: row-level security of the side tables, through the source table''s';

CREATE FUNCTION berita.attach_triggers(plan jsonb) RETURNS SETOF text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	source	regclass := (plan ->> 'source')::regclass;
	parts	text[] := ARRAY(SELECT part FROM unnest('{id,body,title,published,outlet}'::text[]) part WHERE plan -> 'columns' ? part);
	columns	text := (SELECT string_agg(quote_ident(plan -> 'columns' ->> part), ', ') FROM unnest(parts) part);
BEGIN
	IF NOT (plan -> 'options' -> 'triggers')::boolean THEN
		RETURN;
	END IF;
	RETURN NEXT format('CREATE OR REPLACE TRIGGER berita_sync AFTER INSERT OR DELETE OR UPDATE OF %s ON %s FOR EACH ROW EXECUTE FUNCTION berita.sync_row(%L, %L, %L, %L)',
		columns, source, plan -> 'options' ->> 'mode', array_to_string(parts, ' '),
		plan -> 'options' ->> 'max_bytes', plan -> 'options' ->> 'threshold');
	RETURN NEXT format('CREATE OR REPLACE TRIGGER berita_truncate AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION berita.sync_truncate()', source);
END
$$;
COMMENT ON FUNCTION berita.attach_triggers(jsonb) IS 'statements of berita.attach: the triggers';
