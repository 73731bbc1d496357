# Where the marks are under operators, subscripts and calls of every kind.
import traceback


class X:
    pass


x, n, d, s = X(), None, {}, "s"
tests = [lambda: n + 1, lambda: n   *  1, lambda: (n) // (1), lambda: n ** 1 ** 2, lambda: 1 @ 2, lambda: 1 << n,
         lambda: -n, lambda: not x.y, lambda: n < 1, lambda: 1 in n, lambda: x.a.b, lambda: x.a().b, lambda: d["k"]["l"],
         lambda: s[1:"2"], lambda: n[0][1], lambda: n(1)(2), lambda: s.upper(1), lambda: (lambda: n())(),
         lambda: f"{n!r}{n:>5}", lambda: [*n], lambda: {**n}, lambda: print(*n), lambda: print(**n),
         lambda: n.a if s else n, lambda: s and n[1], lambda: (y := n.z), lambda: x is y]
for test in tests:
    try:
        test()
    except Exception as e:
        print(*traceback.format_exc().splitlines()[-3:], sep="\n")
