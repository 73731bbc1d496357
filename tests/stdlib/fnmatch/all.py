# fnmatch: stars, sets and ranges, str and bytes, and what is refused.
import fnmatch

for pattern in ('*.py', 'a?c', '[abc]*', '[!a]x', '[]]', '[!]]', '[a', '[a-c]1', '[c-a]', '*[*]*', '**a**', '', '[\\]', '[a-]', 'A*'):
    names = ['x.py', 'abc', 'bx', ']', '[a', 'b1', 'a*b', 'banana', '', '\\', '-', 'a\nb']
    print(repr(pattern), fnmatch.filter(names, pattern), len(fnmatch.filterfalse(names, pattern)), fnmatch.translate(pattern))
print(fnmatch.fnmatch('abc', 'a*'), fnmatch.fnmatchcase('ABC', 'a*'), fnmatch.fnmatch(b'abc', b'?b?'), fnmatch.filter([b'a'], b'*'))
for call in (lambda: fnmatch.fnmatchcase('a', b'*'), lambda: fnmatch.fnmatchcase(b'a', '*'), lambda: fnmatch.filter(['a'], b'*')):
    try:
        print(call())
    except TypeError as e:
        print(e)
