# posixpath: every function that works on text alone.
import posixpath as p

for path in ('', '/', '//', '///', '//a', 'a', '/a/', 'a/b.c', '.x', '..x.y', 'a/.b', '/a/../b/./c//d', '../a', 'a/..', '/..', b'/a//b.c'):
    print(path, p.split(path), p.basename(path), p.dirname(path), p.splitext(path), p.splitdrive(path), p.splitroot(path),
          p.normpath(path), p.isabs(path), p.normcase(path))
print(p.join('a', 'b/', '/c', '', 'd'), p.join('', 'a'), p.join('a'), p.join(b'a', b'b'), p.relpath('/a/b', '/a/c/d'), p.relpath('/a', '/a'))
print(p.commonpath(['/a/b', '/a/c']), p.commonpath(['a/b', 'a']), p.commonprefix(['abc', 'abd']), p.commonprefix([]), p.commonprefix([[1, 2], [1, 3]]))
for call in (lambda: p.split(5), lambda: p.join('a', 5), lambda: p.join(b'a', 'b'), lambda: p.relpath(''), lambda: p.commonpath([]),
             lambda: p.commonpath(['/a', 'b']), lambda: p.splitext(None), lambda: p.getsize('/no/such'), lambda: p.samefile('/no', '/no'),
             lambda: p.exists(None), lambda: p.exists('a\0b')):
    try:
        print(call())
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
