
-- # Refresh, status, doctor
--
-- What an attached table's triggers have not done yet: articles that were there
-- before, that queue, or whose analysis is older than the library.

CREATE FUNCTION berita.refresh_batch(articles regclass, query text, ids text[], max_bytes bigint, OUT articles_done bigint, OUT failed bigint, OUT bytes bigint)
	AS 'MODULE_PATHNAME', 'berita_refresh_batch'
	LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION berita.refresh_batch(regclass, text, text[], bigint) IS 'step of berita.refresh: analyses the articles of a query over ids ($1), as the side tables'' owner';

CREATE FUNCTION berita.run_as_owner(articles regclass, statement text, ids text[]) RETURNS SETOF text
	AS 'MODULE_PATHNAME', 'berita_run_as_owner'
	LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION berita.run_as_owner(regclass, text, text[]) IS 'step of berita.refresh: runs a statement over ids ($1) as the side tables'' owner, whose rights the caller must have; gives its first column';

CREATE FUNCTION berita.pair_articles(articles regclass, ids text[], threshold double precision) RETURNS bigint
	AS 'MODULE_PATHNAME', 'berita_pair_articles'
	LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION berita.pair_articles(regclass, text[], double precision) IS 'step of berita.refresh: finds the near-duplicates of articles through the indexes, as the side tables'' owner; gives how many pairs are new';

CREATE FUNCTION berita.digest(body text) RETURNS bigint
	AS 'MODULE_PATHNAME', 'berita_digest'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION berita.digest(text) IS '64-bit hash of a text''s bytes, the same everywhere and for ever: has it changed?';

-- The statements of a refresh, with names in braces: {source}, {articles} and its like, {type} of the key.
CREATE FUNCTION berita.refresh_sql(plan jsonb, step text) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	part	text;
	query	text := CASE step
		WHEN 'forget' THEN 'WITH gone AS (DELETE FROM {articles} a WHERE NOT EXISTS (SELECT FROM {source} s WHERE s.id = a.id) RETURNING a.id),
	sources AS (DELETE FROM {sources} x WHERE x.id IN (SELECT id FROM gone) OR NOT EXISTS (SELECT FROM {articles} a WHERE a.id = x.id)),
	people AS (DELETE FROM {people} x WHERE x.id IN (SELECT id FROM gone) OR NOT EXISTS (SELECT FROM {articles} a WHERE a.id = x.id)),
	signatures AS (DELETE FROM {signatures} x WHERE x.id IN (SELECT id FROM gone) OR NOT EXISTS (SELECT FROM {articles} a WHERE a.id = x.id)),
	copies AS (DELETE FROM {copies} x WHERE x.id_a IN (SELECT id FROM gone) OR x.id_b IN (SELECT id FROM gone)
		OR NOT EXISTS (SELECT FROM {articles} a WHERE a.id = x.id_a) OR NOT EXISTS (SELECT FROM {articles} a WHERE a.id = x.id_b)),
	quotes AS (DELETE FROM {quotes} x WHERE x.id IN (SELECT id FROM gone) OR NOT EXISTS (SELECT FROM {articles} a WHERE a.id = x.id))
