# The first use in a new session leaves little behind: the private memory that each
# function of the language keeps, and the pages of the library that are written to.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use Test::More;

my $limit = 64 * 1024;
my $node = cluster('first');
my $text = $sample =~ s/'/''/gr;
$node->safe_psql('postgres', "CREATE EXTENSION berita; CREATE TABLE a (body text); INSERT INTO a VALUES ('$text')");

my %use = (
	'tokens' => 'SELECT count(t.stem) FROM a, berita.tokens(body) t',
	'words' => 'SELECT count(w.word) FROM a, berita.words(body) w',
	'sentences' => 'SELECT count(s.sentence) FROM a, berita.sentences(body) s',
	'stem' => 'SELECT berita.stem(body) IS NULL FROM a',
	'to_tsvector' => "SELECT to_tsvector('berita.indonesian', body) IS NULL FROM a",
	'tsvector' => 'SELECT berita.tsvector(body) IS NULL FROM a');

# The library, and the server's own caches of what any such statement looks up.
my @before = ('SELECT berita.version() FROM a', q{SELECT count(x) FROM a, string_to_table(body, ' ') x},
	q{SELECT to_tsvector('indonesian', body) IS NULL FROM a});

# Used, not reserved: those caches double their tables at any moment.
my $memory = 'SELECT sum(used_bytes) FROM pg_backend_memory_contexts';
my $library = q{SELECT sum(substring(m[1] FROM 'Private_Dirty: +(\d+)')::int) * 1024
	FROM regexp_matches(pg_read_file('/proc/self/smaps'), 'berita\.[a-z]+\n(.*?)VmFlags', 'g') AS m};

for my $f (sort keys %use)
{
	my ($before, undef, $after) = (split /\n/, $node->safe_psql('postgres', join '; ', @before, $memory, $memory, $use{$f}, $memory))[ 4 .. 6 ];
	cmp_ok($after - $before, '<', $limit, "$f: private memory after the first call: " . ($after - $before));
}

SKIP:
{
	skip 'no /proc/self/smaps', 1 if !-r '/proc/self/smaps';
	my $pages = (split /\n/, $node->safe_psql('postgres', join '; ', (map { $use{$_} } sort keys %use), $library))[-1];
	cmp_ok($pages, '<', $limit, "pages of the library that are this session's own: $pages");
}

done_testing();
