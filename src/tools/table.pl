#!/usr/bin/perl
# Makes a C table of a data file: perl src/tools/table.pl src/data/x.tsv > src/core/x_table.h
#
# SPDX-License-Identifier: PostgreSQL
#
# A data file is UTF-8, one entry a line, columns parted by TAB, '#' starts a
# comment line.  Lines that start with '#:' declare the columns, in order:
#
#   #: form key              the word that is looked up: sorted LC_ALL=C, unique;
#                            "key start" adds a bit for each beginning of three letters
#   #: class enum CUE_       one word; becomes the C constant CUE_<WORD>
#   #: slot flags CUE_IN_    words parted by blanks, or '-'; constants or-ed
#   #: weight int            a number from 0 to 65535
#   #: lemma text            any text; '-' is empty
#
# A file of lists is turned round: its table has the words, each with the bits of
# the lists that hold it.
#
#   #: name list WORDS_      number n in the order of the file is the constant WORDS_<NAME>
#   #: words members         words parted by blanks
#
# x_prefix is a filter for readers that look for keys in running text: the bit of
# table_prefix() of a key's first four bytes is set.
#
# The constants belong to the header of the theme, so a wrong word does not
# compile.  Disorder, doubles and wrong numbers of columns end the run with
# file and line.
use strict;
use warnings;
no warnings 'portable';

my $file = shift or die "usage: table.pl FILE.tsv\n";
(my $name = $file) =~ s{.*/|\.tsv$}{}g;
my (@column, @row, @list, %lists_of, $last);
my ($blob, %at) = ('');
my $checksum = 0;

# Where $text stands in the blob, added when it is new there.
sub place
{
	my $text = shift;
	$at{$text} //= do { my $p = length $blob; $blob .= $text; $p };
	return $at{$text};
}

# Products and sums of 64 bits that wrap round.
sub mul { use integer; my $p = $_[0] * $_[1]; no integer; return $p & ~0 }
sub add { use integer; my $p = $_[0] + $_[1]; no integer; return $p & ~0 }

# table_hash() of core/table.h: the upper half of key_hash() of core/key.h.
sub hash
{
	my $word = shift;
	my $len = length $word;
	my ($x, $y) = unpack 'Q<Q<', pack 'a16', $word;
	if ($len > 16)
	{
		$x = 0;
		for (my $i = 0; $i + 8 < $len; $i += 8)
		{
			$x = mul($x ^ unpack('Q<', substr $word, $i, 8), 0x9E3779B97F4A7C15);
		}
		$y = unpack('Q<', substr $word, -8) ^ $len;
	}
	$x = mul($x, 0x9E3779B97F4A7C15);
	$y = mul(add($y, $x >> 32), 0xD6E8FEB86659FD93);
	return ($x ^ $y ^ $y >> 29) >> 32;
}

sub cell
{
	my ($c, $v, $where) = @_;
	my ($kind, $prefix) = @$c{qw(kind prefix)};
	return uc "$prefix$v" =~ tr/-/_/r if $kind eq 'enum';
	return $v eq '-' ? '0' : join ' | ', map { uc "$prefix$_" =~ tr/-/_/r } split / /, $v
	  if $kind eq 'flags';
	if ($kind eq 'int')
	{
		$v =~ /^\d+$/ && $v < 65536 or die "$where: '$v' is no number from 0 to 65535\n";
		return $v;
	}
	$v = '' if $v eq '-';
	return sprintf '{%d, %d}', place($v), length $v;
}

