# Attached tables: the owner's rights, an attacker, row-level security, partitions, sessions at once.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use Test::More;

my $node = cluster('attach');
$node->safe_psql('postgres', 'CREATE ROLE pemilik LOGIN; CREATE ROLE penulis LOGIN; CREATE ROLE pembaca LOGIN; CREATE ROLE jahat LOGIN; CREATE DATABASE redaksi OWNER pemilik');
sub as { my ($role, $sql) = @_; return $node->safe_psql('redaksi', $sql, extra_params => [ '-U', $role ]) }
sub said { my ($role, $sql) = @_; my ($status, $out, $error) = $node->psql('redaksi', $sql, extra_params => [ '-U', $role ]); return $error }

as('pemilik', 'CREATE EXTENSION berita; CREATE SCHEMA meja; GRANT USAGE ON SCHEMA meja TO PUBLIC');
as('pemilik', q{CREATE TABLE meja.arsip (id bigint PRIMARY KEY, isi text, desk text, tayang timestamptz, rahasia text)});
as('pemilik', q{GRANT SELECT (id, isi, desk, tayang), INSERT, UPDATE, DELETE ON meja.arsip TO penulis; GRANT SELECT ON meja.arsip TO pembaca});
as('pemilik', q{SELECT berita.attach('meja.arsip', body => 'isi', outlet => 'desk', published => 'tayang')});
sub quoted { my $n = shift; return "'\"Kami datang pukul $n,\" kata Menteri Kesehatan Rina Wulandari.'" }

# A writer needs no grants on the side tables; a reader of the table reads the views.
as('penulis', 'INSERT INTO meja.arsip (id, isi, desk) SELECT i, ' . quoted("' || i || '") . ", CASE WHEN i % 2 = 0 THEN 'kota' ELSE 'dunia' END FROM generate_series(1, 10) i");
is(as('pemilik', 'SELECT count(*), min(speaker) FROM meja.arsip_quotes'), '10|Rina Wulandari', 'what a writer without grants inserts is analysed');
like(said('penulis', 'SELECT * FROM meja.arsip_berita_quotes'), qr/permission denied/, 'the writer may not read the side tables');
is(as('pembaca', 'SELECT count(*) FROM meja.arsip_quotes'), '10', 'who may read the table may read its views');
as('penulis', 'UPDATE meja.arsip SET id = 100 WHERE id = 10; DELETE FROM meja.arsip WHERE id = 9');
is(as('pemilik', "SELECT string_agg(id::text, ',' ORDER BY id) FROM meja.arsip_berita_articles"), '1,2,3,4,5,6,7,8,100', 'keys change and go');

# Side tables that are not as they must be: a warning, the row stays.
as('pemilik', 'ALTER TABLE meja.arsip_berita_people RENAME TO lain');
like(said('penulis', 'INSERT INTO meja.arsip (id, isi) VALUES (11, ' . quoted(11) . ')'), qr/WARNING:.*"arsip_berita_people" is missing/, 'a missing side table is told');
as('pemilik', 'ALTER TABLE meja.lain RENAME TO arsip_berita_people; ALTER TABLE meja.arsip_berita_people ADD tambahan text');
like(said('penulis', 'INSERT INTO meja.arsip (id, isi) VALUES (12, ' . quoted(12) . ')'), qr/does not have the expected columns/, 'a wrong one too');
as('pemilik', 'ALTER TABLE meja.arsip_berita_people DROP tambahan');
is(as('pemilik', 'SELECT count(*) FROM meja.arsip WHERE id BETWEEN 11 AND 12'), '2', 'no INSERT failed');
as('pemilik', q{DROP TABLE meja.arsip_berita_people CASCADE});
as('pemilik', q{SELECT berita.attach('meja.arsip')});
as('pemilik', q{CALL berita.refresh('meja.arsip')});
is(as('pemilik', q{SELECT pending, failed FROM berita.status()}), '0|0', 'attach completes, refresh makes good');

