# fractions: every kind of format
from fractions import Fraction as F


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
format(F(1,3)), format(F(1,3),'.3f'), format(F(1,3),'10.2e'), format(F(2,3),'.0f'), format(F(12345678,7),',.2f'), format(F(1,3),'%'), format(F(1,3),'+.2f'), format(F(-1,3),' .1g'), format(F(10**10),'g'), format(F(1,3),'*^20'), format(F(4),'#'), format(F(12345,7),'_'), format(F(1,3),'<8')+'|'
format(F(1,3),'010.3f'), format(F(-1,1000),'.1f'), format(F(-1,1000),'z.1f'), format(F(1,3),'#.3g'), format(F(3),'#.0f'), format(F(3),'g'), format(F(3),'E'), format(F(12345678),'012,.1f'), format(F(1,7),'.8,f'), format(F(1,7),'.10_f'),format(F(1,3),'=10.2f')
format(F(1,3),'d')
format(F(1,3),'010')
format(F(1,3),'.3')
format(F(1,3),'*<010.2f')
""".strip().splitlines():
    show(text)
