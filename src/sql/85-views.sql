
-- # Reporting views over an attached table
--
-- Each view is a query with names in braces: {articles} and its like are the
-- side tables, {key} the name of the source table's key column.  The views
-- read with the rights of who asks; their columns are only ever added to.

CREATE FUNCTION berita.stars(a int[], b int[]) RETURNS TABLE (member int, centre int)
	AS 'MODULE_PATHNAME', 'berita_stars'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION berita.stars(int[], int[]) IS 'groups numbered things joined pairwise (a[i] with b[i]): in order of number each one becomes a centre, or joins the first centre that it is joined with itself';

CREATE VIEW berita.attached_views AS
SELECT name, comment, query FROM (VALUES
('quotes', 'every quotation, with its article', $$
	SELECT q.id AS {key}, a.title, a.outlet, a.published, {quote_columns}
	FROM {quotes} q JOIN {articles} a ON a.id = q.id$$),
('speakers', 'who is quoted: by how many quotations, words, articles and outlets, from when to when; unnamed sources left out', $$
	WITH said AS (
		SELECT s.speaker, q.id, count(*) AS quotes, sum(q.words) AS words, max(q.role) AS role, max(q.affiliation) AS affiliation
		FROM {quotes} q CROSS JOIN LATERAL string_to_table(q.speaker, '; ') s(speaker)
		WHERE q.speaker_kind IS DISTINCT FROM 'anonymous'
		GROUP BY s.speaker, q.id
	), named AS (
		SELECT name, sum(mentions) AS mentions FROM {people} GROUP BY name
	)
	SELECT s.speaker, mode() WITHIN GROUP (ORDER BY s.role) AS role, mode() WITHIN GROUP (ORDER BY s.affiliation) AS affiliation,
		sum(s.quotes)::bigint AS quotes, sum(s.words)::bigint AS words, count(*) AS articles, count(DISTINCT a.outlet) AS outlets,
		coalesce(max(p.mentions), 0)::bigint AS mentions, min(a.published) AS first, max(a.published) AS last
	FROM said s JOIN {articles} a ON a.id = s.id LEFT JOIN named p ON p.name = s.speaker
	GROUP BY s.speaker
	ORDER BY quotes DESC, words DESC, speaker$$),
('sources', 'media, agencies and platforms that the articles credit', $$
	SELECT s.source, s.relation, count(DISTINCT s.id) AS articles, count(DISTINCT a.outlet) AS outlets
	FROM {sources} s JOIN {articles} a ON a.id = s.id
	GROUP BY s.source, s.relation
	ORDER BY articles DESC, source, relation$$),
('near_duplicates', 'pairs of articles that share text: exact measures on words, which is earlier and by how much', $$
	SELECT c.id_a AS {key}_a, c.id_b AS {key}_b, c.resemblance, c.containment_a, c.containment_b,
		CASE WHEN c.resemblance >= 1 THEN 'identical' WHEN c.resemblance >= 0.8 THEN 'near-copy'
			WHEN c.containment_a >= 0.8 THEN 'excerpt' WHEN c.containment_b >= 0.8 THEN 'contains'
			WHEN c.resemblance >= 0.5 THEN 'rewrite' ELSE 'shared-passage' END AS kind,
		CASE WHEN a.published < b.published THEN 'a' WHEN a.published > b.published THEN 'b' END AS earlier,
		greatest(a.published, b.published) - least(a.published, b.published) AS lag,
		a.outlet AS outlet_a, b.outlet AS outlet_b, a.title AS title_a, b.title AS title_b,
		a.published AS published_a, b.published AS published_b
	FROM {copies} c JOIN {articles} a ON a.id = c.id_a JOIN {articles} b ON b.id = c.id_b$$),
('clusters', 'groups of copies: every member shares text with the representative itself; first by time of publication', $$
	WITH node AS (
		SELECT a.id, a.title, a.outlet, a.published, (row_number() OVER (ORDER BY a.published, a.id))::int AS n
		FROM {articles} a WHERE a.id IN (SELECT id_a FROM {copies} UNION SELECT id_b FROM {copies})
	), edge AS (
		SELECT x.n AS a, y.n AS b FROM {copies} c JOIN node x ON x.id = c.id_a JOIN node y ON y.id = c.id_b
	)
	SELECT dense_rank() OVER (ORDER BY s.centre) AS cluster, m.id AS {key}, rank() OVER w AS rank, s.member = s.centre AS representative,
		count(*) OVER (PARTITION BY s.centre) AS size, m.title, m.outlet, m.published,
		first_value(m.outlet) OVER w AS first_outlet, m.published - min(m.published) OVER (PARTITION BY s.centre) AS lag
	FROM berita.stars((SELECT array_agg(a) FROM edge), (SELECT array_agg(b) FROM edge)) s JOIN node m ON m.n = s.member
	WINDOW w AS (PARTITION BY s.centre ORDER BY m.n)$$),
('single_source', 'articles all of whose attributed quotations come from one speaker', $$
	SELECT a.id AS {key}, a.title, a.outlet, a.published, min(q.speaker) AS speaker, a.quotes, sum(q.words)::bigint AS words
	FROM {articles} a JOIN {quotes} q ON q.id = a.id
	WHERE a.speakers = 1
	GROUP BY a.id, a.title, a.outlet, a.published, a.quotes$$),
('anonymous', 'articles that quote somebody without a name, and as whom', $$
	SELECT a.id AS {key}, a.title, a.outlet, a.published, a.quotes, a.anonymous,
		string_agg(DISTINCT CASE WHEN q.mention_type IN ('pronoun', 'clitic') THEN q.speaker ELSE coalesce(q.mention, q.speaker) END, '; ') AS mentions
	FROM {articles} a JOIN {quotes} q ON q.id = a.id AND q.speaker_kind = 'anonymous'
	WHERE a.anonymous > 0
	GROUP BY a.id, a.title, a.outlet, a.published, a.quotes, a.anonymous$$),
('timeline', 'per day (in Jakarta) and outlet: articles, quotations, different speakers, later copies of an earlier article', $$
	WITH day AS (
		SELECT a.id, (a.published AT TIME ZONE 'Asia/Jakarta')::date AS day, a.outlet, a.quotes FROM {articles} a
	), copy AS (
		SELECT CASE WHEN a.published < b.published THEN b.id ELSE a.id END AS id
		FROM {copies} c JOIN {articles} a ON a.id = c.id_a JOIN {articles} b ON b.id = c.id_b
		WHERE a.published <> b.published GROUP BY 1
	), part AS (
		SELECT d.day, d.outlet, count(*) AS articles, coalesce(sum(d.quotes), 0) AS quotes, 0 AS speakers, count(copy.id) AS copies
		FROM day d LEFT JOIN copy ON copy.id = d.id GROUP BY d.day, d.outlet
		UNION ALL
		SELECT q.day, q.outlet, 0, 0, count(*), 0
		FROM (SELECT DISTINCT d.day, d.outlet, q.speaker FROM {quotes} q JOIN day d ON d.id = q.id WHERE q.speaker IS NOT NULL) q GROUP BY q.day, q.outlet
	)
	SELECT day, outlet, sum(articles)::bigint AS articles, sum(quotes)::bigint AS quotes, sum(speakers)::bigint AS speakers, sum(copies)::bigint AS copies
	FROM part GROUP BY day, outlet$$),
('quality', 'per article: shares of the text that are repeated, boilerplate and unreadable, whether it quotes nobody, and why it could not be analysed', $$
	SELECT a.id AS {key}, a.outlet, a.published, a.words, a.repeated, a.boilerplate, coalesce(a.quotes, 0) = 0 AS no_quotes, a.unreadable, a.error
	FROM {articles} a$$),
('who_must_correct', 'an article and every later copy of it: who has to follow when it is corrected; in both directions where a time is not known', $$
	SELECT o.id AS {key}, o.title, o.outlet, o.published, l.id AS copy_{key}, l.title AS copy_title, l.outlet AS copy_outlet,
		l.published AS copy_published, l.published - o.published AS lag, c.share
	FROM (SELECT id_a AS original, id_b AS later, containment_a AS share FROM {copies}
			UNION ALL SELECT id_b, id_a, containment_b FROM {copies}) c
		JOIN {articles} o ON o.id = c.original JOIN {articles} l ON l.id = c.later
	WHERE (l.published >= o.published) IS NOT FALSE$$)
) views (name, comment, query);
COMMENT ON VIEW berita.attached_views IS 'the reporting views that berita.attach makes, as patterns';
GRANT SELECT ON berita.attached_views TO PUBLIC;

