
-- # The whole corpus
--
-- Functions that take a query, as ts_stat does: any query, any column names.  The
-- columns are, by position, id, body, published, outlet; or the body alone.  It
-- runs with the rights and the search path of whoever calls.

CREATE TYPE berita.corpus_row AS (id text, body text, published timestamptz, outlet text);
COMMENT ON TYPE berita.corpus_row IS 'an article as the functions that take a query see it';

CREATE FUNCTION berita.corpus_rows(query text) RETURNS SETOF berita.corpus_row
	AS 'MODULE_PATHNAME', 'berita_corpus_rows'
	LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 1000 ROWS 10000; -- runs a query
COMMENT ON FUNCTION berita.corpus_rows(text) IS 'the rows of a query by position: id, body, published, outlet; or the body alone';

CREATE TYPE berita.term AS (term text, articles bigint, occurrences bigint, idf double precision);
COMMENT ON TYPE berita.term IS 'a term of a corpus: in how many articles, how often, and the logarithm of all articles over those with it';

CREATE FUNCTION berita.term_stats(query text, options jsonb DEFAULT '{}') RETURNS SETOF berita.term
	AS 'MODULE_PATHNAME', 'berita_term_stats'
	LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 100000 ROWS 10000; -- runs a query
COMMENT ON FUNCTION berita.term_stats(text, jsonb) IS 'the terms of a corpus; options: level (root, light, word), stop_words (boolean: count them too), clean (boolean: false counts boilerplate and repeats too)';

CREATE TYPE berita.key_term AS (term text, occurrences_a bigint, occurrences_b bigint, articles_a bigint, articles_b bigint,
	per_million_a double precision, per_million_b double precision, log_likelihood double precision, log_ratio double precision);
COMMENT ON TYPE berita.key_term IS 'a term of two corpora: how often in each, how surely it sets them apart (log_likelihood) and how strongly (log_ratio: binary logarithm of the ratio of its frequencies, above 0 where the first has it more often)';

CREATE FUNCTION berita.keyness(query_a text, query_b text, options jsonb DEFAULT '{}') RETURNS SETOF berita.key_term
	AS 'MODULE_PATHNAME', 'berita_keyness'
	LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 100000 ROWS 10000; -- runs queries
COMMENT ON FUNCTION berita.keyness(text, text, jsonb) IS 'what one corpus speaks of more than the other: log-likelihood of each term, with effect size; options as of term_stats';

CREATE FUNCTION berita.wording(part text, whole text) RETURNS double precision
	AS 'MODULE_PATHNAME', 'berita_wording'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION berita.wording(text, text) IS 'share of the word pairs of part that stand in whole: how much of a quotation another text has; NULL for no words';

CREATE TYPE berita.quote_copy AS (id text, published timestamptz, outlet text, speaker text, quote text, kind text, start int, length int,
	similarity double precision, rank bigint, lag interval, variant bigint);
COMMENT ON TYPE berita.quote_copy IS 'a quotation found again: how much of the wording is the same, the how manyeth it is in time (rank) and how long after the first (lag), and the number of its wording in the order of appearance (variant)';

CREATE FUNCTION berita.quote_trace(query text, quote text, threshold double precision DEFAULT 0.6) RETURNS SETOF berita.quote_copy
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE -- runs a query
	BEGIN ATOMIC
		-- A quotation cannot share more with the one looked for than its article does.
		WITH found AS (
			SELECT c.id, c.published, c.outlet, q.speaker, q.quote, q.kind, q.start, q.length, s.similarity,
				row_number() OVER (ORDER BY c.published, c.id COLLATE "C", c.n, q.n) AS rank,
				lower(regexp_replace(q.quote, '[^[:alnum:]]+', ' ', 'g')) AS wording
			FROM berita.corpus_rows(query) WITH ORDINALITY AS c (id, body, published, outlet, n),
				LATERAL berita.quotes(CASE WHEN berita.wording(quote_trace.quote, c.body) >= least(threshold, 0.1) THEN c.body END) AS q,
				LATERAL (SELECT berita.wording(quote_trace.quote, q.quote) AS whole,
					CASE WHEN q.words >= 4 THEN berita.wording(q.quote, quote_trace.quote) ELSE 0 END AS part) AS w,
				LATERAL (SELECT greatest(w.whole, w.part) AS similarity) AS s
			WHERE w.whole >= least(threshold, 0.1) AND s.similarity >= threshold
		), numbered AS (
			SELECT found.*, min(rank) OVER (PARTITION BY wording) AS first FROM found
		)
		SELECT id, published, outlet, speaker, numbered.quote, kind, start, length, similarity, rank,
			published - min(published) OVER (), dense_rank() OVER (ORDER BY first)
		FROM numbered
		ORDER BY rank;
	END;
