# After release nothing works but the questions that need no memory; exports forbid it.
view = memoryview(bytearray(b"abc"))
part = view[1:]
view.release()
view.release()
print(part.tobytes(), repr(view)[:22])
for name in ("tobytes", "tolist", "hex", "toreadonly", "__len__", "__enter__", "__hash__", "__iter__"):
    try:
        print(getattr(view, name)())
    except ValueError as e:
        print(name, e)
for name in ("format", "shape", "nbytes", "obj", "readonly", "c_contiguous"):
    try:
        print(getattr(view, name))
    except ValueError as e:
        print(name, e)
print(view == view, view == b"abc", view != part)
with memoryview(b"xyz") as inside:
    print(inside[0])
try:
    inside[0]
except ValueError as e:
    print(e)
outer = memoryview(b"abc")
inner = memoryview(outer)
holder = bytearray(outer)
print(holder)
class Releasing:
    def __index__(self):
        target.release()
        return 1
target = memoryview(bytearray(b"abcd"))
print(target[: Releasing()].tolist())
for action in ("target[Releasing()]", "target[Releasing()] = 5", "target[0] = Releasing()", "target[: Releasing()] = b'a'"):
    target = memoryview(bytearray(b"abcd"))
    try:
        exec(action)
    except ValueError as e:
        print(action, e)
