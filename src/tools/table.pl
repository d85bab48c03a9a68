#!/usr/bin/perl
# Makes a C table of a data file: perl src/tools/table.pl src/data/x.tsv > src/core/x_table.h
#
# SPDX-License-Identifier: PostgreSQL
#
# src/tools/tsv.pm tells what a data file is.  The constants of its columns belong
# to the header of the theme, so a wrong word does not compile.
#
# x_prefix is a filter for readers that look for keys in running text: the bit of
# table_prefix() of a key's first four bytes is set.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use tsv;

my $file = shift or die "usage: table.pl FILE.tsv\n";
(my $name = $file) =~ s{.*/|\.tsv$}{}g;
my ($blob, %at) = ('');

# Where $text stands in the blob, added when it is new there.
sub place
{
	my $text = shift;
	$at{$text} //= do { my $p = length $blob; $blob .= $text; $p };
	return $at{$text};
}

my $table = tsv::load($file, sub { sprintf '{%d, %d}', place($_[0]), length $_[0] });
my @column = @{ $table->{column} };
my @row = @{ $table->{row} };
my @list = map { $_->{name} } @{ $table->{lists} };
my @slot = tsv::slots(2, map { $_->{key} } @row);
place($_->{key}) for @row;

my @prefix = (0) x 64;
for my $key (map { $_->{key} } @row)
{
	my ($a, $b, $c, $d) = map { ord($_) | 0x20 } split //, substr "$key    ", 0, 4;
	my $h = ((($d << 24 | $c << 16 | $b << 8 | $a) * 2654435761) & 0xFFFFFFFF) >> 21;
	$prefix[ $h >> 5 ] |= 1 << ($h & 31);
}

print "/* Made from $file by src/tools/table.pl, checksum ", sprintf('%08x', $table->{checksum}), ": do not edit. */\n\n";
(my $type = ucfirst $name) =~ s/_(\w)/\u$1/g;
if (@column > 1)
{
	# A compiler that takes these has the names of the lists in the same order.
	print "typedef char ${name}_order_$_\[$column[0]{prefix}\U$list[$_]\E == $_ ? 1 : -1];\n" for 0 .. $#list;
	my %c = (members => 'uint32_t', enum => 'uint8_t', flags => 'uint16_t', int => 'uint16_t', text => 'TableText');
	print "typedef struct ${type}Row\n{\n", (map { "\t$c{$_->{kind}}\t$_->{name}" . ($_->{kind} eq 'members' ? "[$table->{parts}]" : '') . ";\n" } @column[ 1 .. $#column ]), "} ${type}Row;\n\n";
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
	print "static const uint32_t ${name}_start[] = {\n", tsv::list(@start), "};\n\n";
}
print "static const char ${name}_blob[] =\n";
my @byte = map { sprintf /[\\"?]/ ? '\\%03o' : /[ -~]/ ? '%s' : '\\%03o', /[ -~]/ && !/[\\"?]/ ? $_ : ord } split //, $blob;
while (my @part = splice @byte, 0, 100) { print "\t\"", join('', @part), "\"\n" }
print "\t;\n\nstatic const uint32_t ${name}_key_at[] = {\n", tsv::list(map { $at{ $_->{key} } } @row), "};\n\n";
print "static const uint8_t ${name}_key_len[] = {\n", tsv::list(map { length $_->{key} } @row), "};\n\n";
print "static const uint32_t ${name}_slot[] = {\n", tsv::list(@slot), "};\n\n";
print "static const uint32_t ${name}_prefix[] = {\n", tsv::list(map { sprintf '0x%08Xu', $_ } @prefix), "};\n\n";
print "static const Table ${name}_table = {${name}_blob, ${name}_key_at, ${name}_key_len, ${name}_slot, ",
  $#slot, ", ", scalar @row, "};\n";