COMMENT ON FUNCTION berita.quote_trace(text, text, double precision) IS 'where a quotation appeared first, and each of its wordings since: a quotation counts if threshold of the word pairs of the shorter of the two are the same';

CREATE TYPE berita.speaker AS (speaker text, speaker_kind text, role text, affiliation text, quotes bigint, indirect bigint, words bigint,
	articles bigint, outlets bigint, first timestamptz, last timestamptz);
COMMENT ON TYPE berita.speaker IS 'somebody who is quoted in a corpus: direct and mixed quotations and their words, indirect ones, in how many articles and outlets, and from when to when';

CREATE FUNCTION berita.speakers(query text) RETURNS SETOF berita.speaker
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE -- runs a query
	BEGIN ATOMIC
		SELECT mode() WITHIN GROUP (ORDER BY s.speaker COLLATE "C"), mode() WITHIN GROUP (ORDER BY q.speaker_kind COLLATE "C"),
			mode() WITHIN GROUP (ORDER BY q.role COLLATE "C"), mode() WITHIN GROUP (ORDER BY q.affiliation COLLATE "C"),
			count(*) FILTER (WHERE q.kind <> 'indirect'), count(*) FILTER (WHERE q.kind = 'indirect'),
			coalesce(sum(q.words) FILTER (WHERE q.kind <> 'indirect'), 0),
			count(DISTINCT c.n), count(DISTINCT c.outlet), min(c.published), max(c.published)
		FROM berita.corpus_rows(query) WITH ORDINALITY AS c (id, body, published, outlet, n),
			LATERAL berita.quotes(c.body) AS q, LATERAL string_to_table(q.speaker, '; ') AS s (speaker)
		GROUP BY lower(s.speaker)
		ORDER BY 7 DESC, 5 DESC, 1;
	END;
COMMENT ON FUNCTION berita.speakers(text) IS 'who is quoted in a corpus, how often, how long, where and when; names are put together only where they are written alike';

CREATE TYPE berita.boilerplate_line AS (outlet text, line text, kind text, class text, articles bigint, share double precision);
COMMENT ON TYPE berita.boilerplate_line IS 'a line that an outlet prints again and again (a sentence, where its articles have no lines): what lines() takes it for, in how many articles, and their share of the outlet''s';

CREATE FUNCTION berita.boilerplate(query text, min_articles int DEFAULT 20) RETURNS SETOF berita.boilerplate_line
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE -- runs a query
	BEGIN ATOMIC
		WITH c AS MATERIALIZED (
			SELECT id, body, outlet, n, strpos(btrim(body, E' \t\r\n'), E'\n') > 0 AS has_lines
			FROM berita.corpus_rows(query) WITH ORDINALITY AS c (id, body, published, outlet, n)
		), unit AS (
			SELECT c.outlet, c.n, l.class, 'line' AS kind, btrim(l.text, E' \t\r') AS line
			FROM c, LATERAL berita.lines(CASE WHEN c.has_lines THEN c.body END) AS l
			WHERE l.class <> 'blank'
			UNION ALL
			SELECT c.outlet, c.n, NULL, 'sentence', btrim(s.sentence, E' \t\r')
			FROM c, LATERAL berita.sentences(CASE WHEN NOT c.has_lines THEN c.body END) AS s
		), total AS (
			SELECT outlet, count(*) AS articles FROM c GROUP BY outlet
		), often AS (
			SELECT outlet, kind, mode() WITHIN GROUP (ORDER BY line COLLATE "C") AS line, mode() WITHIN GROUP (ORDER BY class COLLATE "C") AS class,
				count(DISTINCT n) AS articles
			FROM unit
			-- What is longer than a long paragraph is a text of its own, and a single mark is no line.
			WHERE length(line) BETWEEN 3 AND 600
			GROUP BY outlet, kind, lower(line)
			HAVING count(*) >= min_articles AND count(DISTINCT n) >= min_articles
		)
		SELECT often.outlet, often.line, often.kind, often.class, often.articles, often.articles / total.articles::double precision
		FROM often JOIN total ON often.outlet IS NOT DISTINCT FROM total.outlet
		ORDER BY often.articles DESC, often.outlet, often.line COLLATE "C";
	END;
COMMENT ON FUNCTION berita.boilerplate(text, int) IS 'lines that an outlet prints in at least min_articles articles; array_agg(line) of them is what lines() and clean() take as junk';
