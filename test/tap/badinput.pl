# Bad input: NULL, nothing, one line of 50 MB, a million quote marks, deep nesting.
# No function raises, time is linear, memory is in proportion, and a cancel ends
# each within 100 ms.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use Test::More;
use Time::HiRes qw(time usleep);

my $node = cluster('badinput', conf => "statement_timeout = '120s'\nwork_mem = '64MB'\n");
$node->safe_psql('postgres', 'CREATE EXTENSION berita');

# Every function of a body: how it is called, and what nothing gives.
my @rows = grep { has_function($node, 'postgres', "berita.$_->[0]") } (
	[ 'tokens(text)', 'tokens(%s)' ], [ 'words(text)', 'words(%s)' ], [ 'sentences(text)', 'sentences(%s)' ],
	[ 'lines(text,text[])', 'lines(%s)' ], [ 'repeats(text,integer)', 'repeats(%s)' ], [ 'quotes(text,jsonb)', 'quotes(%s)' ],
	[ 'sources(text,jsonb)', 'sources(%s)' ], [ 'people(text)', 'people(%s)' ], [ 'kwic(text,text,integer)', q{kwic(%s, 'kata')} ],
	[ 'overlaps(text,text,integer)', 'overlaps(%s, %1$s)' ]);
my @values = grep { has_function($node, 'postgres', "berita.$_->[0]") } (
	[ 'stem(text)', 'stem(%s)' ], [ 'clean(text,text[])', 'clean(%s)' ], [ 'simhash(text)', 'simhash(%s)' ], [ 'minhash(text)', 'minhash(%s)' ],
	[ 'fingerprints(text)', 'fingerprints(%s)' ], [ 'resemblance(text,text)', 'resemblance(%s, %1$s)' ], [ 'containment(text,text)', 'containment(%s, %1$s)' ],
	[ 'tsvector(text)', 'tsvector(%s)' ], map { [ 'highlight(text,text)', "highlight(%s, '$_')" ] } qw(html markdown ansi));
sub call { my ($f, $argument) = @_; return sprintf "berita.$f->[1]" =~ s/%s/%1\$s/r, $argument }

# A statement that has the function read the bodies of a table.
sub reading
{
	my ($f, $table, $where) = @_;
	my $call = call($f, 'x.body');
	return (grep { $_ == $f } @rows) ? "SELECT count(*) FROM $table AS x, $call WHERE $where" : "SELECT $call IS NULL FROM $table AS x WHERE $where";
}
sub one { my ($sql) = @_; return $node->safe_psql('postgres', $sql) }

for my $f (@rows)
{
	is(one('SELECT count(*) FROM ' . call($f, 'NULL::text')), '0', "$f->[0]: NULL gives no rows");
	is(one('SELECT count(*) FROM ' . call($f, "''::text")), '0', "$f->[0]: nothing gives no rows");
	is(one('SELECT count(*) FROM ' . call($f, q{E' \t  \u00a0 '::text})), '0', "$f->[0]: blanks give no rows");
}
is(one('SELECT ' . call($_, 'NULL::text') . ' IS NULL'), 't', "$_->[0]: NULL gives NULL") for @values;
for my $f (grep { $_->[0] =~ /^(simhash|minhash|fingerprints)/ } @values)
{
	is(one('SELECT ' . call($f, "''::text") . ' IS NULL AND ' . call($f, q{E' \t '::text}) . ' IS NULL'), 't', "$f->[0]: no words give NULL");
}
is(one(q{SELECT berita.clean('') = ''}), 't', 'clean of nothing is nothing') if has_function($node, 'postgres', 'berita.clean(text,text[])');

# Sizes: n and four times n, which must take no more than eight times as long (psql's
# start included; the best of three, for the machine may be busy).
my %make = (
	'one long line' => q{repeat('Harga beras turun di pasar Cikahuripan. "Stok kami cukup," kata Wati Lestari. Anak-anak belajar ', %d)},
	'quote marks' => q{repeat('"', %d)}, 'marks and letters' => q{repeat('"a', %d)}, 'open and close' => q{repeat('“”', %d)}, 'open only' => q{repeat('“ kata ', %d)},
	'deep nesting' => q{repeat('(“[', %d)}, 'newlines' => q{repeat(E'\n', %d)}, 'one long word' => q{repeat('a', %d)}, 'hyphens' => q{repeat('a-', %d)},
	'the same line' => q{repeat(E'Baris yang sama dan cukup panjang untuk dihitung ulang.\n', %d)}, 'zero width' => q{repeat(U&'\200b', %d)}, 'digits and dots' => q{repeat('1.', %d)},
	'names' => q{repeat('Budi Santoso, ', %d)}, 'cues' => q{repeat(' kata ', %d)});
