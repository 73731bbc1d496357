# Which operand is asked first: the left one, unless the right one's class is a subclass; with classes that have nothing
# in common, and often enough to be specialised.
log = []


class A:
    def __add__(self, other):
        log.append("A+")
        return NotImplemented if isinstance(other, C) else 1

    def __eq__(self, other):
        log.append("A==")
        return NotImplemented

    def __lt__(self, other):
        log.append("A<")
        return NotImplemented if isinstance(other, C) else True


class B:
    def __radd__(self, other):
        log.append("B+")
        return 2

    def __eq__(self, other):
        log.append("B==")
        return "equal"

    def __gt__(self, other):
        log.append("B>")
        return False


class C(B):
    pass


class D(A):
    def __radd__(self, other):
        log.append("D+")
        return 3

    def __gt__(self, other):
        log.append("D>")
        return NotImplemented


class E:
    pass


def attempt(a, b):
    log.clear()
    try:
        results = a + b, a == b, a < b
    except TypeError as e:
        results = str(e)
    return results, " ".join(log)


for a in A(), D():
    for other in B, C, D, A, E:
        for i in range(30):
            result = attempt(a, other())
        print(type(a).__name__, other.__name__, *result)
print(attempt(E(), B()), attempt(E(), E())[0])
