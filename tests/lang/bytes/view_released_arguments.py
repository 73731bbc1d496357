# Arguments are looked at before the question whether the view is released; formats in messages have no @.
view = memoryview(bytearray(b'abc'))
view.release()
for call in (lambda: view.cast(3), lambda: view.cast('B'), lambda: view.hex('-', 'x'), lambda: view.hex('ab'),
             lambda: view.index(1, 'x'), lambda: view.index(1), lambda: view.tobytes(3), lambda: view.tobytes('Z')):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for code, value in ('@I', 'x'), ('@I', -1), ('@c', b'xy'), ('@d', None), ('b', 128):
    try:
        memoryview(bytearray(8)).cast(code)[0] = value
    except (TypeError, ValueError) as e:
        print(e)
