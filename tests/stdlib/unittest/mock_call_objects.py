# call objects, attach_mock, reset_mock, wraps, sentinels
import re
from unittest.mock import *

def show(x):
    return re.sub(r"id='\d+'", "id=''", repr(x))
def t(f, *args, **kwargs):
    try:
        print(show(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, re.sub(r"id='\d+'", "id=''", str(e)))

print(call(1,a=2), call.foo(3).bar(), call.a.b, call==call, call(1)==call(1), call(1)==((1,),{}), call.x(1)==('x',(1,),{}), call('a')==(('a',),), call().x().call_list(), call(1).args, call(k=1).kwargs)
m=Mock()
c=Mock()
m.child=c
c(1)
m.attach_mock(Mock(name='n'),'att')
m.att(2)
print(m.mock_calls)
m.reset_mock()
print(m.mock_calls, m.called)
w=Mock(wraps=[3,1])
w.append(5)
t(w.index,1)
print(w.mock_calls)
print(sentinel.a, sentinel.a is sentinel.a, DEFAULT, ANY==5, ANY)
Mock()(1).x
