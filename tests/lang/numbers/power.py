# ** and pow: signs, sizes, moduli, floats, and what has no result.
print(2**10, (-2)**63, 3**100, 10**25, 2**-2, 0**0, (-1)**(2**70 + 1), 1**(2**70), 7**0, (-12)**21)
print(pow(3, 200, 13), pow(3, 200, -13), pow(-5, 3, 7), pow(2, -1, 9), pow(38, -1, mod=97), pow(2**100, 2**90, 10**20 + 39), pow(5, 0, 1))
print(2**0.5, 4**-0.5, 2.0**3, (-8)**(1/3), (-2.0)**3, 0.0**0, float('inf')**-1, (-float('inf'))**3, 1**float('nan'), 0.0**float('-inf'))
print((1 + 2j)**2, (1 + 2j)**-1, 2**(1j), 0j**0, (1j)**(1j))
for expr in ('0**-1', '0.0**-1', '0j**-1', 'pow(2, -1, 4)', 'pow(1, 1, 0)', 'pow(2.0, 1, 3)', '2.0**5000', '(1e200j)**2', "2**'a'", "pow(1, 2, 'a')",
             'pow(1j, 1, 2)', '(10**400)**-1'):
    try:
        print(expr, eval(expr))
    except Exception as error:
        print(expr, type(error).__name__, error)
