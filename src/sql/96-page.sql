
-- # The report's sections and the page around them

-- Queries name {articles}, {quotes}, ... as the views' patterns do, and views by {view:name}.
CREATE FUNCTION berita.report_query(plan jsonb, query text) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- as format() is
AS $$
DECLARE
	part	text;
BEGIN
	FOREACH part IN ARRAY '{articles,quotes,sources,people,copies,source}'::text[] LOOP
		query := replace(query, '{' || part || '}', berita.side_table(plan, 'berita_' || part));
	END LOOP;
	FOREACH part IN ARRAY ARRAY(SELECT name FROM berita.attached_views) LOOP
		query := replace(query, '{view:' || part || '}', berita.side_table(plan, part));
	END LOOP;
	RETURN replace(query, '{key}', quote_ident(berita.key_name(plan)));
END
$$;
COMMENT ON FUNCTION berita.report_query(jsonb, text) IS 'a query of berita.report with the names of an attached table filled in';

CREATE FUNCTION berita.report_figures(plan jsonb, words jsonb) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	f		record;
	html	text;
BEGIN
	EXECUTE berita.report_query(plan, 'SELECT count(*) AS articles, count(DISTINCT outlet) AS outlets, coalesce(sum(quotes), 0) AS quotes,
		(SELECT count(DISTINCT speaker) FROM {quotes} WHERE speaker_kind IS DISTINCT FROM ''anonymous'') AS speakers,
		(SELECT count(DISTINCT source) FROM {sources}) AS credits, (SELECT coalesce(sum(copies), 0) FROM {view:timeline}) AS copied,
		count(*) FILTER (WHERE speakers = 1) AS single, count(*) FILTER (WHERE quotes > 0) AS quoting,
		count(*) FILTER (WHERE anonymous > 0) AS unnamed FROM {articles}') INTO f;
	SELECT string_agg(format('<li><b>%s</b> <span>%s</span></li>', value, words ->> word), E'\n' ORDER BY n) INTO html FROM (VALUES
		(1, 'articles', berita.report_number(f.articles, words)), (2, 'outlets', berita.report_number(f.outlets, words)),
		(3, 'quotes', berita.report_number(f.quotes, words)), (4, 'speakers', berita.report_number(f.speakers, words)),
		(5, 'credits', berita.report_number(f.credits, words)), (6, 'copied', berita.report_number(f.copied, words)),
		(7, 'single', berita.report_number(100.0 * f.single / greatest(f.quoting, 1), words) || ' %'),
		(8, 'unnamed', berita.report_number(100.0 * f.unnamed / greatest(f.quoting, 1), words) || ' %')) v(n, word, value);
	RETURN format(E'<ul class="figures">\n%s\n</ul>\n', html);
END
$$;
COMMENT ON FUNCTION berita.report_figures(jsonb, jsonb) IS 'section of berita.report: the headline figures';

CREATE FUNCTION berita.report_who(plan jsonb, words jsonb, top int) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	rows	jsonb;
BEGIN
	EXECUTE berita.report_query(plan, 'SELECT jsonb_agg(jsonb_build_object(''label'', speaker, ''note'', role, ''value'', quotes, ''words'',
			berita.report_number(quotes, $1) || '' '' || ($1 ->> ''quotes'') || '', '' || berita.report_number(words, $1) || '' '' || ($1 ->> ''words'')) ORDER BY quotes DESC, words DESC, speaker)
		FROM (SELECT * FROM {view:speakers} ORDER BY quotes DESC, words DESC, speaker LIMIT $2) s') INTO rows USING words, top;
	RETURN berita.report_section('h_who', 'p_who', berita.report_bars(rows), words);
END
$$;
COMMENT ON FUNCTION berita.report_who(jsonb, jsonb, int) IS 'section of berita.report: who is quoted most';

CREATE FUNCTION berita.report_sources(plan jsonb, words jsonb, top int) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	rows	jsonb;
BEGIN
	EXECUTE berita.report_query(plan, 'SELECT jsonb_agg(jsonb_build_object(''label'', source, ''note'', coalesce($1 ->> relation, relation), ''value'', articles,
			''words'', berita.report_number(articles, $1) || '' '' || ($1 ->> ''articles'')) ORDER BY articles DESC, source, relation)
		FROM (SELECT * FROM {view:sources} WHERE relation IN (''reported'', ''published'', ''platform'') ORDER BY articles DESC, source, relation LIMIT $2) s') INTO rows USING words, top;
	RETURN berita.report_section('h_sources', 'p_sources', berita.report_bars(rows), words);
