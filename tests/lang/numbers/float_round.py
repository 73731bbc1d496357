# round: half to even of the exact value, at any place.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 1e20, 2.4999999999999996)], type(round(1.5)), type(round(1.5, 0)))
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(5.015, 2), round(1e22, 2), round(123.456, -1), round(125.0, -1), round(15.0, -1), round(-0.4, 0))
print(round(1e-300, 305), round(1.7e308, 400), round(5e-324, 323), round(float('inf'), 2), round(1.5, 2**100), round(1.5, -2**100), round(6e307, -308), round(4e307, -308))
print(round(15, -1), round(25, -1), round(-15, -1), round(10**30 + 5, -1), round(5, -1), round(6, -1), round(5, -100), round(7, 3), round(True))
for expr in ('round(float("nan"))', 'round(float("inf"))', 'round(1.7e308, -308)', 'round(1.5, 1.5)', 'round(1j)', 'round("a")'):
    try:
        print(eval(expr))
    except Exception as error:
        print(expr, type(error).__name__, error)
