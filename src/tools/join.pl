#!/usr/bin/perl
# Makes one table of what core/reading asks several data files, so that a word is
# looked up once: perl src/tools/join.pl > src/core/known_table.h
#
# SPDX-License-Identifier: PostgreSQL
#
# src/tools/tsv.pm tells what a data file is.  A record holds a word of up to
# sixteen bytes as its key, and of each file the columns that are named; of a file
# alone the number of its row + 1.  What a file does not have is 0.  Record 0 is that
# of all other words; slots hold the numbers of records, and three of four are free.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use tsv;

my @part = qw(reporting wordlist mention:part,tail name:kind root:class);

my (%record, @field);
for my $part (@part)
{
	my ($name, $columns) = split /:/, $part;
	my $file = "src/data/$name.tsv";
	my $table = tsv::load($file, sub { die "$file: no texts here\n" if defined $columns; return '' });
	my @column = @{ $table->{column} };
	my @wanted = defined $columns ? split(/,/, $columns) : ();
	push @field, defined $columns ? @wanted : $name;
	for my $n (0 .. $#{ $table->{row} })
	{
		my $row = $table->{row}[$n];
		next if length $row->{key} > 16;
		$record{ $row->{key} }{$name} = $n + 1 unless defined $columns;
		for my $c (1 .. $#column)
		{
			my $cell = $row->{cells}[ $c - 1 ];
			$record{ $row->{key} }{ $column[$c]{name} } = $cell if $cell ne '0' && grep { $_ eq $column[$c]{name} } @wanted;
		}
	}
}
my @word = sort keys %record;

print "/* Made from src/data (@part) by src/tools/join.pl: do not edit. */\n\n";
my @slot = tsv::slots(4, @word);
$_ &= 0xFFFF for @slot;
print "static const Known known_record[] = {\n\t{{0, 0}, .reporting = 0},\n";
for my $word (@word)
{
	my @known = grep { exists $record{$word}{$_} } @field;
	printf "\t{{UINT64_C(0x%X), UINT64_C(0x%X)}, %s},\n", tsv::key($word), join ', ', map { ".$_ = $record{$word}{$_}" } @known;
}
print "};\n\n#define KNOWN_MASK $#slot\n\nstatic const uint16_t known_slot[] = {\n", tsv::list(@slot), "};\n";
