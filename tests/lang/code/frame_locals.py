# f_locals of a frame writes through (PEP 667).
import sys
def f(a):
    frame = sys._getframe()
    proxy = frame.f_locals
    proxy["a"] = 10
    proxy["new"] = 20
    b = 1
    def inner(): return b
    proxy["b"] = 30
    print(a, inner(), proxy["new"], "new" in locals(), sorted(proxy), frame.f_locals == proxy, frame.f_locals is proxy)
    snapshot = locals()
    a = 11
    print(snapshot["a"], proxy["a"], locals() is locals(), type(proxy).__name__, list(reversed(proxy))[-1], len(proxy), proxy.get("zz", 5), proxy.pop("new"))
    for act in (lambda: proxy["zz"], lambda: proxy.pop("a"), lambda: proxy.__delitem__("a"), lambda: proxy.__delitem__("zz"), lambda: proxy | 3, lambda: proxy.update(3), lambda: hash(proxy)):
        try:
            print(act())
        except (KeyError, ValueError, TypeError) as e:
            print(type(e).__name__, e)
    proxy.update({"a": 12})
    proxy |= {"b": 13}
    print(a, b, (proxy | {"c": 1})["c"], proxy.setdefault("d", 14), proxy.copy()["d"], proxy != {}, ("b", 13) in proxy.items())
    try: del c; c = 1
    except UnboundLocalError as e: print(e)
    proxy["c"] = 15
    return c
print(f(1))
class C:
    sys._getframe().f_locals["made"] = 1
print(C.made, sys._getframe().f_locals is globals(), type(sys._getframe().f_locals).__name__)
print([sorted(sys._getframe().f_locals) for x in "a"], [locals() for y in [1]])
