# getsizeof: header, fields, items, over-allocation; its second argument is for those that cannot tell.
import sys

print(sys.getsizeof([]) < sys.getsizeof([1]) <= sys.getsizeof([1, 2, 3, 4]))
print(sys.getsizeof((1, 2)) - sys.getsizeof((1,)), sys.getsizeof("ab") - sys.getsizeof("a"))
print(sys.getsizeof("\u0100\u0100") - sys.getsizeof("\u0100"), sys.getsizeof("\U00010000\U00010000") - sys.getsizeof("\U00010000"))
print(sys.getsizeof(b"ab") - sys.getsizeof(b"a"), sys.getsizeof(2**3000) > sys.getsizeof(2**300) > sys.getsizeof(1))
grown = []
for i in range(9):
    grown.append(i)
print(sys.getsizeof(grown) >= sys.getsizeof([*range(9)]), grown.__sizeof__() < sys.getsizeof(grown))


class Wrong:
    def __sizeof__(self):
        return self.value


wrong = Wrong()
for wrong.value in (5, -1, "x", None):
    try:
        print(sys.getsizeof(wrong) > 5, end=" ")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(sys.getsizeof(wrong, "default"))
wrong.value = -1
try:
    sys.getsizeof(wrong, "default")
except ValueError as error:
    print(error)
