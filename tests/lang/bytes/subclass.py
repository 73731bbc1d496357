# A subclass of bytes or bytearray: what its methods give, and its attributes.
class Data(bytes):
    def __len__(self):
        return 99
class Array(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = 1
data, array = Data(b"abc"), Array(b"xyz")
print(len(data), data[:], type(data[:]).__name__, type(data.upper()).__name__, data == b"abc", hash(data) == hash(b"abc"), type(data * 1).__name__, type(bytes(data)).__name__)
print(array, array.extra, type(array[:]).__name__, type(array.copy()).__name__, type(array + b"").__name__, array == b"xyz")
array += b"!"
print(array, type(array).__name__, array.extra, array.__reduce__(), bytearray(b"q").__reduce_ex__(2))
class Slots(bytearray):
    __slots__ = ("mark",)
slotted = Slots(b"s")
slotted.mark = 5
print(slotted.__reduce_ex__(3)[1:])
