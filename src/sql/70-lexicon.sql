
-- # The lexicon
--
-- Words of the users' own, beside the built-in ones or instead of them.  The
-- functions that read it are STABLE; a change counts from the next statement on,
-- in every session.

CREATE TABLE berita.lexicon (
	kind text NOT NULL CONSTRAINT lexicon_kind CHECK (kind IN ('verb', 'alias', 'person', 'role', 'outlet', 'agency')),
	form text NOT NULL CONSTRAINT lexicon_form CHECK (form ~ '\S'),
	meaning text,
	detail text,
	remove boolean NOT NULL DEFAULT false,
	note text,
	PRIMARY KEY (kind, form)
);
COMMENT ON TABLE berita.lexicon IS 'the users'' own words; built-in ones are in berita.lexicon_all';
COMMENT ON COLUMN berita.lexicon.kind IS 'verb, alias, person, role, outlet or agency';
COMMENT ON COLUMN berita.lexicon.form IS 'as it stands in a text; case does not matter';
COMMENT ON COLUMN berita.lexicon.meaning IS 'verb: its lemma; alias: the full name; else the name as it is shown';
COMMENT ON COLUMN berita.lexicon.detail IS 'verb: its class (neutral, denial, accuse, question, ...); person: a role';
COMMENT ON COLUMN berita.lexicon.remove IS 'true switches a built-in form off';
COMMENT ON COLUMN berita.lexicon.note IS 'whatever you like';
SELECT pg_catalog.pg_extension_config_dump('berita.lexicon', '');
GRANT SELECT ON berita.lexicon TO PUBLIC;
ALTER TABLE berita.lexicon OWNER TO @extowner@;

CREATE FUNCTION berita.lexicon_changed() RETURNS trigger
	AS 'MODULE_PATHNAME', 'berita_lexicon_changed'
	LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION berita.lexicon_changed() IS 'tells every session that the lexicon changed';

CREATE TRIGGER lexicon_changed
	AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON berita.lexicon
	FOR EACH STATEMENT EXECUTE FUNCTION berita.lexicon_changed();
COMMENT ON TRIGGER lexicon_changed ON berita.lexicon IS 'tells every session that the lexicon changed';
ALTER TABLE berita.lexicon ENABLE ALWAYS TRIGGER lexicon_changed;

CREATE FUNCTION berita.lexicon_entries(OUT kind text, OUT form text, OUT meaning text, OUT detail text, OUT origin text, OUT active boolean) RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'berita_lexicon_entries'
	LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000 ROWS 2000; -- reads the lexicon
COMMENT ON FUNCTION berita.lexicon_entries() IS 'built-in words, and those of berita.lexicon';

CREATE VIEW berita.lexicon_all AS
	SELECT kind, form, meaning, detail, origin, active FROM berita.lexicon_entries();
COMMENT ON VIEW berita.lexicon_all IS 'built-in words and the users'' own; active: not switched off';
GRANT SELECT ON berita.lexicon_all TO PUBLIC;
