# pg_dump and restore of a database that uses the extension, by its owner.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = cluster('dump');
$node->safe_psql('postgres', 'CREATE ROLE redaksi LOGIN; CREATE DATABASE asal OWNER redaksi; CREATE DATABASE salinan OWNER redaksi');
my @as_owner = (extra_params => [ '-U', 'redaksi' ]);
$node->safe_psql('asal', 'CREATE EXTENSION berita', @as_owner);

# A table that stores what the extension makes, where that exists.
(my $quoted = $sample) =~ s/'/''/g;
$node->safe_psql('asal', "CREATE TABLE arsip (id int PRIMARY KEY, isi text); INSERT INTO arsip SELECT i, i || E'\\n' || '$quoted' FROM generate_series(1, 20) AS i", @as_owner);
my @stored = grep { has_function($node, 'asal', "berita.$_(text)") } qw(simhash minhash fingerprints);
for my $f (@stored)
{
	$node->safe_psql('asal', "ALTER TABLE arsip ADD $f " . { simhash => 'berita.simhash64', minhash => 'berita.minhash128', fingerprints => 'berita.fingerprint_set' }->{$f}
		  . " GENERATED ALWAYS AS (berita.$f(isi)) STORED; CREATE INDEX ON arsip ($f)", @as_owner);
	$node->psql('asal', "CREATE INDEX ON arsip USING gin ($f)", @as_owner);
}
if ($node->safe_psql('asal', q{SELECT count(*) FROM pg_ts_config WHERE cfgname = 'indonesian' AND cfgnamespace = 'berita'::regnamespace}))
{
	$node->safe_psql('asal', q{CREATE INDEX cari ON arsip USING gin (to_tsvector('berita.indonesian', isi)); CREATE TEXT SEARCH CONFIGURATION punya_kami (COPY = berita.indonesian)}, @as_owner);
}
if ($node->safe_psql('asal', q{SELECT to_regclass('berita.lexicon') IS NOT NULL}) eq 't')
{
	$node->safe_psql('asal', q{INSERT INTO berita.lexicon (kind, form) VALUES ('verb', 'mencuit')}, @as_owner);
}
$node->safe_psql('asal', 'CREATE VIEW kutipan AS SELECT a.id, q.speaker, q.quote FROM arsip a, berita.quotes(a.isi) q', @as_owner) if has_function($node, 'asal', 'berita.quotes(text,jsonb)');

my $facts = join ' UNION ALL ', "SELECT 'arsip', md5(string_agg(a::text, ',' ORDER BY id)) FROM arsip a",
  ($node->safe_psql('asal', q{SELECT to_regclass('berita.lexicon') IS NOT NULL}) eq 't' ? "SELECT 'lexicon', coalesce(string_agg(kind || form, ',' ORDER BY kind, form), '') FROM berita.lexicon" : ()),
  ($node->safe_psql('asal', q{SELECT to_regclass('kutipan') IS NOT NULL}) eq 't' ? "SELECT 'kutipan', md5(string_agg(k::text, ',' ORDER BY id, quote)) FROM kutipan k" : ());
my $before = $node->safe_psql('asal', $facts, @as_owner);

for my $format (qw(plain custom))
{
	my $file = PostgreSQL::Test::Utils::tempdir() . "/$format";
	my @to = ('-h', $node->host, '-p', $node->port, '-U', 'redaksi');
	command_ok([ 'pg_dump', @to, '-F', $format, '-f', $file, 'asal' ], "the owner dumps ($format)");
	$node->safe_psql('postgres', 'DROP DATABASE salinan');
	$node->safe_psql('postgres', 'CREATE DATABASE salinan OWNER redaksi');
	command_ok($format eq 'plain' ? [ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', @to, '-d', 'salinan', '-f', $file ]
		: [ 'pg_restore', '--exit-on-error', @to, '-d', 'salinan', $file ], "and restores ($format)");
	is($node->safe_psql('salinan', $facts, @as_owner), $before, "the copy holds the same ($format)");
	is($node->safe_psql('salinan', 'SELECT count(*) FROM pg_index WHERE NOT indisvalid'), '0', "all indexes are there ($format)");
}
note('stored: ' . join ' ', @stored);

# What the extension owns is not dumped as if it were the user's.
my ($said) = run_command([ 'pg_dump', '-h', $node->host, '-p', $node->port, '-U', 'redaksi', '--schema-only', 'asal' ]);
unlike($said, qr/CREATE (FUNCTION|TYPE|SCHEMA) berita/, 'the dump names the extension, not its objects');

# DROP EXTENSION says what depends on it.
my ($status, undef, $error) = $node->psql('asal', 'DROP EXTENSION berita', @as_owner);
if (@stored) { like($error, qr/other objects depend on it/, 'stored columns keep the extension') }
$node->stop;
done_testing();
