# The users' lexicon: a change counts from the next statement on, in every session,
# in parallel workers and after a long snapshot; other roles read it.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = cluster('lexicon', conf => "max_prepared_transactions = 5\n");
$node->safe_psql('postgres', q{
	CREATE EXTENSION berita;
	CREATE ROLE pembaca LOGIN;
	CREATE TABLE arsip (id int, isi text);
	INSERT INTO arsip SELECT i, 'Harga turun, menurut Kabar Pagi Nusantara. Pasar ramai, menurut Reuters.' FROM generate_series(1, 20000) AS i;
	ALTER TABLE arsip SET (parallel_workers = 2);
	GRANT SELECT ON arsip TO pembaca;
	ANALYZE arsip});
my $sources = q{SELECT string_agg(source, ', ' ORDER BY n) FROM berita.sources((SELECT isi FROM arsip WHERE id = 1))};
my $add = q{INSERT INTO berita.lexicon (kind, form) VALUES ('outlet', 'Kabar Pagi Nusantara')};

# Two sessions that stay open.
my $one = $node->background_psql('postgres');
my $two = $node->background_psql('postgres');
is($one->query($sources), 'Reuters', 'built-in words only');
is($two->query($sources), 'Reuters', '... in the other session too');

$one->query_safe("BEGIN; $add");
is($one->query($sources), 'Kabar Pagi Nusantara, Reuters', 'a change counts at the next statement');
is($two->query($sources), 'Reuters', 'others do not see it before the commit');
$one->query_safe('ROLLBACK');
is($one->query($sources), 'Reuters', 'a rollback takes it back');
$one->query_safe($add);
is($two->query($sources), 'Kabar Pagi Nusantara, Reuters', 'a commit counts in the other session at once');

# A session in REPEATABLE READ, and the transaction after it.
$two->query_safe('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM arsip');
$one->query_safe(q{UPDATE berita.lexicon SET remove = true});
$two->query($sources);
$two->query_safe('COMMIT');
is($two->query($sources), 'Reuters', 'not stale after a REPEATABLE READ transaction');

# Statements of every kind, and a prepared one.
$two->query_safe("PREPARE s AS $sources");
is($two->query('EXECUTE s'), 'Reuters', 'prepared');
$one->query_safe('TRUNCATE berita.lexicon');
$one->query_safe("COPY berita.lexicon (kind, form) FROM PROGRAM 'printf \"outlet\\tKabar Pagi Nusantara\\n\"'");
is($two->query('EXECUTE s'), 'Kabar Pagi Nusantara, Reuters', 'TRUNCATE and COPY count, in a prepared statement too');
$one->query_safe("BEGIN; DELETE FROM berita.lexicon; PREPARE TRANSACTION 'x'");
$one->query_safe("COMMIT PREPARED 'x'");
is($two->query($sources), 'Reuters', 'a prepared transaction counts');

# Parallel workers see the leader's own change.
my $parallel = q{SELECT count(*) FROM arsip, berita.sources(isi) WHERE source = 'Kabar Pagi Nusantara'};
my $plan = 'SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET parallel_leader_participation = off';
like($node->safe_psql('postgres', "$plan; EXPLAIN (COSTS off) $parallel"), qr/Parallel Seq Scan/, 'the plan is parallel');
is($node->safe_psql('postgres', "$plan; BEGIN; $add; $parallel; ROLLBACK"), '20000', 'workers read an uncommitted change of the leader');
is($node->safe_psql('postgres', "$plan; $parallel"), '0', '... and nothing of it afterwards');

# Roles: without rights reads, and sees what is switched off; changes nothing.
$node->safe_psql('postgres', $add);
my @reader = (extra_params => [ '-U', 'pembaca' ]);
is($node->safe_psql('postgres', $sources, @reader), 'Kabar Pagi Nusantara, Reuters', 'a role without rights reads it');
is($node->safe_psql('postgres', q{SELECT count(*) FROM berita.lexicon_all WHERE origin = 'user'}, @reader), '1', '... and lists it');
my ($status, undef, $error) = $node->psql('postgres', $add, @reader);
like($error, qr/permission denied/, '... and cannot change it');
$node->safe_psql('postgres', 'REVOKE SELECT ON berita.lexicon FROM PUBLIC');
is($node->safe_psql('postgres', $sources, @reader), 'Kabar Pagi Nusantara, Reuters', 'also where the table itself is closed to it');

# The table goes and comes again under sessions that hold it.
is($two->query($sources), 'Kabar Pagi Nusantara, Reuters', 'before the extension is dropped');
$one->query_safe('DROP EXTENSION berita; CREATE EXTENSION berita');
is($two->query($sources), 'Reuters', 'a new lexicon after DROP and CREATE EXTENSION');
$one->query_safe($add);
is($two->query($sources), 'Kabar Pagi Nusantara, Reuters', '... which is watched as well');
$one->quit;
$two->quit;
$node->stop;
done_testing();
