# complex(real, imag): numbers of all kinds; a text stands alone.
class C:
    def __complex__(self):
        return 3 + 4j
class F:
    def __float__(self):
        return 2.5
class I:
    def __index__(self):
        return 7
import warnings

for args in [(), (1,), (1, 2), (1.5, -0.0), (C(),), (F(),), (I(), I()), (True, False), (2**70,)]:
    print(complex(*args))
print(complex(real=1, imag=2), complex(imag=3), complex(C(), 1))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(complex(1j, 2j), complex(1, 1j))
    for w in caught:
        print(w.category.__name__, w.message)
for args in [("1", 2), (1, "2"), (None,), ([],), (1, None), (10**400,), ("1", "2"), (1, 2, 3)]:
    try:
        print(complex(*args))
    except Exception as e:
        print(type(e).__name__, e)
