# Signatures in a living server: binary copies, row-level security, the planner's
# choice by table size, parallel plans, options of indexes.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use Test::More;

my $node = cluster('signature');
$node->safe_psql('postgres', 'CREATE EXTENSION berita');
my $dir = $node->basedir;

# Stories with copies: story s, copy c changes every (50 - 10 c)th word.
$node->safe_psql('postgres', q{
	CREATE TABLE doc AS SELECT row_number() OVER () AS id, berita.simhash(body) AS h, berita.minhash(body) AS m, berita.fingerprints(body) AS f
	FROM (SELECT string_agg('kata' || CASE WHEN c > 0 AND w % (50 - 10 * c) = c THEN w * 77 + s + c ELSE s * 1009 + w END, ' ' ORDER BY w) AS body
		FROM generate_series(1, 1500) s, generate_series(0, 1) c, generate_series(1, 80) w GROUP BY s, c) t;
	ANALYZE doc});

# Binary copies come back; spoiled ones are refused with their reason.
sub spoiled
{
	my ($type, $value, $change) = @_;
	$node->safe_psql('postgres', "COPY (SELECT $value AS v FROM doc WHERE id = 7) TO '$dir/v' (FORMAT binary)");
	open my $in, '<:raw', "$dir/v" or die;
	local $/;
	my $all = <$in>;
	close $in;
	my $len = unpack 'N', substr $all, 21, 4;
	my $bytes = $change->(substr $all, 25, $len);
	open my $out, '>:raw', "$dir/w" or die;
	print $out substr($all, 0, 21), pack('N', length $bytes), $bytes, pack('n', 0xFFFF);
	close $out;
	my (undef, $stdout, $stderr) = $node->psql('postgres', "\\set VERBOSITY verbose\nCREATE TEMP TABLE t (v berita.$type); COPY t FROM '$dir/w' (FORMAT binary); SELECT v = $value FROM t, doc WHERE id = 7",
		on_error_stop => 1);
	return $stderr =~ /ERROR:\s+(\w{5})/ ? $1 : $stdout =~ s/\s+$//r;
}
$ENV{PGOPTIONS} = '-c search_path=public,berita';
for my $case (
	[ 'simhash64', 'h' ], [ 'minhash128', 'm' ], [ 'fingerprint_set', 'f' ])
{
	my ($type, $value) = @$case;
	is(spoiled($type, $value, sub { $_[0] }), 't', "$type: binary copy comes back");
	is(spoiled($type, $value, sub { substr $_[0], 0, -1 }), '22P03', "$type: cut short");
	is(spoiled($type, $value, sub { $_[0] . 'x' }), '22P03', "$type: too long");
	is(spoiled($type, $value, sub { '' }), '22P03', "$type: empty");
	next if $type eq 'simhash64';
	is(spoiled($type, $value, sub { "\x01\x63" . substr $_[0], 2 }), '22023', "$type: unknown profile");
	is(spoiled($type, $value, sub { substr($_[0], 0, 2) . "\x00\x07" . substr $_[0], 4 }), '22P03', "$type: unknown flags");
	is(spoiled($type, $value, sub { substr($_[0], 0, 4) . "\x00" x 4 . substr $_[0], 8 }), '22P03', "$type: wrong size");
}
is(spoiled('fingerprint_set', 'f', sub { substr($_[0], 0, 8) . reverse substr $_[0], 8 }), '22P03', 'fingerprint_set: out of order');
delete $ENV{PGOPTIONS};

