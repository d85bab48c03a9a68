# Full-text search beyond UTF-8: the options of a dictionary as files, texts in other
# encodings, and a configuration of the user's own through dump and restore.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;
use Berita;
use File::Path qw(make_path);
use PostgreSQL::Test::Utils;
use Test::More;

# A server looks for tsearch_data beside its own binary: a copy of it with a folder of ours.
chomp(my ($bin, $share, $pkglib) = map { my $x = `$ENV{PG_CONFIG} --$_`; $x } qw(bindir sharedir pkglibdir));
my $top = PostgreSQL::Test::Utils::tempdir();
make_path(map { "$top$_" } $bin, $pkglib, $share, "$share/tsearch_data", "$share/extension");
system_or_bail('cp', '-L', (map { "$bin/$_" } qw(postgres initdb pg_ctl pg_config psql pg_dump pg_restore pg_isready)), "$top$bin");
for my $dir ($pkglib, $share, "$share/tsearch_data", "$share/extension")
{
	for my $file (glob("$dir/*"), glob("$ENV{BERITA_ROOT}$dir/*"))
	{
		my ($name) = $file =~ m{([^/]+)$};
		symlink $file, "$top$dir/$name" if !-e "$top$dir/$name";
	}
}

sub write_file
{
	my ($name, $bytes) = @_;
	open my $out, '>:raw', "$top$share/tsearch_data/$name" or die "$name: $!";
	print $out $bytes;
	close $out;
}
write_file('redaksi.stop', "# kata henti redaksi\nyang\n\xc3\x8etu dan\r\n\nke");
write_file('redaksi.syn', "# bentuk dan akarnya\ngojek ojek\nkaf\xc3\xa9 warung\n\xc5\x93uvre karya\n");
write_file('ganjil.syn', "gojek ojek\nojol\nbecak kayuh\n");
write_file('latin.stop', "yang\ncaf\xe9\n");
write_file('latin.syn', "caf\xe9 warung\n");
mkdir "$top$share/tsearch_data/map.stop";

(my $install = $bin) =~ s{/[^/]*$}{};
my $node = cluster('search', new => [ install_path => "$top$install" ]);
my %encoding = (utf8 => 'UTF8', latin1 => 'LATIN1', win1252 => 'WIN1252', ascii => 'SQL_ASCII', euc => 'EUC_JP');
$node->safe_psql('postgres', "CREATE DATABASE $_ TEMPLATE template0 ENCODING '$encoding{$_}' LOCALE 'C'") for sort keys %encoding;

# In the encoding of a client that speaks UTF-8.
sub one { my ($db, $sql) = @_; return $node->safe_psql($db, "SET client_encoding = 'UTF8'; $sql") }
sub refused
{
	my ($db, $sql, $like, $what) = @_;
	my ($status, undef, $error) = $node->psql($db, $sql);
	ok($status != 0, "$what is refused ($db)");
	like($error, $like, "$what: the message ($db)");
}

# Letters that all of these encodings have, entities and mojibake whose letters they lack.
my @text = (
	'Kafé di Cikurubuk ramai; menteri-menteri yang datang bertanya.', 'Rugi &#937;mega &Psi; Rp1.234,5 &eacute;tika di-PHK',
	'Kata mereka: Ã©tika, â€œpasarâ€, Ø§Ø¨', 'garçon Müller Übung' x 3);
