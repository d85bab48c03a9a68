#!/usr/bin/perl
# Turns articles into rows for COPY: test/articles.pl PATH > rows
#
# SPDX-License-Identifier: PostgreSQL
#
# PATH is a folder of .txt files (or one such file), a .jsonl or a .jsonl.gz.  A
# row is the line or file's number, where it stands, and one JSON object as text;
# whether that is JSON the server says, line by line.  Text that is not UTF-8 is
# read as Windows-1252, and said so on standard error, where progress goes too.
use strict;
use warnings;
use Time::HiRes 'time';

my ($path, $quiet) = @ARGV;
defined $path && -e $path or die 'no such file or folder: ' . ($path // '') . "\n";
my ($rows, $foreign, $told, $began) = (0, 0, time, time);

sub progress
{
	my $end = shift;
	return if $quiet || (!$end && time - $told < 1);
	$told = time;
	(my $n = reverse $rows) =~ s/(\d{3})(?=\d)/$1,/g;
	printf STDERR "%s  read %s articles%s", -t STDERR ? "\r" : '', scalar reverse($n), $end || !-t STDERR ? "\n" : '';
}

sub row
{
	my ($where, $json) = @_;
	if (!utf8::decode(my $copy = $json))
	{
		require Encode;
		$json = Encode::encode('UTF-8', Encode::decode('cp1252', $json));
		print STDERR "  $where is not UTF-8: read as Windows-1252\n" if ++$foreign <= 5;
	}
	$json =~ tr/\0//d;
	$json =~ s/([\\\t\r\n])/$1 eq '\\' ? '\\\\' : $1 eq "\t" ? '\\t' : $1 eq "\r" ? '\\r' : '\\n'/ge;
	$where =~ s/[\\\t\r\n]/ /g;
	print ++$rows, "\t$where\t$json\n";
	progress(0) if $rows % 256 == 0;
}

sub json_string { my $s = shift; $s =~ tr/\0//d; $s =~ s/([\x01-\x1f"\\])/sprintf '\\u%04x', ord $1/ge; return "\"$s\"" }

sub text_files
{
	my @files = @_;
	my %number;
	$number{ m{(?:^|/)0*(\d+)[^/]*$} ? $1 : '' }++ for @files;
	my $numbered = keys %number == @files && !exists $number{''};
	for my $file (@files)
	{
		(my $name = $file) =~ s{.*/|\.txt$}{}gi;
		my $id = $numbered && $name =~ /^0*(\d+)/ ? $1 : $name;
		open my $in, '<:raw', $file or do { print STDERR "  $file: $!\n"; next };
		my $body = do { local $/; <$in> } // '';
		$body =~ s/\A\xEF\xBB\xBF//;
		row($name, '{"id": ' . json_string($id) . ', "body": ' . json_string($body) . '}');
	}
}

if (-d $path)
{
	opendir my $dir, $path or die "$path: $!\n";
	my @files = map { "$path/$_" } sort grep { /\.txt$/i } readdir $dir;
	@files or die "$path: no .txt files there\n";
	text_files(@files);
}
elsif ($path =~ /\.txt$/i) { text_files($path) }
elsif ($path =~ /\.jsonl(\.gz)?$/i)
{
	my $in;
	($1 ? open $in, '-|:raw', 'gzip', '-dc', $path : open $in, '<:raw', $path) or die "$path: $!\n";
	while (my $line = <$in>)
	{
		$line =~ s/\A\xEF\xBB\xBF// if $. == 1;
		$line =~ s/\r?\n\z//;
		row("line $.", $line) if $line =~ /\S/;
	}
	close $in or print STDERR "  $path: the file is damaged, read as far as it goes\n";
}
else { die "$path: neither a folder of .txt files nor a .jsonl or .jsonl.gz\n" }
print STDERR "  $foreign texts were not UTF-8\n" if $foreign > 5;
progress(1);
$rows or die "$path: no articles there\n";
