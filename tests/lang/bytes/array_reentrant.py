# Code that runs in the middle of a call cannot pull the memory away.
class Evil:
    def __init__(self, array):
        self.array = array
    def __buffer__(self, flags):
        self.array.clear()
        return memoryview(b"A")
    def __index__(self):
        self.array.clear()
        return 65
for name in ("find", "count", "index", "rindex", "rfind", "split", "rsplit", "__contains__"):
    array = bytearray(b"A")
    try:
        getattr(array, name)(Evil(array))
    except BufferError as e:
        print(name, e)
class Bomb(bytes):
    def __len__(self):
        target.clear()
        return 1
target = bytearray(b"\xaa")
for call in (lambda: target.hex(Bomb(b":")), lambda: memoryview(target).hex(Bomb(b":"))):
    try:
        call()
    except BufferError as e:
        print(e)
array = bytearray(b"x" * 10)
class Grow:
    def __buffer__(self, flags):
        array.extend(b"yyy")
        return memoryview(b"AB")
array.extend(Grow())
print(array)
for source in ([1, 2, 256], (1, -1)):
    array = bytearray(b"old")
    try:
        array.__init__(source)
    except ValueError as e:
        print(e, array)
items = [b"a", None, b"c"]
class Item:
    def __buffer__(self, flags):
        items.clear()
        return memoryview(b"x")
items[1] = Item()
try:
    b"".join(items)
except RuntimeError as e:
    print(e)