-- The key column's name in the views: its own, unless a view has another column of that name.
CREATE FUNCTION berita.key_name(plan jsonb) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	view	regclass := to_regclass(berita.side_table(plan, 'quality'));
	key		text := CASE WHEN view IS NULL THEN plan -> 'columns' ->> 'id'
		ELSE (SELECT attname FROM pg_attribute WHERE attrelid = view AND attnum = 1) END;
BEGIN
	IF view IS NULL AND EXISTS (SELECT FROM pg_attribute a JOIN pg_type t ON t.typrelid = a.attrelid
			WHERE t.oid IN ('berita.quote'::regtype, 'berita.article'::regtype) AND a.attname = key) OR key ~ '^(cluster|rank|representative|size|first_outlet|lag|share|copy_.*|mentions|no_quotes)$' THEN
		key := key || '_key';
	END IF;
	RETURN key;
END
$$;
COMMENT ON FUNCTION berita.key_name(jsonb) IS 'name of the key column in the reporting views';

CREATE FUNCTION berita.attach_views(plan jsonb) RETURNS SETOF text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	pattern	record;
	query	text;
	kind	text;
	key		text := berita.key_name(plan);
	quotes	text := (SELECT string_agg(format('q.%I', attname), ', ' ORDER BY attnum) FROM pg_attribute
		WHERE attrelid = (SELECT typrelid FROM pg_type WHERE oid = 'berita.quote'::regtype) AND attnum > 0 AND NOT attisdropped);
