# strip, removeprefix, center, ljust, rjust, zfill.
print(repr('  a b\t\n'.strip()), repr('xxaxx'.strip('x')), repr('  a '.lstrip()), repr('  a '.rstrip()), repr('\u2003a\x85'.strip()))
print('www.example.com'.strip('cmowz.'), 'abc'.strip('cba') == '', 'éaé'.strip('é'), '日a'.lstrip('日本'))
print('TestHook'.removeprefix('Test'), 'MiscTests'.removesuffix('Tests'), 'abc'.removeprefix('x'), 'abc'.removesuffix(''))
print('ab'.center(7, '*'), 'abc'.center(6, '-'), 'ab'.ljust(5, '.'), 'ab'.rjust(5, 'é'), 'abc'.center(2), repr('a'.center(4)))
print('42'.zfill(5), '-42'.zfill(6), '+1'.zfill(4), ''.zfill(2), '--'.zfill(4), 'é'.zfill(3))
for f in (lambda: 'a'.center(5, 'xy'), lambda: 'a'.ljust(5, 1), lambda: 'a'.strip(1), lambda: 'a'.zfill('2')):
    try: f()
    except TypeError as e: print(e)
