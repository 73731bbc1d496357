# create_autospec, mock_open, PropertyMock, seal, AsyncMock
import re
from unittest.mock import *

def show(x):
    return re.sub(r"id='\d+'", "id=''", repr(x))
def t(f, *args, **kwargs):
    try:
        print(show(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, re.sub(r"id='\d+'", "id=''", str(e)))

class C:
    attr=5
    def meth(self,a,b=1): return a
    @staticmethod
    def st(x): pass
    @classmethod
    def cl(cls,y): pass
    @property
    def prop(self): return 1
    def __len__(self): return 0
def func(a,b=2,*,c=3): "doc"
af=create_autospec(func,return_value='r')
print(af(1,c=2), af.call_args, af.__name__, af.mock_calls)
t(af)
t(af,1,2,3)
t(af.assert_called_once_with,1,c=2)
t(af.assert_called_once_with,a=1,c=2)
t(af.assert_called_with,4)
ac=create_autospec(C)
t(ac,1)
i=ac()
print(isinstance(i,C))
t(i.meth,1)
t(i.meth)
t(i.meth,1,2,3)
i.meth.assert_called_once_with(1)
t(lambda: i.nope)
t(ac.st,1)
t(i.cl,1)
t(i.cl)
print(show(i.meth) if 0 else '', show(ac))
with patch.object(C,'meth',autospec=True) as am: C().meth(1); print(len(am.call_args[0])); t(C().meth)
o=mock_open(read_data='a\nb\n')
with patch('builtins.open',o):
    with open('f') as fh: print(fh.read(), list(open('f')), open('g').readline())
    with open('w','w') as fh: fh.write('x')
o.assert_any_call('w','w')
o().write.assert_called_once_with('x')
print(o.mock_calls[0])
class P: x=1
with patch.object(P,'x',new_callable=PropertyMock,return_value=8) as pm: print(P().x); P().x=4; print(pm.mock_calls)
sm=Mock()
sm.a.b
seal(sm)
t(lambda: sm.c)
t(lambda: sm.a.c)
t(sm)
print(show(sm.a.b))
async def co(): pass
am=AsyncMock(return_value=4)
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
t(run,am(1))
t(am.assert_awaited_once_with,1)
t(am.assert_awaited_with,2)
print(am.await_count, am.call_count)
t(AsyncMock().assert_awaited)
print(type(Mock(spec=co)), type(MagicMock().__aenter__))
t(lambda: Mock(spec=Mock()))
print(dir(Mock(spec=['a']))[:3], 'assert_called' in dir(Mock()))
t(lambda: Mock(side_effect=StopIteration)())
t(lambda: NonCallableMock()())
print(show(NonCallableMagicMock()[1]))
