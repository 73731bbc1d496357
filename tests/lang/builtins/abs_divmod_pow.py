# abs, divmod, pow and round: results, keywords and errors.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: abs(-3), lambda: abs(-0.0), lambda: abs(3+4j), lambda: abs(True), lambda: abs('x'), lambda: abs(), lambda: abs(1, 2), lambda: abs(x=1))
t(lambda: divmod(7, 3), lambda: divmod(-7, 3), lambda: divmod(7.5, -2), lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod('a', 1), lambda: divmod(1j, 2))
t(lambda: pow(2, 10), lambda: pow(2, -1), lambda: pow(2, 10, 7), lambda: pow(3, -1, 7), lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(base=2, exp=5, mod=9), lambda: pow(2.0, 3, 5), lambda: pow(0, -1), lambda: pow('a', 2))
t(lambda: round(2.5), lambda: round(3.5), lambda: round(-2.5), lambda: round(2.675, 2), lambda: round(1234, -2), lambda: round(2.5, None), lambda: round(number=1.26, ndigits=1), lambda: round('x'), lambda: round(1.5, 'x'), lambda: round(float('inf')), lambda: round(float('nan')))
