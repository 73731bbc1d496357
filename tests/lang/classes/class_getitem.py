# __class_getitem__ is a class method without being told; the metaclass's __getitem__ goes first
class C:
    def __class_getitem__(cls, item):
        return cls.__name__, item


class D(C):
    pass


print(C[1], D[1, 2], C[:], C[()])
print(C.__class_getitem__(5), C().__class_getitem__(6), type(C.__dict__["__class_getitem__"]).__name__)
try:
    C()[1]
except TypeError as e:
    print(e)


class Meta(type):
    def __getitem__(cls, item):
        return "meta", item


class E(C, metaclass=Meta):
    pass


print(E[1])
C.__class_getitem__ = lambda item: ("plain", item)
try:
    print(C[3])
except TypeError as e:
    print(e)
C.__class_getitem__ = classmethod(lambda cls, item: ("later", item))
print(C[4], D[5])
for x in (int, C(), len, C.__class_getitem__):
    try:
        print(x["s"])
    except TypeError as e:
        print(e)
