-- What make demo prints: each part where its table is there.
\set QUIET on
\pset null ''
\pset border 1
\pset linestyle unicode
\pset footer off
SELECT to_regclass('quotes') IS NOT NULL AS has_quotes, to_regclass('sources') IS NOT NULL AS has_sources,
	to_regclass('repeats') IS NOT NULL AS has_repeats, to_regclass('near_duplicates') IS NOT NULL AS has_pairs,
	to_regclass('words') IS NOT NULL AS has_words, count(*) AS articles, count(*) <= 20 AS small FROM articles \gset

-- The beginning of a text, on one line.
CREATE FUNCTION brief(t text, n int) RETURNS text
	RETURN CASE WHEN length(t) > n THEN left(regexp_replace(t, '\s+', ' ', 'g'), n - 1) || '…' ELSE regexp_replace(t, '\s+', ' ', 'g') END;

\if :has_quotes
\echo
\echo Who said what
\if :small
SELECT article, kind, coalesce(speaker, '?') AS speaker, cue, brief(quote, 64) AS quotation
FROM quotes JOIN articles a ON a.id = article
WHERE kind IN ('direct', 'mixed')
ORDER BY a.n, quotes.n;
\else
SELECT brief(article, 24) AS article, kind, coalesce(brief(speaker, 24), '?') AS speaker, cue, brief(quote, 48) AS quotation
FROM quotes
WHERE kind IN ('direct', 'mixed')
ORDER BY hashtext(article || quotes.n), article, quotes.n LIMIT 20;
\endif
SELECT kind, count(*) AS quotations, count(speaker) AS "with a speaker", count(DISTINCT article) AS articles FROM quotes GROUP BY kind ORDER BY 2 DESC;
\echo Who is quoted most
SELECT speaker, count(*) AS quotations, sum(words) AS words, count(DISTINCT article) AS articles, mode() WITHIN GROUP (ORDER BY role) AS role
FROM quotes WHERE speaker IS NOT NULL AND kind IN ('direct', 'mixed')
GROUP BY speaker ORDER BY 3 DESC, speaker LIMIT 15;
\endif

\if :has_sources
\echo Whom they rely on
SELECT source, relation, count(DISTINCT article) AS articles FROM sources GROUP BY source, relation ORDER BY 3 DESC, 1, 2 LIMIT 10;
\endif

\if :has_pairs
\echo Who copied whom
SELECT kind, count(*) AS pairs, count(*) FILTER (WHERE a.outlet <> b.outlet) AS "across outlets"
FROM near_duplicates d JOIN articles a ON a.id = id_a JOIN articles b ON b.id = id_b GROUP BY kind ORDER BY 2 DESC, 1;
SELECT brief(id_a, 26) AS one, brief(id_b, 26) AS other, round(resemblance::numeric, 2) AS alike,
	round(containment_a::numeric, 2) AS "one in other", round(containment_b::numeric, 2) AS "other in one", kind, CASE earlier WHEN 'a' THEN a.outlet WHEN 'b' THEN b.outlet END AS "first in"
FROM near_duplicates d JOIN articles a ON a.id = id_a JOIN articles b ON b.id = id_b
ORDER BY a.outlet IS DISTINCT FROM b.outlet DESC, resemblance DESC, id_a, id_b LIMIT 12;
\endif

\if :has_repeats
\echo Printed twice within one article
SELECT brief(article, 26) AS article, first_start, start, length, paragraphs, round((100 * share)::numeric) || ' %' AS share, brief(excerpt, 40) AS excerpt
FROM repeats ORDER BY repeats.share DESC, article, start LIMIT 10;
SELECT count(DISTINCT article) AS "articles that print a block twice", :articles AS "of" FROM repeats;
\endif

\if :has_words
\echo Words, by their roots
SELECT word, nentry AS times, ndoc AS articles FROM words WHERE word ~ '[a-z]' ORDER BY 2 DESC, 1 LIMIT 12;
\endif
