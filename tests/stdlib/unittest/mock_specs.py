# Models: spec, spec_set; special methods; attributes by configure_mock
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
s=Mock(spec=C)
print(isinstance(s,C), show(s), show(s.meth))
t(lambda: s.nope)
t(lambda: setattr(s,'zz',1))
ss=Mock(spec_set=C)
t(lambda: setattr(ss,'zz',1))
print(show(ss))
t(lambda: Mock(spec=['a','b']).c)
t(lambda: len(s))
mm=MagicMock()
print(len(mm), int(mm), bool(mm), list(mm), mm==mm, mm==3, 3 in mm, float(mm), show(mm[1]), show(mm+1), show(1+mm))
t(lambda: mm<3)
mm.__len__.return_value=7
print(len(mm))
mm.__getitem__.side_effect=lambda k:k*2
print(mm[4])
mm.__str__.return_value='S'
print(str(mm))
mm['q']=1
mm.__setitem__.assert_called_with('q',1)
print(mm.mock_calls[-3:])
with mm as x: print(show(x)); 
t(len, Mock())
q=Mock()
q.__len__=Mock(return_value=3)
print(len(q))
q.__str__=lambda self:'strq'
print(str(q))
mm.__iter__.return_value=[1,2]
print(list(mm), list(mm))
t(lambda: MagicMock(spec=C)[1])
print(len(MagicMock(spec=C)))
del mm.__len__
t(len, mm)
m = Mock()
del m.foo
t(lambda:m.foo)
m.bar=5
print(m.bar)
m.configure_mock(**{'a.b.return_value':9,'c':2})
print(m.a.b(), m.c)
print(Mock(x=1,**{'y.return_value':2}).y())
