# Real operands are not widened to complex numbers first: signs of zeros and infinities survive.
inf, nan = float("inf"), float("nan")
for value in (1 + 0j, complex(-0.0, -0.0), complex(inf, 1), complex(nan, inf), complex(0.0, -0.0)):
    print(value + 1, 1 + value, value - 1.0, 1.0 - value, value * 2, -2 * value, value / 2, value * inf, -value, +value)
print(1 / (1 + 2j), 2.0 / 1j, complex(inf, inf) / 2, complex(1, -0.0) * 0.0, 0.0 * complex(-1, inf), 5 - complex(0, 0.0), -0.0 - complex(0, 0))
for call in [lambda: 1j / 0, lambda: 1 / 0j, lambda: 1.0 / 0j, lambda: 1j // 1, lambda: 1j % 2, lambda: divmod(1j, 1), lambda: 1j < 2, lambda: 1j + "a", lambda: int(1j), lambda: float(1j)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
