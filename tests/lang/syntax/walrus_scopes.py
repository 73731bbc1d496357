# := binds in the scope around comprehensions, also in conditions and annotations.
def f():
    [y := x for x in range(3)]
    total = 0
    partial = [total := total + v for v in range(4)]
    any((hit := n) > 2 for n in [1, 2, 3, 4])
    {k: (last := k) for k in "ab"}
    def g():
        nonlocal y
        [y := 10 for _ in "a"]
        global made
        [made := 1 for _ in "a"]
    g()
    return y, partial, hit, last, sorted(locals())
print(f(), made)
print([(a := i, b := a + 1) for i in range(2)], a, b, [[c := (d, e) for d in "x"] for e in "y"], c)
while (line := next(it, None) if (it := globals().get("it") or iter("ab")) else None) is not None: print(line, end=" ")
print((lambda: (z := 1) and z)(), "z" in globals(), (p := (q := 2) + 1), p, q)
class K:
    r = (s := 5) + s
print(K.s, K.r)
def h(x: [(w := i) for i in [1, 2]]): pass
h.__annotations__
print(w)
