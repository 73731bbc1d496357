"""A count says how many references an object has; at zero it is gone at once."""
import sys


class Loud:
    def __del__(self):
        gone.append(True)


gone = []

data = ["some", "data"]
print("one name:        ", sys.getrefcount(data), "(the argument of getrefcount is one of them)")
assert sys.getrefcount(data) == 2
also = data
print("two names:       ", sys.getrefcount(data))
assert sys.getrefcount(data) == 3
box = [data, data, data]
print("and a list of 3: ", sys.getrefcount(data))
assert sys.getrefcount(data) == 6
box.clear()
del also
assert sys.getrefcount(data) == 2

thing = Loud()
del thing
assert gone == [True]
print("del of the last name frees the object before the next statement")
