# __getstate__ and __setstate__ of StringIO and BytesIO, their attributes, subclasses with slots and weak references.
import io, copy, weakref
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, '|', e)
s = io.StringIO('a\nb'); s.x = 1; s.read(2)
print(s.__getstate__(), s.__dict__)
u = io.StringIO(); u.__setstate__(('q\r\nr', '\r\n', 1, {'y': 2})); print(u.readline(), repr(u.read()), u.y)
b = io.BytesIO(b'abc'); b.read(1); print(b.__getstate__())
c = io.BytesIO(); c.__setstate__((b'xyz', 2, None)); print(c.read())
for state in (3, ('',), ('', '', '', None), ('', '', -1, None), ('', '', 0, 3), (3, '', 0, None), ('', 'q', 0, None)): t(lambda: u.__setstate__(state))
for state in (3, (b'', '', None), (b'', -1, None), (b'', 0, 3), ('', 0, None)): t(lambda: c.__setstate__(state))
class S(io.StringIO):
    def readline(self, size=-1): return super().readline(size).upper()
x = S('one\ntwo'); print(list(x), x.__dict__, weakref.ref(x)() is x)
class B(io.BytesIO):
    def close(self): print('close', self.getvalue()); super().close()
y = B(b'data'); y.self = y; del y
import gc; gc.collect(); del gc
B(b'again'); S.readline = lambda self: 3; t(lambda: next(S('a')))
s.__init__('new'); print(s.getvalue(), s.x, s.tell())
