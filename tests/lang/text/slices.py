# Indexing and slicing keep the narrowest form; single Latin-1 characters are shared objects.
s = 'aé日😀z'
print(s[0], s[1], s[2], s[3], s[-1], s[1:3], s[::-1], s[::2], s[10:], s[-3:-1], s[3:1:-1])
print('日本abc'[2:] == 'abc', hash('日本abc'[2:]) == hash('abc'), ('日' + 'a')[1] is 'a', s[0] is 'a', 'xéx'[1] is 'é')
print(('ab' * 3)[1::2], 'abc'[:], 'abc'[:] is not None, 'abc'[::-2], ''[::2] == '')
for bad in (5, -6, 'x', 1.5, None):
    try: s[bad]
    except (IndexError, TypeError) as e: print(e)
try: s[::0]
except ValueError as e: print(e)
