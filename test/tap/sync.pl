# Attached tables over time: dump and restore, data alone, logical replication, upgrade.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = cluster('sync', conf => "wal_level = logical\nmax_wal_senders = 4\nmax_replication_slots = 4\n");
$node->safe_psql('postgres', 'CREATE ROLE redaksi LOGIN; CREATE DATABASE asal OWNER redaksi');
my @owner = (extra_params => [ '-U', 'redaksi' ]);
my @to = ('-h', $node->host, '-p', $node->port);
sub fresh { my $db = shift; $node->safe_psql('postgres', "DROP DATABASE IF EXISTS $db"); $node->safe_psql('postgres', "CREATE DATABASE $db OWNER redaksi") }

$node->safe_psql('asal', 'CREATE EXTENSION berita; CREATE TABLE arsip (kode text PRIMARY KEY, "isi berita" text, tayang timestamp, media text)', @owner);
$node->safe_psql('asal', q{SELECT berita.attach('arsip', body => 'isi berita', published => 'tayang', outlet => 'media')}, @owner);
$node->safe_psql('asal', q{INSERT INTO arsip SELECT 'k' || i, format('"Kami datang pukul %s," kata Menteri Kesehatan Rina Wulandari. Dilansir Antara, %s.', i, repeat('hujan turun lagi di kota ini pada hari yang sama ', 5)), '2024-01-01'::timestamp + i * interval '1 hour', 'm' || i % 3 FROM generate_series(1, 12) i}, @owner);
$node->safe_psql('asal', 'ALTER TABLE arsip RENAME "isi berita" TO isi; CREATE VIEW laporan AS SELECT speaker, quotes FROM arsip_speakers', @owner);
$node->safe_psql('asal', q{CALL berita.refresh('arsip')}, @owner);
my $facts = q{SELECT (SELECT md5(string_agg(q::text, ',' ORDER BY kode, n)) FROM arsip_quotes q), (SELECT count(*) FROM arsip_near_duplicates),
	(SELECT count(*) FROM arsip_sources), (SELECT string_agg(laporan::text, ',') FROM laporan), (SELECT count(*) FROM berita.doctor() WHERE level = 'error')};
my $before = $node->safe_psql('asal', $facts, @owner);
my $insert = q{INSERT INTO arsip VALUES ('baru', '"Selesai," kata Wali Kota Budi Santoso.', now(), 'm1')};

# Dump and restore, by the owner and by a superuser.
for my $who (qw(redaksi postgres))
{
	my $role = $who eq 'postgres' ? $node->safe_psql('postgres', 'SELECT current_user') : $who;
	my $file = PostgreSQL::Test::Utils::tempdir() . '/dump';
	fresh('salinan');
	command_ok([ 'pg_dump', @to, '-U', $role, '-F', 'c', '-f', $file, 'asal' ], "$who dumps");
	command_ok([ 'pg_restore', '--exit-on-error', @to, '-U', $role, '-d', 'salinan', $file ], "$who restores");
	is($node->safe_psql('salinan', $facts, @owner), $before, "$who: the copy holds the same, and its views work");
	$node->safe_psql('salinan', $insert, @owner);
	is($node->safe_psql('salinan', q{SELECT speaker FROM arsip_quotes WHERE kode = 'baru'}, @owner), 'Budi Santoso', "$who: its trigger works");
	is($node->safe_psql('salinan', q{SELECT pending + stale FROM berita.status()}, @owner), '0', "$who: nothing waits");
}

# Data alone, into tables that are attached already.
my $schema = PostgreSQL::Test::Utils::tempdir() . '/schema';
my $data = PostgreSQL::Test::Utils::tempdir() . '/data';
command_ok([ 'pg_dump', @to, '-U', 'redaksi', '-F', 'c', '--schema-only', '-f', $schema, 'asal' ], 'schema alone');
command_ok([ 'pg_dump', @to, '-U', 'redaksi', '-F', 'c', '--data-only', '-f', $data, 'asal' ], 'data alone');
fresh('isi');
command_ok([ 'pg_restore', '--exit-on-error', @to, '-U', 'redaksi', '-d', 'isi', $schema ], 'the schema restores');
{
	local $ENV{PGOPTIONS} = '-c berita.sync=off';
	command_ok([ 'pg_restore', '--exit-on-error', @to, '-U', 'redaksi', '-d', 'isi', $data ], 'the data restores with berita.sync = off');
}
is($node->safe_psql('isi', $facts, @owner), $before, 'and holds the same');

