-- What make demo prints, from the views that berita.attach() made.
\set QUIET on
\pset null ''
\pset border 1
\pset linestyle unicode
\pset footer off
SELECT count(*) AS articles, count(*) <= 20 AS small FROM articles \gset

-- The beginning of a text, on one line.
CREATE FUNCTION brief(t text, n int) RETURNS text
	RETURN CASE WHEN length(t) > n THEN left(regexp_replace(t, '\s+', ' ', 'g'), n - 1) || '…' ELSE regexp_replace(t, '\s+', ' ', 'g') END;

\echo
\echo Who said what
\if :small
SELECT id AS article, kind, coalesce(speaker, '?') AS speaker, cue, brief(quote, 64) AS quotation
FROM articles_quotes JOIN articles a USING (id)
WHERE kind IN ('direct', 'mixed')
ORDER BY a.n, articles_quotes.n;
\else
SELECT outlet, brief(title, 30) AS title, coalesce(brief(speaker, 24), '?') AS speaker, cue, brief(quote, 52) AS quotation
FROM articles_quotes
WHERE kind IN ('direct', 'mixed')
ORDER BY hashtext(id || n), id, n LIMIT 20;
\endif
SELECT kind, count(*) AS quotations, count(speaker) AS "with a speaker", count(DISTINCT id) AS articles
FROM articles_quotes GROUP BY kind ORDER BY 2 DESC;

\echo Who is quoted most
SELECT speaker, brief(role, 36) AS role, quotes AS quotations, words, articles, mentions
FROM articles_speakers ORDER BY words DESC, speaker LIMIT 15;

\echo Whom the articles rely on
SELECT source, relation, articles FROM articles_sources ORDER BY articles DESC, source, relation LIMIT 10;

\echo Who copied whom
SELECT kind, count(*) AS pairs, count(*) FILTER (WHERE outlet_a <> outlet_b) AS "across outlets"
FROM articles_near_duplicates GROUP BY kind ORDER BY 2 DESC, 1;
SELECT coalesce(outlet_a || ': ', '') || brief(coalesce(a.title, id_a), 30) AS one, coalesce(outlet_b || ': ', '') || brief(coalesce(b.title, id_b), 30) AS other,
	round(resemblance::numeric, 2) AS alike, round(containment_a::numeric, 2) AS "one in other", round(containment_b::numeric, 2) AS "other in one",
	kind, CASE earlier WHEN 'a' THEN 'one' WHEN 'b' THEN 'other' END AS first, lag
FROM articles_near_duplicates JOIN articles a ON a.id = id_a JOIN articles b ON b.id = id_b
ORDER BY (outlet_a <> outlet_b) IS TRUE DESC, resemblance DESC, id_a, id_b LIMIT 12;

\echo Printed twice within one article
SELECT coalesce(a.outlet || ': ', '') || brief(coalesce(title, id), 30) AS article, r.first_start, r.start, r.length, r.paragraphs,
	round((100 * r.share)::numeric) || ' %' AS share, brief(r.excerpt, 36) AS excerpt
FROM articles AS a JOIN articles_quality AS q USING (id), berita.repeats(body) AS r
WHERE q.repeated > 0
ORDER BY r.share DESC, id, r.start LIMIT 10;

\echo Words, by their roots
SELECT word, nentry AS times, ndoc AS articles FROM words WHERE word ~ '[a-z]' ORDER BY 2 DESC, 1 LIMIT 12;
