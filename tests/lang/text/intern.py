# Names are interned; sys.intern does it for others; an interned string dies as any other.
import sys
a = 'some_name'
b = 'some_' + 'name'
c = ''.join(['some', '_name'])
print(a is b, a is c, sys.intern(c) is a, sys.intern('long string to be interned!') is sys.intern('long string to be ' + 'interned!'))
class S(str): pass
for bad in (1, S('x')):
    try: sys.intern(bad)
    except TypeError as e: print(e)
for i in range(1000): sys.intern('temporary %d' % i)
print(sys.intern('temporary 5') == 'temporary 5', 'a' is chr(97), '' is ''.join([]), 'é'[0] is 'é')
