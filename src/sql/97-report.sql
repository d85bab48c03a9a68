
-- # The report's style and the page as a whole

CREATE FUNCTION berita.report_style() RETURNS text
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN $style$
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d1c1a; --soft: #67635c; --rule: #dcd7cc; --track: #ece8de; --fill: #1f5f8b; --copy: #c4622d; --mark: #fbe9a9; --mark2: #e6efd6; --s0: #d5d0c4; --s1: #a9a294; --s2: #c4622d; --s3: #6d9dbf; --s4: #1f5f8b; }
@media (prefers-color-scheme: dark) { :root { --paper: #171613; --ink: #ece8df; --soft: #a39d92; --rule: #3a372f; --track: #2b2923; --fill: #6fb1e0; --copy: #e8915c; --mark: #55481a; --mark2: #36421f; --s0: #45413a; --s1: #7a7468; --s2: #e8915c; --s3: #4d7fa3; --s4: #8cc4ec; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 16px/1.55 "Charter", "Source Serif 4", "Noto Serif", Georgia, serif; -webkit-text-size-adjust: 100%; }
body { max-width: 66rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; font-weight: 700; }
h1 { font-size: clamp(1.8rem, 5vw, 2.8rem); margin: 0 0 .3rem; letter-spacing: -.01em; }
h2 { font-size: 1.35rem; margin: 0 0 .4rem; padding-top: .6rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 0 0 .2rem; }
header p, .lead, .by, .none, footer, figcaption { color: var(--soft); }
header p, .by, .figures span, .bars, .members, .legend, figcaption, .most, .ends, cite, footer { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header p { margin: 0; font-size: .95rem; }
.lead { margin: 0 0 1rem; max-width: 44rem; }
section { margin: 2.6rem 0 0; }
.figures { list-style: none; margin: 1.8rem 0 0; padding: 0; display: grid; grid-template-columns: repeat(4, 1fr); gap: 1px; background: var(--rule); border: 1px solid var(--rule); }
.figures li { background: var(--paper); padding: .8rem .9rem; }
.figures b { display: block; font-size: 1.7rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
.figures span { color: var(--soft); font-size: .85rem; }
.bars { list-style: none; margin: 0; padding: 0; display: grid; gap: .7rem; font-size: .95rem; }
.bars li { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; align-items: baseline; }
.bars small, .members small { color: var(--soft); font-size: .85em; }
.bars .value { color: var(--soft); font-size: .85rem; text-align: right; font-variant-numeric: tabular-nums; }
.bar { grid-column: 1 / -1; width: 100%; height: .55rem; display: block; }
.track { fill: var(--track); } .fill { fill: var(--fill); } .copy { fill: var(--copy); }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; }
figure { margin: 0; } figcaption { font-size: .9rem; margin-bottom: .8rem; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
.key i { display: inline-block; width: .8em; height: .8em; margin-right: .35em; }
i.fill { background: var(--fill); } i.copy { background: var(--copy); }
.time svg { display: block; width: 100%; height: 11rem; overflow: visible; }
.grid, .axis { stroke: var(--rule); stroke-width: 1; vector-effect: non-scaling-stroke; } .axis { stroke: var(--soft); }
.most, .ends { font-size: .8rem; color: var(--soft); } .ends { display: flex; justify-content: space-between; margin: .3rem 0 0; }
.clusters { display: grid; grid-template-columns: 1fr 1fr; gap: 1.8rem 2.5rem; }
.by { margin: 0; font-size: .85rem; }
.lane { display: block; width: 100%; height: 1.4rem; overflow: visible; }
.lane circle { stroke: var(--paper); stroke-width: 1.5; }
.members { margin: 0; font-size: .85rem; display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
.share { display: block; width: 100%; height: 1.9rem; }
.s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); } .s4 { fill: var(--s4); }
.legend { list-style: none; margin: .6rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; font-size: .9rem; }
.chip { width: .8em; height: .8em; }
.read { max-width: 44rem; margin: 0 auto 2.2rem; } .read p { margin: .6rem 0; }
mark { background: var(--mark); color: inherit; padding: .06em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; } mark.indirect { background: var(--mark2); }
cite { font-style: normal; font-size: .72rem; color: var(--fill); margin: 0 .25em; font-weight: 600; }
cite::before { content: "\2190\00a0"; }
footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--rule); font-size: .85rem; }
@media (max-width: 46rem) { .figures { grid-template-columns: repeat(2, 1fr); } .clusters, .columns { grid-template-columns: minmax(0, 1fr); } body { padding: 1.2rem 1rem 2rem; } .time svg { height: 8rem; } }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --track: #eee; --fill: #1f5f8b; --copy: #b4521d; --mark: #f6e6a5; --mark2: #e3ecd3; --s0: #d5d0c4; --s1: #a9a294; --s2: #c4622d; --s3: #6d9dbf; --s4: #1f5f8b; } html { font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; } body { max-width: none; padding: 0; } .cluster, .bars li, figure, .figures { break-inside: avoid; } h2, h3 { break-after: avoid; } @page { margin: 16mm; } }
$style$;
COMMENT ON FUNCTION berita.report_style() IS 'the style sheet of berita.report: light, dark, phone, print';

CREATE FUNCTION berita.report_options(options jsonb) RETURNS jsonb
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- casts of jsonb
AS $$
DECLARE
	usual	constant jsonb := '{"lang": "id", "title": null, "top": 15, "clusters": 6, "articles": 3}';
	key		text;
BEGIN
	FOR key IN SELECT k FROM jsonb_object_keys(options) k WHERE NOT usual ? k AND k <> 'schema' LIMIT 1 LOOP
		RAISE invalid_parameter_value USING MESSAGE = format('unknown option "%s"', key), HINT = 'Accepted are: lang, title, top, clusters, articles, schema.';
	END LOOP;
	options := usual || options;
	IF options ->> 'lang' NOT IN ('id', 'en') OR options ->> 'lang' IS NULL THEN
		RAISE invalid_parameter_value USING MESSAGE = format('option "lang" is "%s"', options ->> 'lang'), HINT = 'Accepted are: id, en.';
	END IF;
	FOREACH key IN ARRAY '{top,clusters,articles}'::text[] LOOP
		IF jsonb_typeof(options -> key) <> 'number' OR (options ->> key)::numeric NOT BETWEEN 0 AND 1000 THEN
			RAISE invalid_parameter_value USING MESSAGE = format('option "%s" must be a number from 0 to 1000', key);
		END IF;
	END LOOP;
	RETURN options;
END
$$;
COMMENT ON FUNCTION berita.report_options(jsonb) IS 'options of berita.report with their defaults; raises what is unknown or out of range';

CREATE FUNCTION berita.report_header(plan jsonb, words jsonb, title text, lang text) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	first	timestamptz;
	last	timestamptz;
BEGIN
	EXECUTE berita.report_query(plan, 'SELECT percentile_disc(0.01) WITHIN GROUP (ORDER BY published), percentile_disc(0.99) WITHIN GROUP (ORDER BY published) FROM {articles}') INTO first, last;
	RETURN format(E'<header><h1>%s</h1>\n<p>%s%s %s</p></header>\n', title,
		coalesce(berita.report_date(first, lang) || ' &#8211; ' || berita.report_date(last, lang) || ' &#183; ', ''), words ->> 'made', berita.report_date(now(), lang));
END
$$;
COMMENT ON FUNCTION berita.report_header(jsonb, jsonb, text, text) IS 'section of berita.report: title, time covered, day made';

CREATE FUNCTION berita.report(source regclass, options jsonb DEFAULT '{}') RETURNS text
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp	-- reads tables
AS $$
DECLARE
	wish	jsonb := berita.report_options(options);
	lang	text := wish ->> 'lang';
	words	jsonb := berita.report_words(lang);
	plan	jsonb := berita.refresh_plan(source, 1, CASE WHEN wish ? 'schema' THEN jsonb_build_object('schema', wish -> 'schema') ELSE '{}' END);
	title	text := berita.report_escape(coalesce(wish ->> 'title', format('%s: %s', words ->> 'title', (SELECT relname FROM pg_class WHERE oid = source))));
BEGIN
	RETURN format(E'<!DOCTYPE html>\n<html lang="%s">\n<head>\n<meta charset="utf-8"/>\n<meta name="viewport" content="width=device-width, initial-scale=1"/>\n<meta http-equiv="Content-Security-Policy" content="default-src ''none''; style-src ''unsafe-inline''"/>\n<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n', lang, title, berita.report_style())
		|| berita.report_header(plan, words, title, lang)
		|| berita.report_figures(plan, words)
		|| berita.report_time(plan, words, lang)
		|| '<div class="columns">' || berita.report_who(plan, words, (wish ->> 'top')::int)
		|| berita.report_sources(plan, words, (wish ->> 'top')::int) || E'</div>\n'
		|| berita.report_shares(plan, words)
		|| berita.report_clusters(plan, words, lang, (wish ->> 'clusters')::int)
		|| berita.report_reading(plan, words, lang, (wish ->> 'articles')::int)
		|| format(E'<footer>%s %s.</footer>\n</body>\n</html>\n', words ->> 'foot', berita.version());
END
$$;
COMMENT ON FUNCTION berita.report(regclass, jsonb) IS 'one self-contained HTML page about an attached table: figures, who is quoted, coverage over time, sources, copies, articles with quotations marked; options lang (id, en), title, top, clusters, articles';