open my $in, '<:raw', $file or die "$file: $!\n";
while (my $line = <$in>)
{
	my $where = "$file:$.";
	chomp $line;
	$checksum = ($checksum * 31 + hash($line)) & 0xFFFFFFFF;
	if ($line =~ /^#: (\w+) (key|list|enum|flags|int|text|members)(?: (\w+))?$/)
	{
		push @column, { name => $1, kind => $2, prefix => $3 // '' };
		die "$where: the key is the first column\n" if ($column[-1]{kind} =~ /^(key|list)$/) != (@column == 1);
		next;
	}
	next if $line =~ /^#/ || $line eq '';
	die "$where: white space at the end\n" if $line =~ /[ \t\r]$/;
	my @v = split /\t/, $line, -1;
	die "$where: ", scalar @v, " columns, want ", scalar @column, "\n" if @v != @column;
	die "$where: '$v[0]' is out of order or double (sort with LC_ALL=C)\n"
	  if defined $last && $v[0] le $last;
	$last = $v[0];
	die "$where: key is longer than 255 bytes\n" if length $v[0] > 255;
	if ($column[0]{kind} eq 'list')
	{
		push @list, $v[0];
		push @{ $lists_of{$_} }, $#list for split / /, $v[1];
		next;
	}
	push @row, { key => $v[0], at => place($v[0]), cells => [ map { cell($column[$_], $v[$_], $where) } 1 .. $#column ] };
}
my $parts = int((@list + 31) / 32);
for my $word (sort keys %lists_of)
{
	my @bits = (0) x $parts;
	$bits[ $_ >> 5 ] |= 1 << ($_ & 31) for @{ $lists_of{$word} };
	push @row, { key => $word, at => place($word), cells => [ '{' . join(', ', map { sprintf '0x%08Xu', $_ } @bits) . '}' ] };
}
die "$file: no rows\n" unless @row;
die "$file: too many rows\n" if @row > 65534;

my $slots = 4;
$slots *= 2 while $slots < 2 * @row;
my @slot = (0) x $slots;
for my $r (0 .. $#row)
{
	my $hash = hash($row[$r]{key});
	my $i = $hash;
	$i++ while $slot[ $i & ($slots - 1) ];
	$slot[ $i & ($slots - 1) ] = ($hash & 0xFFFF0000) | ($r + 1);
}

my @prefix = (0) x 64;
for my $key (map { $_->{key} } @row)
{
	my ($a, $b, $c, $d) = map { ord($_) | 0x20 } split //, substr "$key    ", 0, 4;
	my $h = ((($d << 24 | $c << 16 | $b << 8 | $a) * 2654435761) & 0xFFFFFFFF) >> 21;
	$prefix[ $h >> 5 ] |= 1 << ($h & 31);
}

sub list
{
	my $out = '';
	while (my @part = splice @_, 0, 16) { $out .= "\t" . join(', ', @part) . ",\n" }
	return $out;
}

print "/* Made from $file by src/tools/table.pl, checksum ", sprintf('%08x', $checksum), ": do not edit. */\n\n";
(my $type = ucfirst $name) =~ s/_(\w)/\u$1/g;
if (@column > 1)
{
	# A compiler that takes these has the names of the lists in the same order.
	print "typedef char ${name}_order_$_\[$column[0]{prefix}\U$list[$_]\E == $_ ? 1 : -1];\n" for 0 .. $#list;
	my %c = (members => 'uint32_t', enum => 'uint8_t', flags => 'uint16_t', int => 'uint16_t', text => 'TableText');
	print "typedef struct ${type}Row\n{\n", (map { "\t$c{$_->{kind}}\t$_->{name}" . ($_->{kind} eq 'members' ? "[$parts]" : '') . ";\n" } @column[ 1 .. $#column ]), "} ${type}Row;\n\n";
	print "static const ${type}Row ${name}_row[] = {\n", (map { "\t{" . join(', ', @{ $_->{cells} }) . "},\n" } @row), "};\n\n";
}
if ($column[0]{prefix} eq 'start')
{
	my @start = (0) x 1024;
	for (map { $_->{key} } @row)
	{
		my ($a, $b, $c) = map { ord() & 31 } split //, substr $_, 0, 3;
		$start[ $a << 5 | $b ] |= 1 << $c if defined $c;
	}
	print "static const uint32_t ${name}_start[] = {\n", list(@start), "};\n\n";
}
print "static const char ${name}_blob[] =\n";
my @byte = map { sprintf /[\\"?]/ ? '\\%03o' : /[ -~]/ ? '%s' : '\\%03o', /[ -~]/ && !/[\\"?]/ ? $_ : ord } split //, $blob;
while (my @part = splice @byte, 0, 100) { print "\t\"", join('', @part), "\"\n" }
print "\t;\n\nstatic const uint32_t ${name}_key_at[] = {\n", list(map { $_->{at} } @row), "};\n\n";
print "static const uint8_t ${name}_key_len[] = {\n", list(map { length $_->{key} } @row), "};\n\n";
print "static const uint32_t ${name}_slot[] = {\n", list(@slot), "};\n\n";
print "static const uint32_t ${name}_prefix[] = {\n", list(map { sprintf '0x%08Xu', $_ } @prefix), "};\n\n";
print "static const Table ${name}_table = {${name}_blob, ${name}_key_at, ${name}_key_len, ${name}_slot, ",
  $slots - 1, ", ", scalar @row, "};\n";
