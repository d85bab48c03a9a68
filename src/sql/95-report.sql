
-- # The report: one page of HTML over an attached table
--
-- berita.report() joins sections, each made by a function of its own from the
-- reporting views.  The page holds its style and its charts (inline SVG) and
-- needs neither script nor network; whatever comes from a text is escaped.

CREATE FUNCTION berita.report_escape(value text) RETURNS text
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(regexp_replace(value, '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F]', ' ', 'g'),
	'&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;');
COMMENT ON FUNCTION berita.report_escape(text) IS 'a text as HTML shows it';

CREATE FUNCTION berita.report_words(lang text) RETURNS jsonb
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT jsonb_object_agg(word, CASE lang WHEN 'en' THEN en ELSE id END) FROM (VALUES
	('title', 'Laporan berita', 'News report'), ('made', 'dibuat', 'made'), ('of', 'dari', 'from'), ('group', '.', ','), ('decimal', ',', '.'),
	('articles', 'artikel', 'articles'), ('outlets', 'media', 'outlets'), ('quotes', 'kutipan', 'quotations'), ('speakers', 'narasumber', 'speakers'),
	('credits', 'sumber berita', 'sources credited'), ('copied', 'artikel salinan', 'later copies'), ('single', 'satu narasumber', 'single-source'),
	('unnamed', 'sumber anonim', 'unnamed source'), ('days', 'hari', 'd'), ('hours', 'jam', 'h'), ('minutes', 'mnt', 'min'), ('same', 'bersamaan', 'same time'),
	('nothing', 'Belum ada.', 'None yet.'), ('words', 'kata', 'words'), ('undated', 'tanpa tanggal', 'undated'), ('unknown', 'media tak diketahui', 'unknown outlet'),
	('h_who', 'Siapa paling banyak dikutip', 'Who is quoted most'),
	('p_who', 'Kutipan langsung dan tidak langsung dengan narasumber yang dikenali; satu artikel yang mencetak ulang kutipannya dihitung sekali.', 'Direct and indirect quotations whose speaker is known; what an article prints twice is counted once.'),
	('h_time', 'Liputan dari waktu ke waktu', 'Coverage over time'),
	('per_day', 'Artikel per hari', 'Articles per day'), ('per_week', 'Artikel per minggu', 'Articles per week'), ('per_month', 'Artikel per bulan', 'Articles per month'), ('per_year', 'Artikel per tahun', 'Articles per year'),
	('l_original', 'pertama terbit', 'first published here'), ('l_copy', 'salinan dari artikel lebih awal', 'copy of an earlier article'),
	('h_sources', 'Sumber berita yang disebut', 'Sources credited'),
	('p_sources', 'Kantor berita, media, dan platform yang disebut artikel sebagai asal keterangannya.', 'Agencies, outlets and platforms that articles name as where they have it from.'),
	('reported', 'dilansir', 'reported'), ('published', 'terbitan sendiri', 'own publication'), ('told_to', 'kepada', 'told to'), ('platform', 'platform', 'platform'), ('photo', 'foto', 'photo'), ('rights', 'hak cipta', 'rights'),
	('h_clusters', 'Artikel yang paling banyak disalin', 'Most copied articles'),
	('p_clusters', 'Artikel yang berbagi teks dengan artikel pertama kelompoknya; yang menyebar ke paling banyak media lebih dulu. Titik menunjukkan waktu terbit, dari yang pertama (kiri) sampai yang terakhir.', 'Articles that share text with the first one of their group; those that spread to most outlets come first. Dots show when each was published, from the first (left) to the last.'),
	('first', 'pertama', 'first'), ('last', 'terakhir', 'last'), ('members', 'artikel', 'articles'), ('more', 'lainnya', 'more'),
	('h_share', 'Berapa narasumber per artikel', 'How many speakers per article'),
	('s_none', 'tanpa kutipan', 'no quotation'), ('s_unknown', 'narasumber tak dikenali', 'speaker not known'), ('s_one', 'satu narasumber', 'one speaker'), ('s_two', 'dua narasumber', 'two speakers'), ('s_more', 'tiga atau lebih', 'three or more'),
	('h_read', 'Artikel dengan kutipan ditandai', 'Articles with quotations marked'),
	('foot', 'Dibuat oleh ekstensi PostgreSQL berita, versi', 'Made by the PostgreSQL extension berita, version')
	) w (word, id, en));
