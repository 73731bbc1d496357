# split, rsplit, splitlines, partition, join.
print(' a  b\tc\n'.split(), ' a  b  c '.split(None, 1), ' a  b  c '.rsplit(None, 1), '\x1ca\x85b\xa0c\u2003d'.split())
print('a,b,,c'.split(','), 'a,b,,c'.split(',', 2), 'a,b,,c'.rsplit(',', 2), ''.split(), ''.split(','), 'abc'.split('abc'))
print('a--b---c'.split('--'), 'a--b---c'.rsplit('--'), 'x'.split(sep='y', maxsplit=0), 'aXbX'.split('X', maxsplit=-5))
print('a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029'.splitlines(), 'a\n\nb'.splitlines(True), ''.splitlines())
print('k=v=w'.partition('='), 'k=v=w'.rpartition('='), 'kv'.partition('='), 'kv'.rpartition('='))
print(', '.join(c for c in 'abc'), ''.join([]), 'x'.join(['one']), '-'.join({'a': 1}), 'é'.join(['a', '日', '😀']))
for f in (lambda: 'a'.split(''), lambda: 'a'.partition(''), lambda: ','.join([1]), lambda: ','.join(['a', None]), lambda: ','.join(5)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