END
$$;
COMMENT ON FUNCTION berita.report_sources(jsonb, jsonb, int) IS 'section of berita.report: sources credited';

-- A column per day, week, month or year between the 1st and 99th percentile of what is dated.
CREATE FUNCTION berita.report_time(plan jsonb, words jsonb, lang text) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	first	date;
	last	date;
	unit	text;
	n		int;
	most	numeric;
	columns	text;
BEGIN
	EXECUTE berita.report_query(plan, 'SELECT (percentile_disc(0.01) WITHIN GROUP (ORDER BY published) AT TIME ZONE ''Asia/Jakarta'')::date,
		(percentile_disc(0.99) WITHIN GROUP (ORDER BY published) AT TIME ZONE ''Asia/Jakarta'')::date FROM {articles}') INTO first, last;
	IF first IS NULL THEN
		RETURN berita.report_section('h_time', NULL, NULL, words);
	END IF;
	unit := CASE WHEN last - first <= 62 THEN 'day' WHEN last - first <= 430 THEN 'week' WHEN last - first <= 4400 THEN 'month' ELSE 'year' END;
	EXECUTE berita.report_query(plan, 'WITH bucket AS (
			SELECT day, row_number() OVER (ORDER BY day) - 1 AS n FROM generate_series(date_trunc($1, $2::timestamp), $3::timestamp, (''1 '' || $1)::interval) day
		), counted AS (
			SELECT date_trunc($1, day::timestamp) AS day, sum(articles) AS articles, sum(copies) AS copies FROM {view:timeline} WHERE day BETWEEN $2 AND $3 GROUP BY 1
		), scale AS (SELECT greatest(max(articles), 1) AS most FROM counted)
		SELECT count(*), max(most), string_agg(format(''<g><title>%s: %s</title><rect class="fill" x="%s" width="0.86" y="%s" height="%s"/><rect class="copy" x="%s" width="0.86" y="%s" height="%s"/></g>'',
			to_char(b.day, ''YYYY-MM-DD''), c.articles, b.n, round(100 - 100 * c.articles / most, 2), round(100 * (c.articles - c.copies) / most, 2),
			b.n, round(100 - 100 * c.copies / most, 2), round(100 * c.copies / most, 2)), E''\n'' ORDER BY b.n)
		FROM bucket b LEFT JOIN counted c USING (day), scale') INTO n, most, columns USING unit, first, last;
	RETURN berita.report_section('h_time', NULL, format(
		E'<figure class="time"><figcaption>%s <span class="key"><i class="fill"></i>%s</span> <span class="key"><i class="copy"></i>%s</span></figcaption>\n<span class="most">%s</span>\n<svg viewBox="0 0 %s 100" preserveAspectRatio="none" role="img" aria-label="%s">\n<line class="grid" x2="%s" y1="0" y2="0"/><line class="grid" x2="%s" y1="50" y2="50"/>\n%s\n<line class="axis" x2="%s" y1="100" y2="100"/></svg>\n<p class="ends"><span>%s</span><span>%s</span></p></figure>',
		words ->> ('per_' || unit), words ->> 'l_original', words ->> 'l_copy', berita.report_number(most, words), n, words ->> 'h_time', n, n, columns, n,
		berita.report_date(first::timestamp AT TIME ZONE 'Asia/Jakarta', lang), berita.report_date(last::timestamp AT TIME ZONE 'Asia/Jakarta', lang)), words);
END
$$;
COMMENT ON FUNCTION berita.report_time(jsonb, jsonb, text) IS 'section of berita.report: articles over time, copies among them';

-- One group of copies: its first article, dots over time, who came when.
CREATE FUNCTION berita.report_cluster(members jsonb, words jsonb, lang text) RETURNS text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- as dates are
BEGIN ATOMIC
	SELECT format(E'<article class="cluster"><h3>%s</h3>\n<p class="by"><b>%s</b> &#183; %s &#183; %s %s</p>\n<svg class="lane" role="img" aria-label="%s"><line class="axis" x1="2%%" x2="98%%" y1="50%%" y2="50%%"/>%s</svg>\n<p class="members">%s%s</p></article>',
		berita.report_escape(members -> 0 ->> 'title'), berita.report_escape(coalesce(members -> 0 ->> 'outlet', words ->> 'unknown')),
		coalesce(berita.report_date((members -> 0 ->> 'published')::timestamptz, lang), words ->> 'undated'), jsonb_array_length(members), words ->> 'members',
		words ->> 'h_clusters',
		string_agg(format('<circle class="%s" cx="%s%%" cy="50%%" r="5"/>', CASE n WHEN 1 THEN 'fill' ELSE 'copy' END,
			round(2 + 96 * extract(epoch FROM (m ->> 'lag')::interval) / greatest(longest, 1), 2)), '' ORDER BY n DESC) FILTER (WHERE m ->> 'lag' IS NOT NULL),
		string_agg(format('<span>%s <small>%s</small></span>', berita.report_escape(coalesce(m ->> 'outlet', words ->> 'unknown')),
			coalesce(berita.report_lag((m ->> 'lag')::interval, words), words ->> 'undated')), ' ' ORDER BY n) FILTER (WHERE n BETWEEN 2 AND 9),
		CASE WHEN count(*) > 9 THEN format(' <span>+%s %s</span>', count(*) - 9, words ->> 'more') END)
	FROM jsonb_array_elements(members) WITH ORDINALITY e(m, n),
		(SELECT max(extract(epoch FROM (l ->> 'lag')::interval)) AS longest FROM jsonb_array_elements(members) l) scale
	GROUP BY longest;
END;
COMMENT ON FUNCTION berita.report_cluster(jsonb, jsonb, text) IS 'a group of copies for berita.report';

CREATE FUNCTION berita.report_clusters(plan jsonb, words jsonb, lang text, top int) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	html	text;
BEGIN
	EXECUTE berita.report_query(plan, 'SELECT string_agg(berita.report_cluster(g.members, $1, $2), E''\n'' ORDER BY g.place) FROM (
			SELECT p.place, jsonb_agg(jsonb_build_object(''title'', coalesce(nullif(c.title, ''''), left(s.body, 90) || ''...''),
				''outlet'', nullif(c.outlet, ''''), ''published'', c.published, ''lag'', c.lag) ORDER BY c.rank) AS members
			FROM (SELECT *, row_number() OVER (ORDER BY outlets DESC, size DESC, cluster) AS place FROM (
						SELECT cluster, size, count(DISTINCT outlet) AS outlets FROM {view:clusters} GROUP BY cluster, size) n ORDER BY place LIMIT $3) p
				JOIN {view:clusters} c USING (cluster, size) LEFT JOIN {source} s ON s.id = c.{key} AND c.rank = 1
			GROUP BY p.place) g') INTO html USING words, lang, top;
	RETURN berita.report_section('h_clusters', 'p_clusters', '<div class="clusters">' || html || '</div>', words);
END
$$;
COMMENT ON FUNCTION berita.report_clusters(jsonb, jsonb, text, int) IS 'section of berita.report: the largest groups of copies';

CREATE FUNCTION berita.report_shares(plan jsonb, words jsonb) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	html	text;
BEGIN
	EXECUTE berita.report_query(plan, 'WITH share AS (
			SELECT k.n, k.word, count(a.id) AS articles, sum(count(a.id)) OVER () AS total, sum(count(a.id)) OVER (ORDER BY k.n) - count(a.id) AS before
			FROM (VALUES (0, ''s_none''), (1, ''s_unknown''), (2, ''s_one''), (3, ''s_two''), (4, ''s_more'')) k(n, word)
				LEFT JOIN {articles} a ON k.n = CASE WHEN a.quotes > 0 THEN least(a.speakers, 3) + 1 WHEN a.quotes = 0 THEN 0 END
			GROUP BY k.n, k.word
		)
		SELECT format(E''<svg class="share" role="img" aria-label="%s">%s</svg>\n<ul class="legend">%s</ul>'', $1 ->> ''h_share'',
			string_agg(format(''<rect class="s%s" x="%s%%" width="%s%%" height="100%%"/>'', n, round(100 * before / greatest(total, 1), 3), round(100.0 * articles / greatest(total, 1), 3)), '''' ORDER BY n),
			string_agg(format(''<li><svg class="chip" aria-hidden="true"><rect class="s%s" width="100%%" height="100%%"/></svg> %s <b>%s %%</b></li>'', n, $1 ->> word,
				berita.report_number(100.0 * articles / greatest(total, 1), $1, 1)), '''' ORDER BY n))
		FROM share HAVING sum(articles) > 0') INTO html USING words;
	RETURN berita.report_section('h_share', NULL, html, words);
END
$$;
COMMENT ON FUNCTION berita.report_shares(jsonb, jsonb) IS 'section of berita.report: how many speakers the articles have';

-- Plain text between two places, a paragraph at each newline and at each of the breaks.
CREATE FUNCTION berita.report_plain(body text, first int, beyond int, breaks int[]) RETURNS text
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT coalesce(string_agg(replace(berita.report_escape(substr(body, at, till - at)), E'\n', '</p><p>'), '</p><p>' ORDER BY at), '')
	FROM (SELECT at, lead(at, 1, beyond) OVER (ORDER BY at) AS till
		FROM (SELECT first AS at UNION SELECT b FROM unnest(breaks) b WHERE b > first AND b < beyond) places) parts);
COMMENT ON FUNCTION berita.report_plain(text, int, int, int[]) IS 'part of an article for berita.report, escaped';

-- An article with its quotations marked and their speakers named.
CREATE FUNCTION berita.report_article(body text, quotes jsonb) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads its argument only
AS $$
DECLARE
	at		int := 1;
	html	text := '';
	quote	jsonb;
	after	text;
	breaks	int[] := CASE WHEN strpos(body, E'\n') = 0
		THEN ARRAY(SELECT s.start FROM berita.sentences(body) s WHERE s.n % 3 = 1 AND s.n > 1 AND NOT s.in_quote) ELSE '{}' END;
BEGIN
	FOR quote IN SELECT q FROM jsonb_array_elements(quotes) q LOOP
		CONTINUE WHEN (quote ->> 'start')::int < at;
		html := html || berita.report_plain(body, at, (quote ->> 'start')::int, breaks);
		at := (quote ->> 'start')::int + (quote ->> 'length')::int;
		after := coalesce(substring(substr(body, at, 1) FROM '["\u201d\u201c\u2019\u00bb]'), '');
		html := html || format('<mark class="%s">%s</mark>%s%s', quote ->> 'kind',
			replace(berita.report_escape(substr(body, (quote ->> 'start')::int, (quote ->> 'length')::int)), E'\n', '<br/>'),
			berita.report_escape(after), coalesce('<cite>' || berita.report_escape(quote ->> 'speaker') || '</cite>', ''));
		at := at + length(after);
	END LOOP;
	RETURN regexp_replace('<p>' || html || berita.report_plain(body, at, length(body) + 1, breaks) || '</p>', '<p>\s*</p>', '', 'g');
END
$$;
COMMENT ON FUNCTION berita.report_article(text, jsonb) IS 'an article for berita.report, its quotations marked and their speakers named';

CREATE FUNCTION berita.report_reading(plan jsonb, words jsonb, lang text, top int) RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	html	text;
BEGIN
	EXECUTE berita.report_query(plan, 'SELECT string_agg(format(E''<article class="read"><h3>%s</h3>\n<p class="by"><b>%s</b> &#183; %s</p>\n%s</article>'',
			berita.report_escape(coalesce(nullif(a.title, ''''), left(s.body, 90) || ''...'')), berita.report_escape(coalesce(nullif(a.outlet, ''''), $1 ->> ''unknown'')),
			coalesce(berita.report_date(a.published, $2), $1 ->> ''undated''), berita.report_article(s.body, q.quotes)), E''\n'' ORDER BY a.place)
		FROM (SELECT *, row_number() OVER (ORDER BY title > '''' DESC NULLS LAST, published IS NOT NULL DESC,
					words BETWEEN 150 AND 400 DESC, least(speakers - anonymous, 3) DESC, quotes DESC, id) AS place FROM {articles}
				WHERE words BETWEEN 20 AND 450 AND speakers > 0 AND repeated < 0.1 ORDER BY place LIMIT $3) a
			JOIN {source} s ON s.id = a.id
			CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object(''start'', start, ''length'', length, ''speaker'', speaker, ''kind'', kind) ORDER BY start, n) AS quotes
				FROM {quotes} WHERE id = a.id) q') INTO html USING words, lang, top;
	RETURN berita.report_section('h_read', NULL, html, words);
END
$$;
COMMENT ON FUNCTION berita.report_reading(jsonb, jsonb, text, int) IS 'section of berita.report: some articles with their quotations marked';
