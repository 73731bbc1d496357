# Items of a bytearray: reading, assigning, deleting, and the errors.
array = bytearray(b"abc")
array[0] = 65
array[-1] = True
print(array)
del array[1]
print(array, len(array))
for action in ["array[5]", "array[-5]", "array['a']", "array[1.0]", "array[0] = 256", "array[0] = -1", "array[0] = 'a'", "array[0] = b'a'", "array[9] = 1", "array['x'] = 1", "del array[9]", "del array['x']", "array[None]", "array[2**70]", "array[0] = 2**70"]:
    try:
        exec(action)
    except Exception as e:
        print(action, type(e).__name__, e)