# A small table is read, a large one searched.
sub plan_of
{
	my ($query, $role) = @_;
	return $node->safe_psql('postgres', 'SET ROLE ' . ($role // 'none') . "; SET max_parallel_workers_per_gather = 0; EXPLAIN (COSTS OFF) $query");
}
$node->safe_psql('postgres', q{
	CREATE TABLE small AS SELECT * FROM doc LIMIT 100;
	CREATE TABLE large AS SELECT d.id + 3000 * i AS id, (d.h::bigint # hashint8extended(d.id, i))::berita.simhash64 AS h, m FROM doc d, generate_series(1, 60) i;
	CREATE INDEX ON small USING gin (h); CREATE INDEX ON small USING gin (m); CREATE INDEX ON small USING gin (f);
	CREATE INDEX ON large USING gin (h berita.simhash64_ops (blocks = 4)); CREATE INDEX ON large USING gin (m);
	VACUUM ANALYZE small; VACUUM ANALYZE large});
like(plan_of("SELECT id FROM small WHERE berita.near(h, '0123456789abcdef', 3)"), qr/^Seq Scan/, 'simhash64: 100 rows are read');
like(plan_of("SELECT id FROM small WHERE berita.near(m, (SELECT m FROM doc WHERE id = 7), 0.6)"), qr/Seq Scan on small/, 'minhash128: 100 rows are read');
like(plan_of("SELECT id FROM large WHERE berita.near(h, '0123456789abcdef', $_)"), qr/Bitmap Index Scan/, "simhash64: 180,000 rows are searched at $_") for 3, 5;
like(plan_of("SELECT id FROM large WHERE berita.near(h, '0123456789abcdef', 30)"), qr/Seq Scan/, 'simhash64: and read at 30');
like(plan_of("SELECT id FROM large WHERE berita.near(m, (SELECT m FROM doc WHERE id = 7), 0.6)"), qr/Bitmap Index Scan/, 'minhash128: 180,000 rows are searched');
like($node->safe_psql('postgres', q{SELECT pg_get_indexdef('large_h_idx'::regclass)}), qr/simhash64_ops \(blocks='?4'?\)/, 'options are part of the definition');

# Row-level security does not cost the index: near() leaks nothing.
$node->safe_psql('postgres', q{
	CREATE ROLE pembaca; ALTER TABLE large ENABLE ROW LEVEL SECURITY; GRANT SELECT ON large TO pembaca;
	CREATE POLICY even ON large TO pembaca USING (id % 2 = 0)});
like(plan_of("SELECT id FROM large WHERE berita.near(h, '0123456789abcdef', 3)", 'pembaca'),
	qr/Bitmap Index Scan/, 'the index is used under row-level security');

# Parallel plans and partial aggregates give the same.
my $parallel = 'SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;';
my $serial = 'SET max_parallel_workers_per_gather = 0;';
for my $query (
	'SELECT md5(berita.minhash_union(m)::text), md5(berita.fingerprint_union(f)::text) FROM doc',
	'SELECT count(*), sum(hashint8(a.id) # hashint8(b.id)) FROM doc a JOIN small b ON berita.near(b.m, a.m, 0.5)')
{
	my $plan = $node->safe_psql('postgres', "$parallel EXPLAIN (COSTS OFF) $query");
	like($plan, qr/Gather/, 'runs in parallel');
	is($node->safe_psql('postgres', "$parallel $query"), $node->safe_psql('postgres', "$serial $query"), 'and gives the same');
}

# Is this new article a copy of something of the last three days?
$node->safe_psql('postgres', q{
	CREATE TABLE news (id int, published timestamptz, body text, sig berita.minhash128 GENERATED ALWAYS AS (berita.minhash(body)) STORED);
	INSERT INTO news SELECT id, '2026-03-01'::timestamptz + id * interval '1 hour', (SELECT string_agg('w' || id % 150 || 'x' || w, ' ') FROM generate_series(1, 60) w) FROM generate_series(1, 300) id;
	CREATE INDEX ON news USING gin (sig)});
is($node->safe_psql('postgres', q{SELECT b.id FROM news a JOIN news b ON berita.near(a.sig, b.sig, 0.6)
	WHERE a.id = 200 AND b.id <> a.id AND b.published BETWEEN a.published - interval '10 days' AND a.published}), '50', 'the earlier copy is found');
my (undef, undef, $error) = $node->psql('postgres', 'DROP EXTENSION berita');
like($error, qr/cannot drop extension berita because other objects depend on it/, 'columns keep the extension');
$node->stop;
done_testing();
