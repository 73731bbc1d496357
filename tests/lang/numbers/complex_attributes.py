# real, imag, conjugate, abs, hash, bool, comparison.
z = 3 - 4j
print(z.real, z.imag, z.conjugate(), abs(z), bool(z), bool(0j), bool(complex(0, -0.0)), z == 3 - 4j, z != 3, hash(3 + 0j) == hash(3), hash(1j) == hash(complex(0, 1)))
print(abs(complex(float("inf"), float("nan"))), abs(complex(1e300, 1e300)), abs(complex(5e-324, 0)), z.__getnewargs__(), z.__complex__())
for action in (lambda: setattr(z, "real", 1), lambda: abs(complex(1.7e308, 1.7e308)), lambda: z > 1, lambda: z.conjugate(1), lambda: round(z), lambda: z.__trunc__):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