my %n = ('one long line' => 20000, 'the same line' => 4000);
for my $kind (sort keys %make)
{
	my $n = $n{$kind} // 30000;
	one("CREATE TABLE size AS SELECT $_->[0] AS s, $_->[1]::text AS body FROM (VALUES (1)) AS x") for [ 1, sprintf $make{$kind}, $n ];
	one('INSERT INTO size SELECT 4, ' . sprintf $make{$kind}, 4 * $n);
	for my $f (@rows, @values)
	{
		my ($linear, @time);
		for (1 .. 3)
		{
			@time = ();
			for my $s (1, 4)
			{
				my $t = time;
				my ($status, undef, $error) = $node->psql('postgres', reading($f, 'size', "x.s = $s"));
				$status and fail("$f->[0], $kind: $error"), last;
				push @time, time - $t;
			}
			last if $linear = @time == 2 && $time[1] < 8 * $time[0] + 0.1;
		}
		ok($linear, "$f->[0], $kind: linear") or diag(sprintf '%.3f s, four times as much %.3f s', @time);
	}
	one('DROP TABLE size');
}

# Memory: what a session of its own has had at most, beyond reading the text itself.
sub peak
{
	my ($sql) = @_;
	my ($status, $said) = $node->psql('postgres', "SELECT pg_backend_pid() AS pid \\gset\n\\setenv PID :pid\n$sql;\n\\! grep VmHWM /proc/\$PID/status\n");
	return $status == 0 && $said =~ /^VmHWM:\s+(\d+) kB/m ? $1 / 1024 : undef;
}
SKIP:
{
	skip 'memory: no /proc here', 1 if !-r "/proc/$$/status";
	my %shape = ('one long line' => 97, 'quote marks' => 1, 'newlines' => 1, 'cues' => 6, 'deep nesting' => 7);
	for my $kind (sort keys %shape)
	{
		one("CREATE TABLE size AS SELECT 1 AS s, " . sprintf($make{$kind}, 1000000 / $shape{$kind}) . ' AS body');
		one('ALTER TABLE size ALTER body SET STORAGE external');
		one('INSERT INTO size SELECT 4, ' . sprintf $make{$kind}, 4000000 / $shape{$kind});
		my %alone = map { $_ => peak("SELECT length(body) FROM size AS x WHERE x.s = $_") } (1, 4);
		for my $f (grep { $_->[0] !~ /^overlaps/ } @rows, @values)
		{
			my ($little, $much) = map { (peak('SET work_mem = 4096; ' . reading($f, 'size', "x.s = $_")) // 1e9) - $alone{$_} } (1, 4);
			ok($much < 120 * 4 && $much < 5 * $little + 16, "$f->[1], $kind: memory in proportion")
			  or diag(sprintf 'for 1 MB %.0f MB, for 4 MB %.0f MB', $little, $much);
		}
		one('DROP TABLE size');
	}
}

# 50 MB in one line, a million marks: all work, and a cancel is heard at once.
one(q{CREATE TABLE big AS SELECT 'line' AS kind, repeat('Harga beras turun di pasar Cikahuripan. "Stok kami cukup," kata Wati Lestari. Anak-anak belajar ', 50000000 / 97) AS body
	UNION ALL SELECT 'marks', repeat('"', 1000000)});
# Unpacking a stored text is the server's work, which it does not interrupt.
my ($unpack) = one("\\timing on\nSELECT length(body) FROM big WHERE kind = 'line';") =~ /^Time: ([\d.]+) ms/m;
for my $f (@rows, @values)
{
	for my $kind ('line', 'marks')
	{
		next if $f->[0] =~ /^(overlaps|stem)/ && $kind eq 'line';
		my $sql = reading($f, 'big', "x.kind = '$kind'");
		my $t = time;
		my ($status, undef, $error) = $node->psql('postgres', $sql);
		is($status, 0, "$f->[0]: $kind") or diag($error);
		my $all = time - $t;
		note(sprintf '%s %s %.1f s', $f->[1], $kind, $all);
		next if $kind eq 'marks' || $all < 1;
		# Cancelled by the server's own clock; what it took beyond is how long it did
		# not listen.  The best of three, for the machine may be busy; late in the work
		# the server has gigabytes of rows and memory to give back.
		for my $after (150, 500, int(800 * $all))
		{
			my $late = 1e9;
			for (1 .. 3)
			{
				my ($status, $said) = $node->psql('postgres', "SET statement_timeout = $after;\n\\timing on\n$sql;");
				my ($took) = $said =~ /^Time: ([\d.]+) ms/m;
				# One that was done before has nothing to hear.
				$late = $took - $after if defined $took && $took - $after < $late && ($status || $took < $after);
			}
			ok($late < 100 + $unpack + ($after > 500 ? 50 * $all : 0), "$f->[0]: a cancel after $after ms is heard") or diag("$late ms late, of which unpacking may be $unpack");
		}
	}
}
$node->stop;
done_testing();