SELECT count(*) FROM gone'
		WHEN 'pending' THEN 'SELECT array_agg(id::text) FROM (SELECT s.id, (row_number() OVER () - 1) / {batch} AS part
	FROM {source} s LEFT JOIN {articles} a ON a.id = s.id WHERE s.id IS NOT NULL AND ({due})) p GROUP BY part ORDER BY part'
		WHEN 'lock' THEN 'SELECT s.id::text FROM {source} s WHERE s.id = ANY ($1::{type}[]) FOR NO KEY UPDATE SKIP LOCKED'
		WHEN 'analyse' THEN 'SELECT DISTINCT ON (s.id) s.id, s.body, s.title, s.published, s.outlet, a.id IS NOT NULL
	FROM {source} s LEFT JOIN {articles} a ON a.id = s.id WHERE s.id = ANY ($1::{type}[]) AND ({due})'
		WHEN 'pair' THEN 'SELECT berita.pair_articles({articles_name}, $1, {threshold})'
		WHEN 'unpaired' THEN 'SELECT array_agg(id::text) FROM (SELECT a.id, (row_number() OVER () - 1) / {batch} AS part
	FROM {articles} a WHERE a.paired < 2 AND a.analysis > 0 AND a.error IS NULL) p GROUP BY part ORDER BY part'
		WHEN 'pair all' THEN 'INSERT INTO {copies} SELECT least(x.a, x.b), greatest(x.a, x.b), x.resemblance,
	CASE WHEN x.a < x.b THEN x.ca ELSE x.cb END, CASE WHEN x.a < x.b THEN x.cb ELSE x.ca END
	FROM (SELECT id_a::{type} AS a, id_b::{type} AS b, resemblance, containment_a AS ca, containment_b AS cb
		FROM berita.near_duplicates({query}, {threshold}, ''{}'')) x
	ON CONFLICT DO NOTHING'
				WHEN 'index' THEN 'CREATE INDEX ON {signatures} USING gin (fingerprints) WITH (fastupdate = off)'
		WHEN 'paired' THEN 'UPDATE {articles} a SET paired = 2 WHERE a.id = ANY ($1::{type}[]) AND a.paired < 2'
		WHEN 'analyze' THEN 'ANALYZE {articles}, {quotes}, {sources}, {people}, {signatures}, {copies}'
		END;
	due		text := 'a.id IS NULL OR a.analysis <> berita.analysis_version()';
BEGIN
	IF NOT (plan -> 'options' -> 'triggers')::boolean OR (plan -> 'options' -> 'verify')::boolean THEN
		due := due || ' OR a.digest IS DISTINCT FROM berita.digest(s.body) OR (a.title, a.published, a.outlet) IS DISTINCT FROM (s.title, s.published, s.outlet)';
	END IF;
	query := replace(query, '{due}', due);
	query := replace(query, '{query}', quote_literal(format('SELECT id, body FROM %s', berita.side_table(plan, 'berita_source'))));
	FOREACH part IN ARRAY '{articles,quotes,sources,people,signatures,copies,source}'::text[] LOOP
		query := replace(query, '{' || part || '}', berita.side_table(plan, 'berita_' || part));
	END LOOP;
	query := replace(query, '{articles_name}', quote_literal(berita.side_table(plan, 'berita_articles')));
	query := replace(query, '{threshold}', plan -> 'options' ->> 'threshold');
	query := replace(query, '{batch}', plan -> 'options' ->> 'batch');
	RETURN replace(query, '{type}', berita.key_type(plan));
END
$$;
COMMENT ON FUNCTION berita.refresh_sql(jsonb, text) IS 'a statement that berita.refresh runs as the owner';

-- One batch: locks what nobody else is at, analyses what is still due.
CREATE FUNCTION berita.refresh_step(plan jsonb, ids text[], OUT articles_done bigint, OUT failed bigint, OUT bytes bigint)
	LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	side	regclass := berita.side_table(plan, 'berita_articles')::regclass;
BEGIN
	IF (plan -> 'options' -> 'triggers')::boolean THEN
		ids := ARRAY(SELECT berita.run_as_owner(side, berita.refresh_sql(plan, 'lock'), ids));
	ELSE
		PERFORM pg_advisory_xact_lock(('x' || md5('berita.refresh'))::bit(32)::int, side::oid::int);
	END IF;
	SELECT r.articles_done, r.failed, r.bytes INTO articles_done, failed, bytes
	FROM berita.refresh_batch(side, berita.refresh_sql(plan, 'analyse'), ids, (plan -> 'options' ->> 'max_bytes')::bigint) r;
END
$$;
COMMENT ON FUNCTION berita.refresh_step(jsonb, text[]) IS 'step of berita.refresh: one batch of articles, in one transaction';

CREATE FUNCTION berita.refresh_line(done bigint, total bigint, bytes numeric, since timestamptz) RETURNS text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- looks at the clock
BEGIN ATOMIC
	SELECT format('%s of %s articles (%s %%), %s MB/s, %s s left', done, total, 100 * done / greatest(total, 1),
		round(bytes / 1e6 / seconds, 1), round(seconds * (total - done) / greatest(done, 1)))
	FROM greatest(extract(epoch FROM clock_timestamp() - since), 0.001) seconds;
END;
COMMENT ON FUNCTION berita.refresh_line(bigint, bigint, numeric, timestamptz) IS 'what berita.refresh tells of its progress';

