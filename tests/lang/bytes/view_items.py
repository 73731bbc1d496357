# Reading and writing items and slices through a memoryview.
import array

data = array.array("h", range(6))
view = memoryview(data)
view[0] = -5
view[-1] = True
view[1:3] = array.array("h", [100, 200])
print(data, view[1], view[::2].tolist(), view[::-1].tolist(), view[4:2].tolist(), view[...].tolist() if view.ndim == 0 else "")
letters = bytearray(b"abcdef")
view = memoryview(letters)
view[1:4] = b"XYZ"
view[::2] = bytes(3)
view[:3] = view[3:]
print(letters)
for action in ["view[9]", "view[-9]", "view['a']", "view[1.0]", "view[None]", "view[0, 0]", "view[0] = 256", "view[0] = 'a'", "view[0] = b'a'", "view[0:2] = b'abc'", "view[0:2] = 'ab'", "view[0:2] = [1, 2]", "del view[0]", "view[9] = 1", "view[0:1] = array.array('h', [1])", "view[::0]"]:
    try:
        exec(action)
    except Exception as e:
        print(action, type(e).__name__, e)
for action in ["memoryview(b'a')[0] = 1", "memoryview(bytearray(4)).cast('B', [2, 2])[0]", "memoryview(bytearray(4)).cast('B', [2, 2])[0:1]", "memoryview(bytearray(4)).cast('B', [2, 2])[0, 5]", "memoryview(bytearray(4)).cast('B', [2, 2])[0, 0, 0]", "memoryview(bytearray(4)).cast('d' if 0 else 'f')[0] = 'x'"]:
    try:
        print(exec(action))
    except Exception as e:
        print(type(e).__name__, e)
