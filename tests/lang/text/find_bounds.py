# Start and end of a search: negative, beyond the end, None, and objects with __index__.
s = 'abracadabra'
class I:
    def __init__(self, i): self.i = i
    def __index__(self): return self.i
for args in [('abra',), ('abra', 1), ('abra', -4), ('abra', 1, -1), ('', 11), ('', 12), ('', 5, 2), ('a', None, None),
             ('a', I(1), I(4)), ('z',), ('a', 10**30), ('a', -10**30)]:
    print(args[0], s.find(*args), s.rfind(*args), s.count(*args), s.startswith(*args), s.endswith(*args))
for f in (s.index, s.rindex):
    try: f('zz')
    except ValueError as e: print(e)
for bad in (1, b'a', None):
    try: s.find(bad)
    except TypeError as e: print(e)
try: s.find('a', '1')
except TypeError as e: print(e)
