# a frame that somebody asks for while its locals die: it has ended then, whether the function returned or raised
import sys

kept = []
class Asks:
    def __del__(self):
        kept.append(sys._getframe(1))
def returns(a, b=2):
    x = Asks()
    return a
def raises(a, b=2):
    x = Asks()
    raise KeyError(a)
def fails(a):
    try:
        raises(a)
    except KeyError:
        return "caught"
def above():
    def deeper(n):
        return deeper(n - 1) if n else [0] * 10
    return deeper(20)
for i in range(900):
    kept.clear()
    assert returns(i) == i and fails(i) == "caught"
    above()
    if i % 299 == 0:
        assert kept[0].f_lineno > 0 and len(kept) == 2 # which the first is differs, as locals die while their function runs
        print(i, [(f.f_code.co_name, f.f_lineno, sorted(f.f_locals), f.f_back is None) for f in kept[1:]])

# a generator that goes on when it is closed, while the frame that held it goes
def stubborn():
    try:
        yield 8
    finally:
        yield 9
def outer():
    for i in stubborn():
        yield i
sys.unraisablehook = lambda u: print("unraisable:", u.exc_value)
for i in range(3):
    o = outer()
    o.send(None)
    try:
        o.throw(TypeError("msg"))
    except TypeError as e:
        print(repr(e))
    above()
    try:
        raises(1)
    except KeyError as e:
        print(repr(e), e.__traceback__.tb_next.tb_frame.f_code.co_name)
