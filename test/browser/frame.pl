#!/usr/bin/perl
# Puts a page (standard input) into a frame of a width (argument) beside a script that measures it.
#
# SPDX-License-Identifier: PostgreSQL
use strict;
use warnings;

my $width = shift;
my $page = do { local $/; <STDIN> };
$page =~ s/&/&amp;/g;
$page =~ s/"/&quot;/g;
print <<"HTML";
<!DOCTYPE html><meta charset="utf-8"><body>
<iframe id="page" width="$width" height="900" style="border:0" srcdoc="$page"></iframe>
<pre id="seen"></pre>
<script>
window.hacked = 'no';
document.getElementById('page').addEventListener('load', function () {
	var d = this.contentDocument, e = d.documentElement, all = [...d.querySelectorAll('body *')];
	var out = all.filter(x => x.getBoundingClientRect().right > $width + 1 || x.scrollWidth > x.clientWidth + 1 && getComputedStyle(x).overflow === 'hidden');
	document.getElementById('seen').textContent = ['sections=' + d.querySelectorAll('section h2').length,
		'wide=' + Math.max(0, e.scrollWidth - $width), 'out=' + out.length,
		'scripts=' + d.querySelectorAll('script').length, 'images=' + d.querySelectorAll('img, iframe, object, link, a').length,
		'hacked=' + (this.contentWindow.hacked || window.hacked)].join(' ');
});
</script>
HTML
