# Calls are remembered, and asked for: assert_called_with and relatives
import re
from unittest.mock import *

def show(x):
    return re.sub(r"id='\d+'", "id=''", repr(x))
def t(f, *args, **kwargs):
    try:
        print(show(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, re.sub(r"id='\d+'", "id=''", str(e)))

m=Mock()
print(show(m), show(m.a.b), show(m.a()), show(m()), show(Mock(name='x').y))
m.a.b(1,k=2)
m.a(3).c('z')
print(m.mock_calls, m.method_calls, m.a.mock_calls, m.a.b.call_args, m.a.call_args_list, m.a.called, m.a.call_count)
m=Mock(return_value=3)
t(m,1,x=2)
t(m.assert_called_with,1,x=2)
t(m.assert_called_with,2)
t(m.assert_called_once)
t(m.assert_not_called)
m(5)
t(m.assert_called_once_with,5)
t(m.assert_any_call,1,x=2)
t(m.assert_any_call,9)
t(m.assert_has_calls,[call(1,x=2),call(5)])
t(m.assert_has_calls,[call(5),call(1,x=2)])
t(m.assert_has_calls,[call(5),call(1,x=2)],any_order=True)
t(m.assert_has_calls,[call(7)],any_order=True)
t(Mock().assert_called)
t(Mock().assert_called_with,1)
t(Mock(name='nm').assert_called_once)
t(lambda: Mock().assert_foo)
t(lambda: Mock().asert_x)
t(lambda: Mock().called_once)
t(lambda: Mock(unsafe=True).assert_foo)
m=Mock(side_effect=[1,ValueError('v'),3])
t(m)
t(m)
t(m)
t(m)
m.side_effect=KeyError('k')
t(m)
m.side_effect=lambda x: x*2
t(m,4)
m.side_effect=lambda x: DEFAULT
m.return_value='d'
t(m,1)
m.side_effect=None
t(m)