BEGIN
	FOR pattern IN SELECT name, comment, v.query FROM berita.attached_views v LOOP
		query := replace(pattern.query, '{quote_columns}', quotes);
		FOREACH kind IN ARRAY '{articles,quotes,sources,people,signatures,copies}'::text[] LOOP
			query := replace(query, '{' || kind || '}', berita.side_table(plan, 'berita_' || kind));
		END LOOP;
		query := replace(query, 'copy_{key}', quote_ident('copy_' || key));
		query := replace(replace(query, '{key}_a', quote_ident(key || '_a')), '{key}_b', quote_ident(key || '_b'));
		RETURN NEXT format('CREATE OR REPLACE VIEW %s WITH (security_invoker) AS%s', berita.side_table(plan, pattern.name),
			replace(query, '{key}', quote_ident(key)));
		RETURN NEXT format('COMMENT ON VIEW %s IS %L', berita.side_table(plan, pattern.name), pattern.comment);
		RETURN QUERY SELECT berita.attach_owner(plan, 'VIEW', berita.side_table(plan, pattern.name));
	END LOOP;
END
$$;
COMMENT ON FUNCTION berita.attach_views(jsonb) IS 'statements of berita.attach: the reporting views';

-- Who may read the source table may read what is made of it.
CREATE FUNCTION berita.attach_grants(plan jsonb) RETURNS SETOF text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- reads the catalog
BEGIN ATOMIC
	SELECT format('GRANT SELECT ON %s TO %s',
		(SELECT string_agg(berita.side_table(plan, kind), ', ' ORDER BY kind) FROM (
			SELECT 'berita_' || unnest('{articles,quotes,sources,people,signatures,copies,source}'::text[])
			UNION ALL SELECT name FROM berita.attached_views) names(kind)),
		CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(acl.grantee)) END)
	FROM pg_class c, aclexplode(c.relacl) acl
	WHERE c.oid = (plan ->> 'source')::regclass AND acl.privilege_type = 'SELECT' AND acl.grantee <> c.relowner
		AND (plan -> 'options' -> 'triggers')::boolean;
END;
COMMENT ON FUNCTION berita.attach_grants(jsonb) IS 'statements of berita.attach: readers of the source table may read the side tables and views';

-- A table that was renamed: its side tables and views follow, before all else.
CREATE FUNCTION berita.attach_renames(source regclass) RETURNS SETOF text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- reads the catalog
BEGIN ATOMIC
	SELECT format('ALTER %s %I.%I RENAME TO %I', CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, n.nspname, c.relname, now_is || ending)
	FROM pg_class s JOIN pg_namespace n ON n.oid = s.relnamespace
		CROSS JOIN berita.side_prefix(s.relname) now_is
		JOIN pg_class v ON v.relnamespace = s.relnamespace AND v.relkind = 'v' AND v.relname LIKE '%\_berita\_source'
			AND v.relname <> now_is || '_berita_source' AND obj_description(v.oid, 'pg_class') LIKE 'berita: {%"triggers": true%'
			AND EXISTS (SELECT FROM pg_rewrite r JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
				WHERE r.ev_class = v.oid AND d.refclassid = 'pg_class'::regclass AND d.refobjid = s.oid)
		CROSS JOIN LATERAL (SELECT '_berita_' || unnest('{articles,quotes,sources,people,signatures,copies,source}'::text[])
			UNION ALL SELECT '_' || name FROM berita.attached_views) endings(ending)
		JOIN pg_class c ON c.relnamespace = s.relnamespace AND c.relname = regexp_replace(v.relname, '_berita_source$', '') || ending
	WHERE s.oid = source;
