# //, % and divmod of floats, and of floats with ints.
inf, nan = float('inf'), float('nan')
for a in (7.5, -7.5, 1e300, -0.0, 5, inf):
    for b in (2.0, -2.0, 0.1, inf, -inf, 3):
        print(a, b, a // b, a % b, divmod(a, b))
for expr in ('1.0 // 0', '1.0 % 0.0', 'divmod(1, 0.0)', '1.0 / 0', '1 / 0.0', '2**2000 + 1.0', '1.0 * 10**400', 'float(10**400)'):
    try:
        print(eval(expr))
    except ArithmeticError as error:
        print(expr, type(error).__name__, error)
