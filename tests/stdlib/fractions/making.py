# fractions: construction from text and numbers, and what is refused
from fractions import Fraction as F


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
F(3,4), F(6,-8), F(), F(5), F('3/4'), F(' -7/3 '), F('1.5e-3'), F('.5'), F('3.'), F('1_000/3'), F(0.25), F(F(1,2),F(3,4)), F('1 / 3')
F(1,0)
F('1/0')
F('a')
F('')
F('1/2/3')
F('1.5/2')
F(1.5,2)
F(None)
F(float('nan'))
F(float('inf'))
F('3',4)
F(True,2)
F(int)
F.from_float(0.1), F.from_float(3), F.from_number(0.5), F.from_number(F(1,2)), F.from_number(7)
F.from_float('a')
F.from_number('1')
F.from_float(float('inf'))
""".strip().splitlines():
    show(text)
