# __length_hint__, __setstate__ and __reduce__ of the iterators of built-in containers.
import operator
for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('abc'), lambda: iter('a\u20acc'), lambda: iter(b'abc'), lambda: iter(range(3)), lambda: iter(bytearray(b'abc'))):
    it = make()
    print(type(it).__name__, operator.length_hint(it), next(it), operator.length_hint(it), it.__reduce__()[1:])
    it.__setstate__(2); print(list(it), operator.length_hint(it), it.__reduce__()[1:])
    it = make(); it.__setstate__(-5); print(list(it))
    it = make(); it.__setstate__(50); print(list(it))
    try: make().__setstate__('a')
    except TypeError as e: print(e)
for it in (iter({1: 2}), iter({1}), iter({1: 2}.items()), iter({1: 2}.values())):
    print(type(it).__name__, operator.length_hint(it), it.__reduce__()[1], next(it), operator.length_hint(it), it.__reduce__()[1])