END;
COMMENT ON FUNCTION berita.attach_renames(regclass) IS 'statements of berita.attach for a table that was renamed: its side tables and views take its name';

CREATE FUNCTION berita.attach_sql(source regclass, body name DEFAULT NULL, id name DEFAULT NULL, title name DEFAULT NULL, published name DEFAULT NULL, outlet name DEFAULT NULL, options jsonb DEFAULT '{}') RETURNS SETOF text
	LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads the catalog
AS $$
DECLARE
	plan	jsonb;
BEGIN
	RETURN QUERY SELECT berita.attach_renames(source);
	IF FOUND THEN
		RETURN;	-- the rest is asked for once more, under the new names
	END IF;
	plan := berita.attach_plan(source, jsonb_build_object('id', id, 'body', body, 'title', title, 'published', published, 'outlet', outlet), options);
	RETURN QUERY SELECT berita.attach_source(plan);
	RETURN QUERY SELECT berita.attach_tables(plan);
	RETURN QUERY SELECT berita.attach_policies(plan);
	RETURN QUERY SELECT berita.attach_views(plan);
	RETURN QUERY SELECT berita.attach_grants(plan);
	RETURN QUERY SELECT berita.attach_triggers(plan);
END
$$;
COMMENT ON FUNCTION berita.attach_sql(regclass, name, name, name, name, name, jsonb) IS 'the statements that berita.attach would run, to be read, and piped to \gexec';

CREATE FUNCTION berita.attach(source regclass, body name DEFAULT NULL, id name DEFAULT NULL, title name DEFAULT NULL, published name DEFAULT NULL, outlet name DEFAULT NULL, options jsonb DEFAULT '{}') RETURNS TABLE (object text, comment text)
	LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	statement text;
	plan	jsonb;
BEGIN
	FOR statement IN SELECT berita.attach_renames(source) LOOP
		EXECUTE statement;
	END LOOP;
	FOR statement IN SELECT berita.attach_sql(source, body, id, title, published, outlet, options) LOOP
		EXECUTE statement;
	END LOOP;
	plan := berita.attach_plan(source, '{}', options);
	RETURN QUERY SELECT berita.side_table(plan, name), v.comment FROM berita.attached_views v;
END
$$;
COMMENT ON FUNCTION berita.attach(regclass, name, name, name, name, name, jsonb) IS 'puts side tables, triggers that keep them current, and reporting views beside a table of articles; once more adopts and completes what is there';

CREATE FUNCTION berita.detach(source regclass, options jsonb DEFAULT '{}') RETURNS SETOF text
	LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	plan	jsonb := berita.attach_plan(source, '{}', options);
	side	text;
BEGIN
	EXECUTE format('DROP TRIGGER IF EXISTS berita_sync ON %s', source);
	EXECUTE format('DROP TRIGGER IF EXISTS berita_truncate ON %s', source);
	FOR side IN SELECT name FROM berita.attached_views UNION ALL SELECT 'berita_source' LOOP
		IF to_regclass(berita.side_table(plan, side)) IS NOT NULL THEN
			EXECUTE format('DROP VIEW %s', berita.side_table(plan, side));
		END IF;
	END LOOP;
	FOR side IN SELECT 'berita_' || unnest('{articles,quotes,sources,people,signatures,copies}'::text[]) LOOP
		IF to_regclass(berita.side_table(plan, side)) IS NOT NULL THEN
			EXECUTE format('DROP TABLE %s', berita.side_table(plan, side));
			RETURN NEXT berita.side_table(plan, side);
		END IF;
	END LOOP;
END
$$;
COMMENT ON FUNCTION berita.detach(regclass, jsonb) IS 'takes triggers, reporting views and side tables off a table again; gives the tables that went';
