# from_number takes numbers only, no text, and gives the class it is called on.
class Sub(float):
    pass
class Float:
    def __float__(self):
        return 2.5
class Index:
    def __index__(self):
        return 3
for value in (1.5, 3, True, Float(), Index(), Sub(2.0)):
    print(float.from_number(value), type(float.from_number(value)).__name__, type(Sub.from_number(value)).__name__)
for value in ("1.5", b"1.5", None, 1j, 10**400, []):
    try:
        float.from_number(value)
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
