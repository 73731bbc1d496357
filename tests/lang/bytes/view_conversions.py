# tobytes with its orders, tolist, hex, toreadonly, count, index, iteration.
view = memoryview(bytes(range(6))).cast("B", [2, 3])
print(view.tobytes(), view.tobytes("C"), view.tobytes("F"), view.tobytes(None), view.tobytes("A"), view.tolist(), view.hex(), view.hex("-", 2))
flat = memoryview(bytearray(b"abcabc"))
print(flat.count(97), flat.count(b"a"), flat.index(99), flat.index(97, 1), list(flat)[:2], list(reversed(flat))[:2], 98 in flat, flat.toreadonly().readonly, bytes(flat[::2]))
for call in (lambda: view.tobytes("X"), lambda: view.tobytes(5), lambda: flat.index(1), lambda: flat.index(97, 4), lambda: view.count(0), lambda: list(view), lambda: flat.toreadonly().__setitem__(0, 1), lambda: 0 in view):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