COMMENT ON FUNCTION berita.report_words(text) IS 'the words of berita.report in Indonesian (id) or English (en)';

CREATE FUNCTION berita.report_number(value numeric, words jsonb, digits int DEFAULT 0) RETURNS text
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(to_char(round(value, digits), 'FM999,999,999,990' || rtrim('.' || repeat('0', digits), '.')), ',.', (words ->> 'group') || (words ->> 'decimal'));
COMMENT ON FUNCTION berita.report_number(numeric, jsonb, int) IS 'a number as readers of the language write it';

CREATE FUNCTION berita.report_date(value timestamptz, lang text) RETURNS text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- asks the time zone tables
RETURN extract(day FROM value AT TIME ZONE 'Asia/Jakarta') || ' '
	|| (CASE lang WHEN 'en' THEN '{Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec}' ELSE '{Jan,Feb,Mar,Apr,Mei,Jun,Jul,Agu,Sep,Okt,Nov,Des}' END::text[])
		[extract(month FROM value AT TIME ZONE 'Asia/Jakarta')::int]
	|| ' ' || extract(year FROM value AT TIME ZONE 'Asia/Jakarta');
COMMENT ON FUNCTION berita.report_date(timestamptz, text) IS 'a day in Jakarta, in words';

CREATE FUNCTION berita.report_lag(value interval, words jsonb) RETURNS text
	LANGUAGE sql STABLE STRICT PARALLEL SAFE	-- as interval arithmetic is
RETURN (SELECT CASE
		WHEN s < 60 THEN words ->> 'same'
		WHEN s < 3600 THEN format('+%s %s', floor(s / 60), words ->> 'minutes')
		WHEN s < 172800 THEN format('+%s %s', floor(s / 3600), words ->> 'hours')
		ELSE format('+%s %s', berita.report_number(floor(s / 86400), words), words ->> 'days') END
	FROM extract(epoch FROM value) s);
COMMENT ON FUNCTION berita.report_lag(interval, jsonb) IS 'how much later, in words';

-- Rows of a label, a note, a value and its words, as bars over a common scale.
CREATE FUNCTION berita.report_bars(rows jsonb) RETURNS text
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT '<ol class="bars">' || string_agg(format(
		'<li><span class="label"><b>%s</b>%s</span><span class="value">%s</span><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="1"/><rect class="fill" width="%s" height="1"/></svg></li>',
		berita.report_escape(r ->> 'label'), coalesce(' <small>' || berita.report_escape(r ->> 'note') || '</small>', ''), berita.report_escape(r ->> 'words'),
		round(100 * (r ->> 'value')::numeric / greatest(most, 1), 2)), E'\n' ORDER BY n) || '</ol>'
	FROM jsonb_array_elements(rows) WITH ORDINALITY e(r, n), (SELECT max((m ->> 'value')::numeric) AS most FROM jsonb_array_elements(rows) m) top);
COMMENT ON FUNCTION berita.report_bars(jsonb) IS 'a chart of bars for berita.report';

CREATE FUNCTION berita.report_section(heading text, explanation text, body text, words jsonb) RETURNS text
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN format(E'<section>\n<h2>%s</h2>\n%s%s\n</section>\n', words ->> heading, coalesce('<p class="lead">' || (words ->> explanation) || E'</p>\n', ''),
	coalesce(body, '<p class="none">' || (words ->> 'nothing') || '</p>'));
COMMENT ON FUNCTION berita.report_section(text, text, text, jsonb) IS 'a section of berita.report: heading, explanation, chart or list';
