# append, extend, insert, pop, remove, +=, *=, clear, copy, reverse.
array = bytearray()
array.append(97)
array.extend(b"bc")
array.extend([100, 101])
array.extend(array)
array += bytearray(b"!")
array.insert(0, 60)
array.insert(100, 62)
array.insert(-1, 45)
print(array, array.pop(), array.pop(0), array.pop(-2), array)
array.remove(97)
array *= 2
array.reverse()
other = array.copy()
other.clear()
print(array, other, array is not other)
for name, args in [("append", (256,)), ("append", ("a",)), ("append", ()), ("extend", ("ab",)), ("extend", ([1, 300],)), ("extend", (5,)), ("insert", (0, -1)), ("insert", ("0", 1)), ("pop", (100,)), ("pop", ("a",)), ("remove", (0,)), ("remove", (b"a",)), ("__imul__", (1.5,)), ("__iadd__", ("x",))]:
    try:
        print(getattr(array, name)(*args))
    except Exception as e:
        print(name, args, type(e).__name__, e)
print(array)
try:
    bytearray().pop()
except IndexError as e:
    print(e)
