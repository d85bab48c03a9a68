# Databases of other encodings: LATIN1 gives the same rows as UTF8, SQL_ASCII the
# same with offsets in bytes, as its own substr() counts; offsets fit everywhere.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use Test::More;

my $node = cluster('encoding');
$node->safe_psql('postgres', "CREATE DATABASE $_ TEMPLATE template0 ENCODING '$_' LOCALE 'C'") for qw(utf8 latin1 sql_ascii);

# Letters that LATIN1 has: bytes in UTF-8, as every client sends them here.
my $text = "Caf\xc3\xa9 Cikahuripan ramai. \"R\xc3\xa9né bilang begitu,\" kata Wati Lestari, Senin (3/2).\n\n\"\xc3\x9cber alles,\" ujarnya. \xc2\xabYa.\xc2\xbb\n";
my %call = (
	'tokens' => [ 'berita.tokens(text)', 'token' ], 'sentences' => [ 'berita.sentences(text)', 'sentence' ],
	'words' => [ 'berita.words(text)', 'word' ], 'lines' => [ 'berita.lines(text,text[])', 'text' ],
	'quotes' => [ 'berita.quotes(text,jsonb)', 'quote' ]);

my %rows;
for my $db (qw(utf8 latin1 sql_ascii))
{
	$node->safe_psql($db, "SET client_encoding = 'UTF8'; CREATE EXTENSION berita; CREATE TABLE a (body text); INSERT INTO a VALUES ('$text')");
	for my $f (sort keys %call)
	{
		my ($signature, $column) = @{ $call{$f} };
		next if !has_function($node, $db, $signature);
		is($node->safe_psql($db, "SELECT count(*) FROM a, berita.$f(body) r WHERE substr(body, r.start, r.length) IS DISTINCT FROM r.$column"), '0', "$f: offsets fit ($db)");
		$rows{$f}{$db} = $node->safe_psql($db, "SET client_encoding = 'UTF8'; SELECT " . ($db eq 'sql_ascii' ? "r.$column" : 'r.*') . " FROM a, berita.$f(body) r");
		is($rows{$f}{latin1}, $rows{$f}{utf8}, "$f: LATIN1 gives the same rows") if $db eq 'latin1';
		is($rows{$f}{sql_ascii}, $node->safe_psql('utf8', "SELECT r.$column FROM a, berita.$f(body) r"), "$f: SQL_ASCII gives the same texts") if $db eq 'sql_ascii';
	}
	for my $f (grep { has_function($node, $db, "berita.$_(text)") } qw(simhash minhash fingerprints))
	{
		$rows{$f}{$db} = $node->safe_psql($db, "SELECT berita.$f(body) FROM a");
		is($rows{$f}{$db}, $rows{$f}{utf8}, "$f: the same hash ($db)");
	}
}

# Bytes that are no characters: only SQL_ASCII lets them in.
for my $f (sort keys %call)
{
	my ($signature, $column) = @{ $call{$f} };
	next if !has_function($node, 'sql_ascii', $signature);
	is($node->safe_psql('sql_ascii', "SELECT count(*) FROM (VALUES (E'\"Kami \\xff\\xfe siap,\" kata Budi\\xc3 \\xe2\\x80')) AS a(body), berita.$f(body) r WHERE substr(body, r.start, r.length) IS DISTINCT FROM r.$column"),
		'0', "$f: broken bytes are no error");
}
$node->stop;
done_testing();