CREATE FUNCTION berita.refresh_plan(source regclass, batch int, options jsonb) RETURNS jsonb
	LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	wrong	text;
	plan	jsonb;
BEGIN
	SELECT key INTO wrong FROM jsonb_object_keys(options) key WHERE key NOT IN ('verify', 'schema') LIMIT 1;
	IF FOUND THEN
		RAISE invalid_parameter_value USING MESSAGE = format('unknown option "%s"', wrong), HINT = 'Accepted are: verify, schema.';
	ELSIF batch IS NULL OR batch < 1 THEN
		RAISE invalid_parameter_value USING MESSAGE = 'a batch has at least one article';
	END IF;
	IF NOT EXISTS (SELECT FROM berita.attached a WHERE a.source = refresh_plan.source) THEN
		RAISE object_not_in_prerequisite_state USING MESSAGE = format('%s is not attached', source),
			HINT = format('SELECT * FROM berita.attach(%L, body => ''...'');', source);
	END IF;
	plan := jsonb_set(berita.attach_plan(source, '{}', options - 'verify'), '{has_columns}', 'false');
	RETURN jsonb_set(plan, '{options}', plan -> 'options' || jsonb_build_object('batch', batch, 'verify', coalesce(options -> 'verify', 'false')));
END
$$;
COMMENT ON FUNCTION berita.refresh_plan(regclass, int, jsonb) IS 'what berita.refresh has to know';

-- Pairs of near-duplicates of what is new: all at once where that is much, else through the index.
CREATE PROCEDURE berita.refresh_pairs(plan jsonb)
	LANGUAGE plpgsql
AS $$
DECLARE
	side	regclass := berita.side_table(plan, 'berita_articles')::regclass;
	parts	text[] := ARRAY(SELECT berita.run_as_owner(side, berita.refresh_sql(plan, 'unpaired'), NULL));
	part	text;
	known	bigint := (SELECT berita.run_as_owner(side, format('SELECT count(*) FROM %s', side), NULL));
	fresh	bigint := (SELECT sum(cardinality(p::text[])) FROM unnest(parts) p);
	at_once	boolean := fresh > 2000 AND fresh > known / 10;
BEGIN
	IF NOT EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
			WHERE i.indrelid = berita.side_table(plan, 'berita_signatures')::regclass AND m.amname = 'gin') THEN
		PERFORM berita.run_as_owner(side, berita.refresh_sql(plan, 'index'), NULL);
	END IF;
	IF at_once THEN
		PERFORM berita.run_as_owner(side, berita.refresh_sql(plan, 'pair all'), NULL);
	END IF;
	FOREACH part IN ARRAY parts LOOP
		IF NOT at_once THEN
			PERFORM berita.run_as_owner(side, berita.refresh_sql(plan, 'pair'), part::text[]);
		END IF;
		PERFORM berita.run_as_owner(side, berita.refresh_sql(plan, 'paired'), part::text[]);
		COMMIT;
		PERFORM pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
	END LOOP;
END
$$;
COMMENT ON PROCEDURE berita.refresh_pairs(jsonb) IS 'step of berita.refresh: finds the near-duplicates of new articles';

CREATE PROCEDURE berita.refresh(source regclass, batch int DEFAULT 1000, options jsonb DEFAULT '{}')
	LANGUAGE plpgsql
AS $$
DECLARE
	plan	jsonb;
	side	regclass;
	parts	text[];
	part	text;
	step	record;
	done	bigint := 0;
	seen	bigint := 0;
	total	bigint;
	failed	bigint := 0;
	bytes	numeric := 0;
	since	timestamptz := clock_timestamp();
	told	timestamptz := clock_timestamp();
