# complex.from_number takes numbers only.
class C:
    def __complex__(self):
        return 3 + 4j
class Sub(complex):
    pass
for value in (1, 1.5, 2j, True, C(), Sub(1)):
    print(complex.from_number(value), type(Sub.from_number(value)).__name__)
for value in ("1", b"1", None, [], 10**400):
    try:
        complex.from_number(value)
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
