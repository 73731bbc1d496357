# as_integer_ratio, numerator, denominator, real, imag, conjugate: the protocol of numbers.
class Number(int):
    pass
for n in (0, 7, -7, 2**70, True, Number(3)):
    print(n.as_integer_ratio(), n.numerator, n.denominator, n.real, n.imag, n.conjugate(), type(n.real).__name__, type(n.conjugate()).__name__)
for name in ("numerator", "denominator", "real", "imag"):
    try:
        setattr(5, name, 1)
    except AttributeError as e:
        print(e)
try:
    (5).as_integer_ratio(2)
except TypeError as e:
    print(e)
