# Reading the data files of src/data, for the tools that make C tables of them.
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
# A file of lists is turned round: its rows are the words, each with the bits of
# the lists that hold it.
#
#   #: name list WORDS_      number n in the order of the file is the constant WORDS_<NAME>
#   #: words members         words parted by blanks
#
# Disorder, doubles and wrong numbers of columns end the run with file and line.
package tsv;
use strict;
use warnings;
no warnings 'portable';

# Products and sums of 64 bits that wrap round.
sub mul { use integer; my $p = $_[0] * $_[1]; no integer; return $p & ~0 }
sub add { use integer; my $p = $_[0] + $_[1]; no integer; return $p & ~0 }

# Up to sixteen bytes as the two numbers of key_of() in core/key.h.
sub key { return unpack 'Q<Q<', pack 'a16', shift }

# table_hash() of core/table.h: the upper half of key_hash() of core/key.h.
sub hash
{
	my $word = shift;
	my $len = length $word;
	my ($x, $y) = key($word);
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

# What a cell is in C; $text->($v) says what a text is there.
sub cell
{
	my ($c, $v, $where, $text) = @_;
	my ($kind, $prefix) = @$c{qw(kind prefix)};
	return uc "$prefix$v" =~ tr/-/_/r if $kind eq 'enum';
	return $v eq '-' ? '0' : join ' | ', map { uc "$prefix$_" =~ tr/-/_/r } split / /, $v
	  if $kind eq 'flags';
	if ($kind eq 'int')
	{
		$v =~ /^\d+$/ && $v < 65536 or die "$where: '$v' is no number from 0 to 65535\n";
		return $v;
	}
	return $text->($v eq '-' ? '' : $v);
}

# Turns lists of words round: rows of words, with the bits of the lists that hold them.
sub turn
{
	my $t = shift;
	my %lists_of;
	for my $n (0 .. $#{ $t->{lists} })
	{
		push @{ $lists_of{$_} }, $n for split / /, $t->{lists}[$n]{words};
	}
	$t->{parts} = int((@{ $t->{lists} } + 31) / 32);
	for my $word (sort keys %lists_of)
	{
		my @bits = (0) x $t->{parts};
		$bits[ $_ >> 5 ] |= 1 << ($_ & 31) for @{ $lists_of{$word} };
		push @{ $t->{row} }, { key => $word, cells => [ '{' . join(', ', map { sprintf '0x%08Xu', $_ } @bits) . '}' ] };
	}
}

# A file: its columns, rows (key, cells), lists and checksum.
sub load
{
	my ($file, $text) = @_;
	my $t = { column => [], row => [], lists => [], checksum => 0 };
	my ($column, $last) = $t->{column};
	open my $in, '<:raw', $file or die "$file: $!\n";
	while (my $line = <$in>)
	{
		my $where = "$file:$.";
		chomp $line;
		$t->{checksum} = ($t->{checksum} * 31 + hash($line)) & 0xFFFFFFFF;
		if ($line =~ /^#: (\w+) (key|list|enum|flags|int|text|members)(?: (\w+))?$/)
		{
			push @$column, { name => $1, kind => $2, prefix => $3 // '' };
			die "$where: the key is the first column\n" if ($column->[-1]{kind} =~ /^(key|list)$/) != (@$column == 1);
			next;
		}
		next if $line =~ /^#/ || $line eq '';
		die "$where: white space at the end\n" if $line =~ /[ \t\r]$/;
		my @v = split /\t/, $line, -1;
		die "$where: ", scalar @v, " columns, want ", scalar @$column, "\n" if @v != @$column;
		die "$where: '$v[0]' is out of order or double (sort with LC_ALL=C)\n"
		  if defined $last && $v[0] le $last;
		$last = $v[0];
		die "$where: key is longer than 255 bytes\n" if length $v[0] > 255;
		if ($column->[0]{kind} eq 'list')
		{
			push @{ $t->{lists} }, { name => $v[0], words => $v[1] };
			next;
		}
		push @{ $t->{row} }, { key => $v[0], cells => [ map { cell($column->[$_], $v[$_], $where, $text) } 1 .. $#$column ] };
	}
	turn($t) if @{ $t->{lists} };
	die "$file: no rows\n" unless @{ $t->{row} };
	die "$file: too many rows\n" if @{ $t->{row} } > 65534;
	return $t;
}

# The slots of words: the first free one at or behind a word's hash holds the upper
# half of the hash and the word's number + 1.  There are at least $each for each word.
sub slots
{
	my $each = shift;
	my $slots = 4;
	$slots *= 2 while $slots < $each * @_;
	my @slot = (0) x $slots;
	for my $n (0 .. $#_)
	{
		my $hash = hash($_[$n]);
		my $i = $hash;
		$i++ while $slot[ $i & ($slots - 1) ];
		$slot[ $i & ($slots - 1) ] = ($hash & 0xFFFF0000) | ($n + 1);
	}
	return @slot;
}

# Numbers as lines of C.
sub list
{
	my $out = '';
	while (my @part = splice @_, 0, 16) { $out .= "\t" . join(', ', @part) . ",\n" }
	return $out;
}

1;
