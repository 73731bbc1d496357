# __round__, __trunc__, __floor__, __ceil__ of ints and bools.
class Number(int):
    pass
for n in (3, -3, 2**70, True, Number(4)):
    print(n.__round__(), n.__trunc__(), n.__floor__(), n.__ceil__(), type(n.__trunc__()).__name__, type(n.__round__(0)).__name__)
for args in [(1, 2), ("x",)]:
    try:
        (5).__round__(*args)
    except TypeError as e:
        print(e)