my %same;
for my $db (qw(utf8 latin1 win1252 ascii euc))
{
	one($db, 'CREATE EXTENSION berita; CREATE TABLE a (id int, body text)');
	one($db, q{CREATE TEXT SEARCH DICTIONARY berkas (TEMPLATE = berita.stemmer, stopwords = redaksi, exceptions = redaksi);
		CREATE TEXT SEARCH DICTIONARY langsung (TEMPLATE = berita.stemmer, stopwords = 'yang Îtu,dan ke', exceptions = 'gojek=ojek kafé=warung')});
	my $words = q{SELECT string_agg(w || ts_lexize(d.d, w)::text, ' ' ORDER BY n) FROM unnest('{yang,itu,ke,gojek,Kafé,Perusahaannya,adalah}'::text[]) WITH ORDINALITY AS w (w, n)};
	my $want = 'yang{} itu{} ke{} gojek{ojek} Kafé{warung} Perusahaannya{usaha} adalah{adalah}';
	is(one($db, "$words, (VALUES ('$_'::regdictionary)) AS d (d)"), $want, "words of a " . ($_ eq 'berkas' ? 'file' : 'list') . " ($db)") for qw(berkas langsung);

	refused($db, 'CREATE TEXT SEARCH DICTIONARY salah (TEMPLATE = berita.stemmer, stopwords = tidak_ada)', qr/could not open file ".*tidak_ada\.stop": No such file.*ends in a comma/s, 'a missing file');
	refused($db, 'CREATE TEXT SEARCH DICTIONARY salah (TEMPLATE = berita.stemmer, stopwords = map)', qr/could not read file ".*map\.stop"/, 'a folder');
	refused($db, q{CREATE TEXT SEARCH DICTIONARY salah (TEMPLATE = berita.stemmer, exceptions = '../redaksi')}, qr/invalid text search configuration file name/, 'another folder');
	refused($db, 'CREATE TEXT SEARCH DICTIONARY salah (TEMPLATE = berita.stemmer, exceptions = ganjil)', qr/exception "ojol" has no root.*line 2 of file ".*ganjil\.syn"/s, 'a line without a root');
	refused($db, 'CREATE TEXT SEARCH DICTIONARY salah (TEMPLATE = berita.stemmer, stopwords = latin)', qr/line 2 of file ".*latin\.stop" is not UTF-8/, 'stop words in another encoding');
	refused($db, 'CREATE TEXT SEARCH DICTIONARY salah (TEMPLATE = berita.stemmer, exceptions = latin)', qr/line 1 of file ".*latin\.syn" is not UTF-8/, 'exceptions in another encoding');

	# What a client of this encoding can say at all.
	for my $i (0 .. $#text)
	{
		my ($status) = $node->psql($db, "SET client_encoding = 'UTF8'; INSERT INTO a VALUES ($i, \$t\$$text[$i]\$t\$)");
		next if $status;
		my $row = one($db, "SELECT (SELECT string_agg(token || '/' || class || '/' || coalesce(stem, '') || '/' || start, ' ' ORDER BY n) FROM berita.tokens(body)) FROM a WHERE id = $i");
		$same{$i} //= $row =~ s{/\d+(?= |$)}{}gr;
		is($row =~ s{/\d+(?= |$)}{}gr, $same{$i}, "text $i: the same tokens ($db)") if $i == 0 || $i == 3;
	}
	is(one($db, q{SELECT count(*) > 1 AND bool_and(berita.tsvector(body) = to_tsvector('berita.indonesian', body)) FROM a}), 't', "the two ways to a tsvector agree ($db)");
	is(one($db, 'SELECT count(*) FROM a, berita.tokens(body) t WHERE substr(body, t.start, t.length) IS DISTINCT FROM t.token'), '0', "tokens lie where they say ($db)");
	is(one($db, q{SELECT berita.stem('Kafé') || ' ' || berita.stem('Perusahaannya') || ' ' || ts_lexize('berita.indonesian_stem', 'Müllernya')::text}), 'kafe usaha {muller}', "roots ($db)");
	is(one($db, q{SELECT string_agg(token, '' ORDER BY n) = body FROM a, ts_parse('berita.parser', body) WITH ORDINALITY AS t (id, token, n) WHERE a.id = 0 GROUP BY body}), 't', "the parser's tokens tile the text ($db)");
	is(one($db, q{SELECT ts_headline('berita.indonesian', body, websearch_to_tsquery('berita.indonesian', 'kafe tanya')) FROM a WHERE id = 0}),
		'<b>Kafé</b> di Cikurubuk ramai; menteri-menteri yang datang <b>bertanya</b>.', "a headline ($db)");
}

# Bytes that the encoding leaves free, or that are no characters: never an error, each
# one character, and the text that comes back is the text that went in.
my %free = (win1252 => "\x81 \x8d\x90Kata\x9d di\x81pasar\x81", ascii => "\xff\xfe Kata\xc3 di\xe2\x80pasar\x81", latin1 => "\x81 \x9dKata\x80 di\x81pasar", euc => "\x8f\xa9\xc1 \xa9\xa1Kata di\xa9\xa1pasar");
for my $db (sort keys %free)
{
	my $hex = unpack 'H*', "$free{$db} yang \"Kami siap,\" kata Wati.";
	$node->safe_psql($db, "CREATE TABLE b AS SELECT convert_from('\\x$hex', '$encoding{$db}') AS body");
	for my $f ([ 'tokens', 'token' ], [ 'words', 'word' ], [ 'sentences', 'sentence' ], [ 'lines', 'text' ], [ 'quotes', 'quote' ])
	{
		is($node->safe_psql($db, "SELECT count(*) > 0 AND bool_and(substr(body, r.start, r.length) = r.$f->[1]) FROM b, berita.$f->[0](body) r"), 't', "$f->[0] over free bytes ($db)");
	}
	is($node->safe_psql($db, q{SELECT berita.clean(body) = body AND berita.tsvector(body) = to_tsvector('berita.indonesian', body) AND berita.minhash(body) IS NOT NULL FROM b}), 't', "clean text and search over free bytes ($db)");
	is($node->safe_psql($db, q{SELECT count(*) FROM b, ts_parse('berita.parser', body) WITH ORDINALITY AS t (id, token, n) GROUP BY body HAVING string_agg(token, '' ORDER BY n) <> body}), '', "the parser over free bytes ($db)");
	is($node->safe_psql($db, q{SELECT length(berita.clean(repeat(body, 20000))) > 100000 FROM b}), 't', "many of them ($db)");
}

# A configuration of one's own, copied from ours: dumped, restored, here and elsewhere.
one('utf8', q{CREATE TEXT SEARCH CONFIGURATION redaksi (COPY = berita.indonesian); ALTER TEXT SEARCH CONFIGURATION redaksi ALTER MAPPING FOR word, reduplication WITH berkas, berita.indonesian_stem;
	CREATE TEXT SEARCH DICTIONARY ringan (TEMPLATE = berita.stemmer, level = light, stopwords = '', exceptions = 'ojol=ojek kafé=warung');
	ALTER TEXT SEARCH CONFIGURATION redaksi ALTER MAPPING FOR compound WITH ringan; CREATE INDEX cari ON a USING gin (to_tsvector('redaksi', body));
	ALTER TABLE a ADD ts tsvector GENERATED ALWAYS AS (to_tsvector('redaksi', body)) STORED});
my $facts = q{SELECT string_agg(to_tsvector('redaksi', body)::text, E'\n' ORDER BY id), (SELECT string_agg(alias || dictionaries::text, ',') FROM ts_debug('redaksi', 'Kata-kata pro-Rusia 5% di detik.com')),
	(SELECT count(*) FROM pg_ts_config_map m JOIN pg_ts_config c ON c.oid = m.mapcfg WHERE cfgname = 'redaksi'),
	(SELECT string_agg(dictname || coalesce(dictinitoption, ''), ',' ORDER BY dictname) FROM pg_ts_dict WHERE dictnamespace = 'public'::regnamespace) FROM a WHERE id IN (0, 3)};
my $before = one('utf8', $facts);
like($before, qr/warung.*ringan/s, 'the configuration uses its dictionaries');
my $file = PostgreSQL::Test::Utils::tempdir() . '/dump';
my @to = ('-h', $node->host, '-p', $node->port);
$node->command_ok([ 'pg_dump', @to, '-F', 'c', '-T', 'b', '-f', $file, 'utf8' ], 'the configuration is dumped');
for my $encoding ('UTF8', 'LATIN1')
{
	$node->safe_psql('postgres', "DROP DATABASE IF EXISTS salinan");
	$node->safe_psql('postgres', "CREATE DATABASE salinan TEMPLATE template0 ENCODING '$encoding' LOCALE 'C'");
	one('utf8', 'DELETE FROM a WHERE id = 2') if $encoding eq 'LATIN1';
	$node->command_ok([ 'pg_dump', @to, '-F', 'c', '-f', $file, 'utf8' ], 'and without what LATIN1 lacks') if $encoding eq 'LATIN1';
	$node->command_ok([ 'pg_restore', '--exit-on-error', @to, '-d', 'salinan', $file ], "and restored ($encoding)");
	is(one('salinan', $facts), $before, "the copy makes the same ($encoding)");
	is(one('salinan', q{SELECT count(*) FROM a WHERE ts = to_tsvector('redaksi', body)}), one('utf8', 'SELECT count(*) FROM a'), "stored vectors are those of the copy ($encoding)");
	is(one('salinan', q{SET enable_seqscan = off; SELECT count(*) FROM a WHERE to_tsvector('redaksi', body) @@ to_tsquery('redaksi', 'kafé')}), '1', "its index finds ($encoding)");
}
refused('utf8', 'DROP EXTENSION berita', qr/configuration redaksi depends on/, 'dropping what a configuration needs');
$node->stop;
done_testing();