# The attacker: INSERT and TRIGGER on the table, CREATE in the schema.
as('pemilik', q{GRANT CREATE ON SCHEMA meja TO jahat; CREATE TABLE meja.naskah (id int PRIMARY KEY, isi text, rahasia text); CREATE TABLE meja.milik_pemilik (id int PRIMARY KEY, isi text);
	GRANT INSERT, TRIGGER ON meja.naskah TO jahat; GRANT INSERT, TRIGGER ON meja.milik_pemilik TO jahat});
as('jahat', join ';', map { "CREATE TABLE meja.naskah_berita_$_->[0] ($_->[1])" }
	[ articles => 'id int' ], [ quotes => 'id int' ], [ sources => 'id int' ], [ people => 'id int' ], [ signatures => 'id int' ], [ copies => 'id_a int, id_b int' ]);
as('jahat', q{CREATE TRIGGER berita_sync AFTER INSERT OR UPDATE OF id, rahasia ON meja.naskah FOR EACH ROW EXECUTE FUNCTION berita.sync_row('immediate', 'id body', '1000000', '0.5')});
my $warning = said('pemilik', q{INSERT INTO meja.naskah VALUES (1, 'x', '"Kata sandinya mawar," kata Budi.')});
like($warning, qr/WARNING:.*belongs to another role/, 'tables of another owner are not written');
is(as('jahat', 'SELECT count(*) FROM meja.naskah_berita_articles'), '0', 'the attacker reads nothing');
like(said('pemilik', q{SELECT berita.attach('meja.naskah', body => 'isi')}), qr/no table of role "pemilik"/, 'attach does not adopt them');
as('jahat', q{CREATE TRIGGER berita_sync AFTER INSERT OR UPDATE OF id, isi ON meja.milik_pemilik FOR EACH ROW EXECUTE FUNCTION berita.sync_row('immediate', 'id body', '1000000', '0.5', 'meja.arsip_berita_articles')});
like(said('jahat', q{INSERT INTO meja.milik_pemilik VALUES (1, '"Palsu," kata Budi.')}), qr/WARNING:.*is missing/, 'an argument names no table');
is(as('pemilik', q{SELECT count(*) FROM meja.arsip_quotes WHERE quote ~ 'Palsu'}), '0', 'nothing planted in an attached table');
like(said('jahat', q{SELECT berita.run_as_owner('meja.arsip_berita_articles', 'SELECT rahasia FROM meja.arsip', NULL)}), qr/must be owner/, 'only the owner acts as the owner');
like(said('jahat', q{SELECT berita.refresh_batch('meja.arsip_berita_articles', 'SELECT 1', '{}', 1)}), qr/must be owner/, 'nor refreshes');
as('pemilik', 'DROP TABLE meja.naskah, meja.milik_pemilik');
as('jahat', q{CREATE TABLE meja.umpan (id int PRIMARY KEY, isi text); INSERT INTO meja.umpan VALUES (1, 'x'); SELECT berita.attach('meja.umpan', body => 'isi');
	CREATE TABLE meja.tangkapan (siapa text); CREATE FUNCTION meja.jerat(i text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN INSERT INTO meja.tangkapan VALUES (current_user); RETURN i; END $$;
	CREATE OR REPLACE VIEW meja.umpan_berita_source WITH (security_invoker) AS SELECT id, meja.jerat(isi) AS body, NULL::text AS title, NULL::timestamptz AS published, NULL::text AS outlet FROM meja.umpan WHERE meja.jerat(isi) IS NOT NULL});
my $root = $node->safe_psql('redaksi', 'SELECT current_user');
$node->safe_psql('redaksi', q{SELECT * FROM berita.status(); SELECT * FROM berita.doctor()});
$node->safe_psql('redaksi', q{CALL berita.refresh('meja.umpan')});
is(as('jahat', 'SELECT DISTINCT siapa FROM meja.tangkapan'), 'jahat', 'a superuser\'s status, doctor and refresh run what is planted as its owner only');
as('jahat', q[COMMENT ON VIEW meja.umpan_berita_source IS 'berita: {"triggers": tru']);
is($node->safe_psql('redaksi', q{SELECT count(*) FROM berita.status() WHERE source::text ~ 'umpan'}), '0', 'a spoilt comment spoils nothing else');
as('jahat', 'DROP TABLE meja.umpan CASCADE');

# Row-level security: who sees no article sees nothing of it in tables and views.
as('pemilik', q{ALTER TABLE meja.arsip ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY kota ON meja.arsip FOR SELECT TO pembaca USING (desk = 'kota'); CREATE POLICY semua ON meja.arsip TO penulis, pemilik USING (true) WITH CHECK (true)});
like(as('pemilik', q{SELECT finding FROM berita.doctor() WHERE level = 'error' LIMIT 1}), qr/row-level security/, 'the doctor sees that the side tables lack it');
as('pemilik', q{SELECT berita.attach('meja.arsip')});
is(as('pemilik', q{SELECT count(*) FROM berita.doctor() WHERE level = 'error'}), '0', 'attach adds it');
as('penulis', 'INSERT INTO meja.arsip (id, isi, desk) VALUES (200, ' . quoted(200) . ", 'kota'), (201, " . quoted(200) . ", 'dunia')");
is(as('pembaca', q{SELECT string_agg(DISTINCT outlet, ',') FROM meja.arsip_quotes}), 'kota', 'quotations of hidden articles stay hidden');
is(as('pembaca', q{SELECT count(*) FROM meja.arsip_near_duplicates WHERE outlet_a = 'dunia' OR outlet_b = 'dunia'}), '0', 'and their copies');
is(as('pembaca', q{SELECT sum(articles) = (SELECT count(*) FROM meja.arsip) FROM meja.arsip_timeline}), 't', 'and they are not counted');
for my $table (qw(articles quotes sources people signatures))
{
	is(as('pembaca', "SELECT count(*) FROM meja.arsip_berita_$table t WHERE NOT EXISTS (SELECT FROM meja.arsip a WHERE a.id = t.id)"), '0', "$table: nothing hidden");
}
unlike(as('pembaca', q{SELECT berita.report('meja.arsip')}), qr/dunia/, 'the report is the reader\'s own');

# Partitions: rows in any of them, attached ones by refresh, detached ones go.
as('pemilik', q{CREATE TABLE meja.harian (id bigint, tayang date, isi text, PRIMARY KEY (id, tayang)) PARTITION BY RANGE (tayang);
	CREATE TABLE meja.h1 PARTITION OF meja.harian FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
	CREATE TABLE meja.h2 (lain int, isi text, tayang date NOT NULL, id bigint NOT NULL); ALTER TABLE meja.h2 DROP lain; INSERT INTO meja.h2 VALUES (} . quoted(2) . q{, '2024-02-02', 2)});
as('pemilik', q{SELECT berita.attach('meja.harian', body => 'isi', id => 'id', published => 'tayang')});
as('pemilik', q{INSERT INTO meja.harian VALUES (1, '2024-01-05', } . quoted(1) . q{); ALTER TABLE meja.harian ATTACH PARTITION meja.h2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01')});
as('pemilik', q{INSERT INTO meja.harian VALUES (3, '2024-02-05', } . quoted(3) . q{)});
is(as('pemilik', q{SELECT string_agg(id::text, ',' ORDER BY id) FROM meja.harian_quotes}), '1,3', 'partitions write where the root says, whatever the order of their columns');
as('pemilik', q{CALL berita.refresh('meja.harian')});
is(as('pemilik', q{SELECT string_agg(id || ' ' || (published AT TIME ZONE 'Asia/Jakarta')::date, ',' ORDER BY id) FROM meja.harian_quotes}), '1 2024-01-05,2 2024-02-02,3 2024-02-05', 'refresh analyses what an attached partition brought');
as('pemilik', q{UPDATE meja.harian SET tayang = '2024-02-20' WHERE id = 1});
is(as('pemilik', q{SELECT count(*) FROM meja.harian_quotes WHERE id = 1}), '1', 'a row that moves to another partition is kept');
as('pemilik', q{ALTER TABLE meja.harian DETACH PARTITION meja.h2});
as('pemilik', q{CALL berita.refresh('meja.harian')});
is(as('pemilik', q{SELECT count(*) FROM meja.harian_quotes}), '0', 'what a detached partition took with it goes at the next refresh');

# Keys that are missing or, over partitions, double: no statement fails.
as('pemilik', q{CREATE TABLE meja.longgar (id int UNIQUE, isi text); SELECT berita.attach('meja.longgar', body => 'isi', id => 'id')});
as('pemilik', 'INSERT INTO meja.longgar VALUES (NULL, ' . quoted(1) . '), (1, ' . quoted(1) . '); UPDATE meja.longgar SET id = 2 WHERE id IS NULL; UPDATE meja.longgar SET id = NULL WHERE id = 1; DELETE FROM meja.longgar WHERE id IS NULL');
is(as('pemilik', q{SELECT string_agg(id::text, ',') FROM meja.longgar_quotes}), '2', 'a row without a key is let be, and taken up when it gets one');
as('pemilik', q{CREATE TABLE meja.kembar (id int, bulan int, isi text) PARTITION BY LIST (bulan); CREATE TABLE meja.k1 PARTITION OF meja.kembar FOR VALUES IN (1); CREATE TABLE meja.k2 PARTITION OF meja.kembar FOR VALUES IN (2);
	SELECT berita.attach('meja.kembar', body => 'isi', id => 'id')});
as('pemilik', "SET berita.sync = off; INSERT INTO meja.kembar VALUES (1, 1, " . quoted(1) . '), (1, 2, ' . quoted(2) . ')');
as('pemilik', q{CALL berita.refresh('meja.kembar')});
as('pemilik', 'INSERT INTO meja.kembar VALUES (1, 2, ' . quoted(3) . ')');
is(as('pemilik', q{SELECT count(*) FROM meja.kembar_berita_articles}), '1', 'a double key counts once');

# Names as long as a text: an index must not refuse them.
as('pemilik', q{INSERT INTO meja.longgar SELECT 10 + n, format('"Ya," kata Menteri B%s dan Budi K%s. Dilansir R%s, "tidak," tambah S%s.', x, x, x, x) FROM generate_series(1, 2) n, LATERAL (SELECT string_agg(md5(i::text || n), '') AS x FROM generate_series(1, 200) i) a});
is(as('pemilik', q{SELECT count(*), count(error) FROM meja.longgar_berita_articles WHERE id > 10}), '2|0', 'names of thousands of letters are kept');
as('pemilik', q{INSERT INTO meja.longgar SELECT 20 + n, '"Ya," kata Menteri Budi ' || regexp_replace(x, '[0-9]', '', 'g') || '.' FROM generate_series(1, 2) n, LATERAL (SELECT initcap(string_agg(md5(i::text || n), '')) AS x FROM generate_series(1, 400) i) a});
is(as('pemilik', q{SELECT count(*) FROM meja.longgar_berita_articles WHERE id > 20}), '2', 'of letters alone, too');

# A cancel during an analysis goes up, and a handler around it finds its own place.
as('pemilik', q{SET statement_timeout = '300ms'; DO $$ BEGIN
	BEGIN INSERT INTO meja.longgar VALUES (90, repeat('"Ya," kata Menteri Budi Santoso. ', 450000)); EXCEPTION WHEN query_canceled THEN INSERT INTO meja.longgar VALUES (91, 'x'); END;
	INSERT INTO meja.longgar VALUES (92, 'x'); END $$});
is(as('pemilik', q{SELECT string_agg(id::text, ',' ORDER BY id) FROM meja.longgar_berita_articles WHERE id BETWEEN 90 AND 92}), '91,92', 'a cancel is caught where the user catches it');

# Two sessions refresh at once: every article once, no double work.
as('pemilik', q{CREATE TABLE meja.banyak AS SELECT i AS id, } . quoted("' || i || '") . q{ AS isi FROM generate_series(1, 3000) i; ALTER TABLE meja.banyak ADD PRIMARY KEY (id); SELECT berita.attach('meja.banyak', body => 'isi', options => '{"threshold": 1}')});
my @session = map { $node->background_psql('redaksi', on_error_die => 1, extra_params => [ '-U', 'pemilik' ]) } 1 .. 2;
$_->{stdin} .= "CALL berita.refresh('meja.banyak', 100);\n\\echo selesai\n" for @session;
for my $s (@session) { $s->{run}->pump until $s->{stdout} =~ /selesai/ }
my $both = join ' ', map { $_->{stderr} } @session;
my $sum = 0;
$sum += $1 while $both =~ /analysed (\d+) articles/g;
is($sum, 3000, 'two sessions share the work');
is(as('pemilik', 'SELECT count(*), count(DISTINCT id) FROM meja.banyak_berita_quotes'), '3000|3000', 'every article once');

# A cancel in the middle leaves whole batches; the next call goes on.
as('pemilik', q{UPDATE meja.banyak_berita_articles SET analysis = -1});
is(as('pemilik', q{SELECT stale FROM berita.status() WHERE source = 'meja.banyak'::regclass}), '3000', 'rows of another version are stale');
said('pemilik', q{SET statement_timeout = '150ms'; CALL berita.refresh('meja.banyak', 50)});
my $stale = as('pemilik', q{SELECT stale FROM berita.status() WHERE source = 'meja.banyak'::regclass});
as('pemilik', q{CALL berita.refresh('meja.banyak')});
is(as('pemilik', q{SELECT stale, pending FROM berita.status() WHERE source = 'meja.banyak'::regclass}), '0|0', "cancelled with $stale of 3000 to do, then finished");

# A refresh beside an UPDATE: what was written last counts, at every isolation level.
for my $level ('READ COMMITTED', 'REPEATABLE READ')
{
	my $writer = $node->background_psql('redaksi', on_error_die => 1, extra_params => [ '-U', 'pemilik' ]);
	as('pemilik', q{DELETE FROM meja.banyak_berita_articles WHERE id = 7});
	$writer->query_safe("BEGIN ISOLATION LEVEL $level; SELECT count(*) FROM meja.banyak_berita_articles");
	as('pemilik', q{CALL berita.refresh('meja.banyak')});
	$writer->query_safe(q{UPDATE meja.banyak SET isi = '"Terakhir," kata Menteri Kesehatan Rina Wulandari.' WHERE id = 7; COMMIT});
	$writer->quit;
	is(as('pemilik', 'SELECT count(*), min(quote) FROM meja.banyak_quotes WHERE id = 7'), '1|Terakhir,', "the trigger sees what a refresh has written meanwhile ($level)");
	as('pemilik', 'UPDATE meja.banyak SET isi = ' . quoted(7) . ' WHERE id = 7');
}

# A reader who may not touch the table keeps a copy of his own.
as('pemilik', q{CREATE SCHEMA ruang AUTHORIZATION pemilik; GRANT CREATE, USAGE ON SCHEMA ruang TO pembaca});
as('pembaca', q{SELECT berita.attach('meja.arsip', body => 'isi', outlet => 'desk', id => 'id', options => '{"triggers": false, "schema": "ruang"}')});
as('pembaca', q{CALL berita.refresh('meja.arsip', options => '{"schema": "ruang"}')});
is(as('pembaca', q{SELECT count(*) = (SELECT count(*) FROM meja.arsip), count(DISTINCT outlet) FROM ruang.arsip_quotes}), 't|1', 'a copy without triggers, of what he may see');
as('penulis', 'UPDATE meja.arsip SET isi = ' . quoted(999) . ' WHERE id = 2');
as('penulis', 'DELETE FROM meja.arsip WHERE id = 4');
as('pembaca', q{CALL berita.refresh('meja.arsip', options => '{"schema": "ruang"}')});
is(as('pembaca', q{SELECT count(*) FILTER (WHERE quote ~ '999'), count(*) FILTER (WHERE id = 4) FROM ruang.arsip_quotes}), '1|0', 'refresh finds what changed and what went');

# A renamed table.
as('pemilik', q{ALTER TABLE meja.banyak RENAME TO borongan});
like(said('pemilik', 'INSERT INTO meja.borongan VALUES (5000, ' . quoted(1) . ')'), qr/is missing.*HINT:.*berita\.attach/s, 'after a rename the warning says what to type');
as('pemilik', q{SELECT berita.attach('meja.borongan')});
as('pemilik', q{CALL berita.refresh('meja.borongan')});
is(as('pemilik', q{SELECT count(*) FROM meja.borongan_quotes}), '3001', 'attach renames the side tables and views, nothing is analysed anew');

done_testing();
