# Installing as a newsroom does: an owner who is no superuser creates, drops and
# creates again, in an existing database; make installcheck against that server.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = cluster('install');
$node->safe_psql('postgres', 'CREATE ROLE redaksi LOGIN; CREATE ROLE tamu LOGIN; CREATE DATABASE berita_kita OWNER redaksi');
my @as_owner = (extra_params => [ '-U', 'redaksi' ]);
my @as_guest = (extra_params => [ '-U', 'tamu' ]);

$node->safe_psql('berita_kita', 'CREATE TABLE arsip (id int PRIMARY KEY, isi text)', @as_owner);
$node->safe_psql('berita_kita', 'CREATE EXTENSION berita', @as_owner);
pass('the database owner creates the extension');
like($node->safe_psql('berita_kita', 'SELECT berita.version()', @as_owner), qr/^\d+\.\d+\.\d+$/, 'the library answers');
is($node->safe_psql('berita_kita', 'SELECT extversion = berita.version() FROM pg_extension WHERE extname = $$berita$$', @as_owner), 't', 'library and SQL agree');
like($node->safe_psql('berita_kita', 'SELECT berita.version()', @as_guest), qr/^\d/, 'a guest may use it');
my ($status, undef, $error) = $node->psql('berita_kita', 'CREATE FUNCTION berita.x() RETURNS int RETURN 1', @as_guest);
like($error, qr/permission denied for schema berita/, 'a guest may not plant in its schema');
($status, undef, $error) = $node->psql('berita_kita', 'ALTER EXTENSION berita SET SCHEMA public', @as_owner);
isnt($status, 0, 'the schema is fixed');

# No member survives, and creating again gives the same.
my $members = q{SELECT count(*), md5(string_agg(pg_describe_object(classid, objid, objsubid), ',' ORDER BY pg_describe_object(classid, objid, objsubid)))
	FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'berita')};
my $first = $node->safe_psql('berita_kita', $members);
$node->safe_psql('berita_kita', 'DROP EXTENSION berita', @as_owner);
is($node->safe_psql('berita_kita', q{SELECT count(*) FROM pg_namespace WHERE nspname = 'berita'}), '0', 'DROP EXTENSION leaves nothing');
$node->safe_psql('berita_kita', 'CREATE EXTENSION berita', @as_owner);
is($node->safe_psql('berita_kita', $members), $first, 'creating again gives the same objects');

# A planted schema makes the creation fail rather than be used.
$node->safe_psql('postgres', 'CREATE DATABASE planted OWNER redaksi');
$node->safe_psql('planted', 'CREATE SCHEMA berita', @as_owner);
($status, undef, $error) = $node->psql('planted', 'CREATE EXTENSION berita', @as_owner);
like($error, qr/schema "berita" already exists/, 'a planted schema is refused');

# make installcheck, as the README says it, against this server.
my $said = `make -s installcheck PG_CONFIG='$ENV{PG_CONFIG}' PGHOST='@{[$node->host]}' PGPORT=@{[$node->port]} 2>&1`;
is($?, 0, 'make installcheck') or diag($said);

# Another place to install into: make install with DESTDIR put every file under it.
my $share = `$ENV{PG_CONFIG} --sharedir`;
chomp $share;
ok(-f "$ENV{BERITA_ROOT}$share/extension/berita.control", 'the control file is installed');
my ($script) = glob "$ENV{BERITA_ROOT}$share/extension/berita--*.sql";
ok(defined $script && -s $script, 'the script is installed');
($status, undef, $error) = $node->psql('postgres', "\\i $script");
like($error . ($status // ''), qr/^[03]?$|CREATE EXTENSION/, 'the script alone asks for CREATE EXTENSION');
is($node->safe_psql('postgres', q{SELECT count(*) FROM pg_namespace WHERE nspname = 'berita'}), '0', 'and makes nothing');

$node->stop;
done_testing();
