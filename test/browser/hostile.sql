-- Articles whose every field tries to be more than text, and a table with none.
CREATE TABLE kliping (id text PRIMARY KEY, judul text, isi text, tayang timestamp, media text);
SELECT count(*) > 0 FROM berita.attach('kliping', body => 'isi', title => 'judul', published => 'tayang', outlet => 'media') \g /dev/null
INSERT INTO kliping
SELECT '<b>' || i, CASE i % 3 WHEN 0 THEN repeat('Judulpanjangsekali', 12) WHEN 1 THEN '</h3><script>parent.hacked="title"</script>' ELSE '"><img src=x onerror="parent.hacked=1">' END,
	E'"Harga <script>parent.hacked = "body"</script> naik," kata Menteri Perdagangan Ratna <i onmouseover=alert(1)>Kusuma. "' || repeat('Sangatpanjang', 40) || E'," ujarnya.\n'
	|| 'Dilansir Reuters, </style><style>*{display:none}</style> pasokan cukup. ''Tidak benar'', <svg onload=parent.hacked=2> kata Ketua Asosiasi Joko Prabowo. '
	|| repeat('Sidang berlanjut besok di gedung lama dekat alun-alun kota. ', 6) || i % 4,
	timestamp '2024-01-01' + i * interval '7 hours', CASE i % 2 WHEN 0 THEN repeat('Mediabernamapanjang', 8) ELSE '<script>parent.hacked="outlet"</script>' END
FROM generate_series(1, 40) i;
CREATE TABLE kosong (id int PRIMARY KEY, isi text);
SELECT count(*) > 0 FROM berita.attach('kosong', body => 'isi') \g /dev/null
