# Each mock has a class of its own: properties and special methods concern one mock alone
from unittest.mock import Mock, MagicMock, PropertyMock, call, patch

m, n = Mock(), Mock()
type(m).size = PropertyMock(return_value=3)
print(m.size, type(n.size).__name__, type(m) is type(n), type(m).__name__, isinstance(m, Mock))
type(m).__len__ = lambda self: 7
print(len(m))
try:
    len(n)
except TypeError as e:
    print(e)
m.__getitem__ = lambda self, key: key * 2
print(m[4], n.other is n.other)
class Own(MagicMock):
    def shout(self):
        return 'loud'
o = Own()
print(o.shout(), type(o.child).__name__, len(o), isinstance(o.child, Own))
m = Mock()
m.side_effect = iter([1, 2])
print(m(), m(), type(m.side_effect).__name__)
parent = Mock()
Mock(parent=parent)(1)
print(parent.mock_calls)
class Spec:
    def __call__(self): pass
with patch(f'{__name__}.Spec', spec=True) as s:
    print(callable(s()), callable(s), s.mock_calls)
print(call.count(1), call.index.a(), call.__len__())
