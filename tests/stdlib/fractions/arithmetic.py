# fractions: operators with other numbers, powers, division by zero
from fractions import Fraction as F


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
F(1,3)+F(1,6), F(1,3)-1, 2*F(1,3), F(1,3)/F(2,3), 1/F(3,7), F(7,2)//F(1,3), F(7,2)%F(1,3), divmod(F(7,2),F(1,3)), divmod(7,F(2,3)), 7//F(2,3), 7%F(2,3)
F(1,3)+0.5, 0.5-F(1,4), F(1,2)*2j, 1j/F(1,2), F(7,2)//0.3, 2.5%F(1,3), divmod(F(7,2),0.5)
F(-7,2)//2, F(-7,2)%2, divmod(F(-7,2),2), -F(1,2), +F(1,2), abs(F(-1,2))
F(1,2)/0
F(1,2)/F(0)
1/F(0)
F(1,2)//0
F(1,2)%0
F(1,2)+'a'
'a'+F(1,2)
F(1,2)//1j
F(2,3)**2, F(2,3)**-2, F(-2,3)**-3, F(4)**F(1,2), 2**F(2), 4**F(1,2), F(2,3)**0.5, 2.0**F(1,2), F(-2,3)**F(1,2), F(1,2)**2j, F(1,2)**0
F(0)**-1
pow(F(1,2),2,3)
2**F(-1), 2**F(1,3), F(1,2)**F(2)
""".strip().splitlines():
    show(text)
