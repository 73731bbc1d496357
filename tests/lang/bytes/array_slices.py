# Slices of a bytearray: assigning, growing, shrinking, deleting, with steps.
def show(change):
    array = bytearray(b"abcdefgh")
    try:
        change(array)
        print(array)
    except Exception as e:
        print(type(e).__name__, e)
def assign(start, stop, step, value):
    def change(array):
        array[start:stop:step] = value
    show(change)
def delete(start, stop, step=None):
    def change(array):
        del array[start:stop:step]
    show(change)
for value in (b"XY", b"", bytearray(b"long one"), [1, 2], (65,), range(3), memoryview(b"mv"), "text", 5, None, [256], [-1], ["a"]):
    assign(2, 4, None, value)
assign(None, None, 2, b"1234")
assign(None, None, 2, b"123")
assign(None, None, -2, b"1234")
assign(5, 2, None, b"--")
assign(100, 200, None, b"!")
assign(None, None, 2, b"")
assign(None, None, 0, b"x")
for bounds in [(2, 4), (None, None), (None, None, 2), (None, None, -3), (5, 2), (-3, None), (6, 1, -2)]:
    delete(*bounds)
show(lambda array: array.__setitem__(slice(2, 5), array))