BEGIN
	PERFORM pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
	plan := berita.refresh_plan(source, batch, options);
	side := berita.side_table(plan, 'berita_articles')::regclass;
	PERFORM berita.run_as_owner(side, berita.refresh_sql(plan, 'forget'), NULL);
	parts := ARRAY(SELECT berita.run_as_owner(side, berita.refresh_sql(plan, 'pending'), NULL));
	total := (SELECT coalesce(sum(cardinality(p::text[])), 0) FROM unnest(parts) p);
	COMMIT;
	FOREACH part IN ARRAY parts LOOP
		PERFORM pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
		SELECT * INTO step FROM berita.refresh_step(plan, part::text[]);
		COMMIT;
		seen := seen + cardinality(part::text[]);
		done := done + step.articles_done;
		failed := failed + step.failed;
		bytes := bytes + step.bytes;
		IF clock_timestamp() - told > interval '1 second' THEN
			RAISE NOTICE '%', berita.refresh_line(seen, total, bytes, since);
			told := clock_timestamp();
		END IF;
	END LOOP;
	PERFORM pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
	IF done > 1000 THEN
		PERFORM berita.run_as_owner(side, berita.refresh_sql(plan, 'analyze'), NULL);
		COMMIT;
	END IF;
	PERFORM pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
	CALL berita.refresh_pairs(plan);
	RAISE NOTICE 'analysed % articles of %, % failed, in % s', done, source, failed, round(extract(epoch FROM clock_timestamp() - since), 1);
END
$$;
COMMENT ON PROCEDURE berita.refresh(regclass, int, jsonb) IS 'analyses what an attached table''s triggers have not, batch by batch, each committed; may be stopped, started again, and run by several sessions';

-- Every attached table, by the view of its columns.
CREATE VIEW berita.attached AS
SELECT DISTINCT s.oid::regclass AS source, format('%I.%I', n.nspname, regexp_replace(v.relname, '_source$', '_articles')) AS articles,
	v.oid::regclass AS view, substr(obj_description(v.oid, 'pg_class'), 9)::jsonb AS options
FROM pg_class v JOIN pg_namespace n ON n.oid = v.relnamespace
	JOIN pg_rewrite r ON r.ev_class = v.oid
	JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'n'
	JOIN pg_class s ON s.oid = d.refobjid AND s.oid <> v.oid
WHERE v.relkind = 'v' AND v.relname LIKE '%\_berita\_source'
	AND obj_description(v.oid, 'pg_class') ~ '^berita: \{"\w+": ("[^"\\]*"|true|false|[0-9]+(\.[0-9]+)?)(, "\w+": ("[^"\\]*"|true|false|[0-9]+(\.[0-9]+)?))*\}$';
COMMENT ON VIEW berita.attached IS 'the attached tables of this database: source, articles table, view of the columns, options';
GRANT SELECT ON berita.attached TO PUBLIC;

-- Anybody may call a view of his like ours: so each is only counted as its owner, and by who may act as him.
CREATE FUNCTION berita.status() RETURNS TABLE (source regclass, mode text, rows bigint, analysed bigint, pending bigint, stale bigint, failed bigint, unpaired bigint, last timestamptz)
	LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	one		record;
	counts	jsonb;
BEGIN
	FOR one IN SELECT a.*, to_regclass(a.articles) AS side FROM berita.attached a JOIN pg_class c ON c.oid = to_regclass(a.articles)
			WHERE pg_has_role(c.relowner, 'USAGE') ORDER BY a.view::text LOOP
		source := one.source;
		mode := CASE WHEN (one.options -> 'triggers')::boolean THEN one.options ->> 'mode' ELSE 'no triggers' END;
		counts := (SELECT berita.run_as_owner(one.side, format('SELECT jsonb_build_object(''rows'', count(*), ''analysed'', count(*) FILTER (WHERE a.analysis = %1$s AND a.error IS NULL),
			''pending'', count(*) FILTER (WHERE a.id IS NULL OR a.analysis = 0), ''stale'', count(*) FILTER (WHERE a.analysis NOT IN (0, %1$s)),
			''failed'', count(*) FILTER (WHERE a.error IS NOT NULL), ''unpaired'', count(*) FILTER (WHERE a.paired < 1 AND a.analysis > 0 AND a.error IS NULL), ''last'', max(a.analysed))
			FROM %2$s s LEFT JOIN %3$s a ON a.id = s.id', berita.analysis_version(), one.view, one.articles), NULL));
		rows := counts ->> 'rows';
		analysed := counts ->> 'analysed';
		pending := counts ->> 'pending';
		stale := counts ->> 'stale';
		failed := counts ->> 'failed';
		unpaired := counts ->> 'unpaired';
		last := counts ->> 'last';
		RETURN NEXT;
	END LOOP;
END
$$;
COMMENT ON FUNCTION berita.status() IS 'per attached table: how many articles there are, are analysed, wait, are stale since an upgrade, could not be analysed, are not yet paired for good';
