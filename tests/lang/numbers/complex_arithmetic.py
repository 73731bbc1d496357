# Complex operators; a real operand has no imaginary part that could do harm.
a, b, inf, nan = 1 + 2j, 3 - 4j, float('inf'), float('nan')
print(a + b, a - b, a * b, a / b, -a, +a, abs(b), a == 1 + 2j, a != b, bool(0j), hash(a) == hash(1 + 2j))
print(1 + a, a + 1.5, 2 - a, a - 2, 2 * a, a * 2, 1 / a, a / 2, a.conjugate(), a.real, a.imag)
print(1 - 0j, -0.0 - 0j, 0j - 1, inf * 1j, complex(inf, nan) * 2, complex(0, inf) * complex(1, 1), 1 / complex(inf, 0), complex(inf, 1) / 2)
print(complex(-0.0, 1), complex(0, -0.0), -0j, complex(nan, -inf), 1e300j * 1e300j)
for expr in ('a / 0', 'a // b', 'a % b', 'divmod(a, b)', 'a < b', 'int(a)', 'float(a)', 'a + "x"', 'abs(complex(1e308, 1e308))', '1 / 0j', 'a & 1', 'round(a)'):
    try:
        print(expr, eval(expr))
    except Exception as error:
        print(expr, type(error).__name__, error)
