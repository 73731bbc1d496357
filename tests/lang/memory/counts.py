import sys

x = [1, 2, 3]
print(sys.getrefcount(x))
y = x
print(sys.getrefcount(x))
container = [x, x, x]
print(sys.getrefcount(x))


def inside():
    x = [1, 2, 3]
    print(sys.getrefcount(x))
    y = x
    print(sys.getrefcount(x))
    container = [x, x, x]
    print(sys.getrefcount(x))
    del y, container
    print(sys.getrefcount(x))


inside()


class Loud:
    def __del__(self):
        print("freed")


a = Loud()
b = a
del a
print("still there")
del b
print("after del")
