#!/usr/bin/env python3
"""Near-duplicate pairs against exact counts made without the extension's own code.

SPDX-License-Identifier: PostgreSQL

usage: pairs.py exact TEXTS.jsonl PAIRS.tsv    every pair of the texts, found exactly
       pairs.py edit  TEXTS.jsonl              writes edited copies of texts: {"id", "body", "kind"}
       pairs.py edits TEXTS.jsonl PAIRS.tsv    recall per kind of edit

TEXTS: {"id", "body"} per line.  PAIRS: id_a, id_b, resemblance, containment_a,
containment_b as berita.near_duplicates() tells them, at threshold 0.5 for exact, 0.25 for edits.

Exact means: a pair with containment >= t of a in b shares at least one of the
|a| - ceil(t |a|) + 1 rarest shingles of a, so the rarest shingles of each text
are looked up in all the others, and every text found is counted in full."""
import collections, json, math, random, re, sys, unicodedata

T = 0.5              # of exact
EDIT_T = 0.25
EDGE = 0.02          # shares this near to a threshold may fall on either side: words are cut a little differently here
WORD = re.compile(r'[^\W_]+')

def words(body):
    plain = ''.join(c for c in unicodedata.normalize('NFKD', body) if not unicodedata.combining(c))
    return WORD.findall(plain.lower())

def read(path):
    number, ids, texts = {}, [], []
    with open(path, encoding='utf-8') as f:
        for line in f:
            row = json.loads(line)
            w = [number.setdefault(x, len(number)) for x in words(row['body'] or '')]
            grams = {x << 42 | y << 21 | z for x, y, z in zip(w, w[1:], w[2:])} if len(w) > 2 else {hash(tuple(w))} if w else set()
            ids.append(row['id']); texts.append(grams)
    return ids, texts

def exact_pairs(texts):
    df = collections.Counter()
    for grams in texts: df.update(grams)
    places = {}
    for i, grams in enumerate(texts):
        for g in grams:
            if df[g] > 1: places.setdefault(g, []).append(i)
    found = {}
    for a, grams in enumerate(texts):
        rare = sorted(grams, key=lambda g: (df[g], g))[:len(grams) - math.ceil(T * len(grams)) + 1]
        for b in {b for g in rare for b in places.get(g, ())} - {a}:
            shared = len(grams & texts[b])
            if shared >= T * len(grams):
                found[min(a, b), max(a, b)] = shared
    return found

def told_pairs(path):
    with open(path, encoding='utf-8') as f:
        rows = [l.rstrip('\n').split('\t') for l in f]
    return {(min(r[0], r[1]), max(r[0], r[1])): max(map(float, r[2:5])) for r in rows}

def show(name, hit, n):
    print('%-28s %d/%d = %.4f' % (name, hit, n, hit / n if n else 1))

def score_exact(ids, texts, told):
    bins = {'resemblance >= 0.6': [0, 0], 'resemblance 0.5 to 0.6': [0, 0], 'containment >= 0.5': [0, 0]}
    for (a, b), shared in exact_pairs(texts).items():
        j = shared / (len(texts[a]) + len(texts[b]) - shared)
        c = shared / min(len(texts[a]), len(texts[b]))
        if c < T + EDGE: continue
        hit = (min(ids[a], ids[b]), max(ids[a], ids[b])) in told
        for name, inside in (('resemblance >= 0.6', j >= 0.6), ('resemblance 0.5 to 0.6', T + EDGE <= j < 0.6), ('containment >= 0.5', True)):
            bins[name][0] += hit and inside; bins[name][1] += inside
    for name, (hit, n) in bins.items(): show(name, hit, n)
    number = {x: i for i, x in enumerate(ids)}
    right = 0
    for a, b in told:
        x, y = texts[number[a]], texts[number[b]]
        right += len(x & y) >= (T - EDGE) * min(len(x), len(y))
    show('told and true', right, len(told))

EDITS = {
    'dateline swapped': lambda r, s: ['JAKARTA, KABAR.com - ' + s[0].split(' - ', 1)[-1]] + s[1:],
    'related link inserted': lambda r, s: s[:len(s) // 2] + ['Baca juga: Harga Cabai Turun Jelang Akhir Pekan\n'] + s[len(s) // 2:],
    'tail cut by 20 %': lambda r, s: s[:max(1, len(s) * 4 // 5)],
    'tail cut by 40 %': lambda r, s: s[:max(1, len(s) * 3 // 5)],
    '2 % of words changed': lambda r, s: change(r, s, .02),
    '5 % of words changed': lambda r, s: change(r, s, .05),
    '10 % of words changed': lambda r, s: change(r, s, .10),
    'paragraphs moved': lambda r, s: moved(r, s),
    '30 % embedded elsewhere': None,
}

def change(r, sentences, share):
    return [' '.join(r.choice(('satu', 'hal', 'baru', 'lain', 'itu')) if r.random() < share else w for w in s.split(' ')) for s in sentences]

def moved(r, sentences):
    part = [sentences[i:i + 3] for i in range(0, len(sentences), 3)]
    r.shuffle(part)
    return [s for p in part for s in p]

def sentences_of(body):
    return [s for s in re.split(r'(?<=[.!?]) +|(?<=\n)', body) if s.strip()]

def edit(path, n=400):
    r = random.Random(20260101)
    with open(path, encoding='utf-8') as f:
        rows = [json.loads(l) for l in f]
    base = [x for x in rows if len(words(x['body'] or '')) >= 120]
    r.shuffle(base)
    for i, row in enumerate(base[:n]):
        print(json.dumps({'id': row['id'], 'body': row['body'], 'kind': 'original'}))
        s = sentences_of(row['body'])
        for k, (kind, change_it) in enumerate(EDITS.items()):
            if change_it: out = change_it(r, s)
            else:
                host = sentences_of(base[n + i]['body'])
                out = host[:len(host) // 2] + s[:max(1, len(s) * 3 // 10)] + host[len(host) // 2:]
            print(json.dumps({'id': '%s#%d' % (row['id'], k), 'body': ' '.join(out), 'kind': kind}))

def score_edits(path, told):
    ids, texts = read(path)
    number = {x: i for i, x in enumerate(ids)}
    with open(path, encoding='utf-8') as f: kinds = [json.loads(l)['kind'] for l in f]
    bins = collections.OrderedDict((k, [0, 0, 0, 0]) for k in EDITS)
    for x, kind in zip(ids, kinds):
        if kind == 'original': continue
        a, b = x.rsplit('#', 1)[0], x
        s, t = texts[number[a]], texts[number[b]]
        shared = len(s & t)
        bins[kind][2] += shared / len(s | t); bins[kind][3] += 1
        if shared < (EDIT_T + EDGE) * min(len(s), len(t)): continue
        bins[kind][0] += (min(a, b), max(a, b)) in told; bins[kind][1] += 1
    for kind, (hit, n, j, all_of) in bins.items():
        show(kind, hit, n)
        print('  mean resemblance %.2f, %d of %d above the threshold' % (j / all_of, n, all_of))

def main():
    if len(sys.argv) == 3 and sys.argv[1] == 'edit': edit(sys.argv[2])
    elif len(sys.argv) == 4 and sys.argv[1] == 'exact': score_exact(*read(sys.argv[2]), told_pairs(sys.argv[3]))
    elif len(sys.argv) == 4 and sys.argv[1] == 'edits': score_edits(sys.argv[2], told_pairs(sys.argv[3]))
    else: sys.exit(__doc__)

if __name__ == '__main__':
    main()
