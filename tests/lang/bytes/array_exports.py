# While somebody looks at its memory a bytearray keeps its size; its bytes may change.
array = bytearray(b"abcdef")
view = memoryview(array)
for name, args in [("append", (1,)), ("extend", (b"x",)), ("pop", ()), ("insert", (0, 1)), ("remove", (97,)), ("clear", ()), ("resize", (3,)), ("__iadd__", (b"x",)), ("__imul__", (2,)), ("__delitem__", (0,)), ("__delitem__", (slice(0, 2),)), ("__setitem__", (slice(0, 2), b"xyz")), ("__init__", (b"new",))]:
    try:
        getattr(array, name)(*args)
        print(name, "no error")
    except BufferError as e:
        print(name, e)
array[0] = 65
array[1:3] = b"BC"
array.reverse()
print(array, view.tobytes())
view.release()
array.append(33)
print(array)