# Logical replication: the subscriber analyses what arrives.
fresh('langganan');
$node->safe_psql('asal', 'CREATE PUBLICATION terbitan FOR TABLE arsip; SELECT pg_create_logical_replication_slot($$langganan$$, $$pgoutput$$)');
$node->safe_psql('langganan', 'CREATE EXTENSION berita; CREATE TABLE arsip (kode text PRIMARY KEY, isi text, tayang timestamp, media text)', @owner);
$node->safe_psql('langganan', q{SELECT berita.attach('arsip', body => 'isi', published => 'tayang', outlet => 'media')}, @owner);
$node->safe_psql('langganan', q{CREATE SUBSCRIPTION langganan CONNECTION $$} . $node->connstr('asal') . q{$$ PUBLICATION terbitan WITH (create_slot = false, slot_name = 'langganan')});
$node->poll_query_until('langganan', q{SELECT count(*) = 12 FROM arsip});
like($node->safe_psql('langganan', 'SELECT hint FROM berita.doctor()'), qr/ENABLE ALWAYS TRIGGER berita_sync/, 'the doctor says what a subscriber needs');
$node->safe_psql('langganan', 'ALTER TABLE arsip ENABLE ALWAYS TRIGGER berita_sync', @owner);
$node->safe_psql('langganan', q{CALL berita.refresh('arsip')}, @owner);
is($node->safe_psql('langganan', 'SELECT count(*) FROM arsip_quotes'), '12', 'refresh analyses what was copied');
$node->safe_psql('asal', $insert, @owner);
ok($node->poll_query_until('langganan', q{SELECT count(*) = 1 FROM arsip_quotes WHERE kode = 'baru'}), 'what arrives is analysed on arrival');
$node->safe_psql('asal', q{DELETE FROM arsip WHERE kode = 'baru'}, @owner);
ok($node->poll_query_until('langganan', q{SELECT count(*) = 0 FROM arsip_quotes WHERE kode = 'baru'}), 'and what is deleted goes');
$node->safe_psql('langganan', 'DROP SUBSCRIPTION langganan');

# An upgrade: the views stay, rows of an older analysis are stale until a refresh.
$node->safe_psql('asal', q{UPDATE arsip_berita_articles SET analysis = 999}, @owner);
is($node->safe_psql('asal', q{SELECT analysed, stale FROM berita.status()}, @owner), '0|12', 'rows of another analysis are stale');
is($node->safe_psql('asal', 'SELECT quotes FROM laporan', @owner), '12', 'and the views go on answering');
$node->safe_psql('asal', 'ALTER TABLE arsip_berita_quotes RENAME repeat_of TO lama', @owner);
my (undef, undef, $said) = $node->psql('asal', $insert, @owner);
like($said, qr/WARNING:.*expected columns/, 'side tables of other columns are not written');
$node->safe_psql('asal', 'ALTER TABLE arsip_berita_quotes RENAME lama TO repeat_of', @owner);
is($node->safe_psql('asal', q{SELECT count(*) FROM arsip WHERE kode = 'baru'}), '1', 'the INSERT succeeds for all that');

# A release that adds columns to what is stored: attach completes, views of users stay.
$node->safe_psql('asal', q{ALTER TABLE arsip_berita_people RENAME TO orang; CREATE TABLE arsip_berita_people (LIKE orang); ALTER TABLE arsip_berita_people OWNER TO redaksi, DROP first_start});
$node->safe_psql('asal', q{CREATE TABLE baru AS SELECT id, name, role, affiliation, aliases, mentions, quotes, words FROM arsip_berita_people; DROP TABLE arsip_berita_people; ALTER TABLE baru RENAME TO arsip_berita_people; ALTER TABLE arsip_berita_people OWNER TO redaksi});
$node->safe_psql('asal', q{INSERT INTO arsip VALUES ('kurang', '"Masih jalan," kata Wali Kota Budi Santoso.')}, @owner);
is($node->safe_psql('asal', q{SELECT name FROM arsip_berita_people}), 'Budi Santoso', 'a side table that lacks the newest columns is written');
$node->safe_psql('asal', q{UPDATE arsip_berita_articles SET analysis = -1; SELECT berita.attach('arsip')}, @owner);
$node->safe_psql('asal', q{CALL berita.refresh('arsip')}, @owner);
is($node->safe_psql('asal', q{SELECT count(*) > 10, count(first_start) > 10 FROM arsip_berita_people}), 't|t', 'attach adds them, refresh fills them');
is($node->safe_psql('asal', q{SELECT count(*) FROM laporan}), '2', 'the user\'s view stands');

done_testing();
