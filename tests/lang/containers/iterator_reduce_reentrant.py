# __reduce__ of an iterator looks a function up in builtins, which may exhaust the very iterator
import array
import builtins

names = builtins.__dict__
original = {"iter": iter, "reversed": reversed}


class Exhausts:
    def __init__(self, name, iterator):
        self.name, self.iterator = name, iterator

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        list(self.iterator)
        return self.name == other


class Empty:
    def __getitem__(self, i):
        raise IndexError


def reduced(name, it):
    del names[name]
    names[Exhausts(name, it)] = original[name]
    try:
        print(it.__reduce__())
    except Exception as e:
        print(type(e), e)
    names.update(original)


for subject in ("xyz", "\u1234z", [1, 2], (1, 2, 3), bytes(8), bytearray(8), array.array("i", [1]), tuple[int], Empty()):
    reduced("iter", iter(subject))
reduced("iter", iter(lambda: 0, 0))
reduced("reversed", reversed([1, 2, 3]))
print([max, len, print][1]([max([1, 2])]))


class Fails(Exhausts):
    __hash__ = Exhausts.__hash__

    def __eq__(self, other):
        raise LookupError("not today")


it = iter([1])
del names["iter"]
names[Fails("iter", it)] = 1
try:
    it.__reduce__()
except LookupError as e:
    print(e)
