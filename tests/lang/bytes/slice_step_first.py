# The slice is looked at before what is assigned to it.
a = bytearray(b'abc')
for key, value in ((slice(None, None, 0), [None]), (slice('a', 'b'), [300]), (slice(0, 1), [None]), (slice(0, 3, 2), [1])):
    try:
        a[key] = value
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# An empty view backwards is not contiguous.
view = memoryview(b'')[::-1]
print(view.contiguous, bytes(view), view.tobytes())
for use in lambda: b''.join([view]), lambda: b'a' + view, lambda: b'a'.find(view):
    try:
        use()
    except (TypeError, BufferError) as e:
        print(type(e).__name__, e)
