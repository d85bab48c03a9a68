# What the TAP files share: a cluster in which the extension can be created.
#
# SPDX-License-Identifier: PostgreSQL
package Berita;
use strict;
use warnings;
use Exporter 'import';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

our @EXPORT = qw(cluster has_function $sample);

# A text of ours with what the themes look for: a title, marks, a repeat.
our $sample = <<'TEXT';
Harga Beras Turun di Pasar Cikurubuk

TASIKMALAYA - Harga beras turun Rp1.500 per kilogram pada Senin (3/2). "Stok kami cukup sampai Lebaran," kata Kepala Dinas Perdagangan Rina Wulandari di kantornya.

Menurut pedagang, pembeli mulai kembali berdatangan. “Anak-anak sekolah pun ikut berbelanja,” ujarnya sambil tersenyum.

Baca juga: Harga Cabai Naik Dua Kali Lipat

TASIKMALAYA - Harga beras turun Rp1.500 per kilogram pada Senin (3/2). "Stok kami cukup sampai Lebaran," kata Kepala Dinas Perdagangan Rina Wulandari di kantornya.
TEXT
utf8::encode($sample) if utf8::is_utf8($sample);

# A running cluster: cluster NAME, encoding => 'UTF8', locale => 'C', conf => '',
# new => what PostgreSQL::Test::Cluster takes beside the name.
sub cluster
{
	my ($name, %o) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name, @{ $o{new} // [] });
	$node->init(extra => [ '--encoding=' . ($o{encoding} // 'UTF8'), '--locale=' . ($o{locale} // 'C') ]);
	$node->append_conf('postgresql.conf', "fsync = off\njit = off\n" . ($o{conf} // ''));
	$node->start;
	return $node;
}

sub has_function
{
	my ($node, $db, $signature) = @_;
	return $node->safe_psql($db, "SELECT to_regprocedure('$signature') IS NOT NULL") eq 't';
}

1;
