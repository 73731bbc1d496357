# Powers of complex numbers.
for base, exponent in [(1j, 2), (1j, -2), (1 + 1j, 3), (2 + 0j, 10), (1j, 0), (0j, 0), (0j, 2), (1 + 2j, 1j), (-1, 0.5 + 0j), (2, 1j), (1.5, 2j), (3 - 4j, 0.5), (1 + 1j, 100), (1 + 1j, -3)]:
    value = base**exponent
    print(base, exponent, f"{value.real:.10g} {value.imag:.10g}")
for call in [lambda: 0j**-1, lambda: 0j**1j, lambda: (1e200 + 1e200j) ** 2, lambda: pow(1j, 2, 3), lambda: 1j ** "a"]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
