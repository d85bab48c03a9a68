-- What test/articles.pl read, as a table of articles; what is wrong with a line
-- is kept beside it.
CREATE TABLE unreadable (place text, why text);

-- The times that news sites print: ISO, "Senin, 16 Des 2024 20:20 WIB",
-- "16/12/2024, 20:20", "16-12-2024", milliseconds since 1970.  NULL for all else.
CREATE FUNCTION moment(printed text) RETURNS timestamptz AS $$
DECLARE
	clock constant text := '(?:\D{1,5}(\d{1,2})[.:](\d\d))?';
	t text := translate(replace(printed, '|', ''), '+', ' ');
	m text[];
	month int;
BEGIN
	m := regexp_match(t, '(\d{4})[-/](\d{1,2})[-/](\d{1,2})' || clock);
	IF m IS NOT NULL THEN
		RETURN make_timestamptz(m[1]::int, m[2]::int, m[3]::int, coalesce(m[4]::int, 0), coalesce(m[5]::int, 0), 0);
	END IF;
	m := regexp_match(t, '(\d{1,2})[ -]+([A-Za-z]{3})[a-z]*[ -]+(\d{4})' || clock);
	IF m IS NOT NULL THEN
		month := (strpos('jan feb mar apr mei jun jul agu sep okt nov des', lower(m[2])) + 3) / 4;
		IF month = 0 THEN
			month := CASE lower(m[2]) WHEN 'may' THEN 5 WHEN 'aug' THEN 8 WHEN 'ags' THEN 8 WHEN 'oct' THEN 10 WHEN 'nop' THEN 11 WHEN 'dec' THEN 12 END;
		END IF;
		RETURN make_timestamptz(m[3]::int, month, m[1]::int, coalesce(m[4]::int, 0), coalesce(m[5]::int, 0), 0);
	END IF;
	m := regexp_match(t, '(\d{1,2})[-/](\d{1,2})[-/](\d{4})' || clock);
	IF m IS NOT NULL AND m[2]::int > 12 THEN
		m := ARRAY[m[2], m[1], m[3], m[4], m[5]];
	END IF;
	IF m IS NOT NULL THEN
		RETURN make_timestamptz(m[3]::int, m[2]::int, m[1]::int, coalesce(m[4]::int, 0), coalesce(m[5]::int, 0), 0);
	END IF;
	RETURN CASE WHEN t ~ '^\d{13}$' THEN to_timestamp(t::bigint / 1000) END;
EXCEPTION WHEN data_exception OR invalid_text_representation THEN
	RETURN NULL;
END $$ LANGUAGE plpgsql IMMUTABLE STRICT;

CREATE FUNCTION pg_temp.parsed(place text, line text) RETURNS jsonb AS $$
DECLARE
	v jsonb;
BEGIN
	v := replace(line, '\u0000', '');
	IF jsonb_typeof(v) <> 'object' OR btrim(coalesce(v ->> 'body', ''), E' \t\r\n') = '' THEN
		INSERT INTO unreadable VALUES (place, 'no body');
		RETURN NULL;
	END IF;
	RETURN v;
EXCEPTION WHEN data_exception THEN
	INSERT INTO unreadable VALUES (place, SQLERRM);
	RETURN NULL;
END $$ LANGUAGE plpgsql;

CREATE TABLE articles (n int UNIQUE, id text PRIMARY KEY, title text, body text NOT NULL, outlet text, published timestamptz);
INSERT INTO articles
SELECT row_number() OVER (ORDER BY n), id || CASE WHEN copy > 1 THEN '#' || copy ELSE '' END, title, body, outlet, published
FROM (
	SELECT n, coalesce(nullif(v ->> 'id', ''), n::text) AS id, nullif(v ->> 'title', '') AS title, v ->> 'body' AS body,
		nullif(v ->> 'outlet', '') AS outlet, moment(v ->> 'published') AS published,
		row_number() OVER (PARTITION BY coalesce(nullif(v ->> 'id', ''), n::text) ORDER BY n) AS copy
	FROM (SELECT n, pg_temp.parsed(place, line) AS v FROM raw OFFSET 0) AS parsed
	WHERE v IS NOT NULL
) AS numbered
ORDER BY n;
DROP TABLE raw;
VACUUM ANALYZE articles;
