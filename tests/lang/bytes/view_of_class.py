# A class with __buffer__ and __release_buffer__ can be looked at.
class Data:
    def __init__(self):
        self.data = bytearray(b"hello")
        self.held = 0
    def __buffer__(self, flags):
        self.held += 1
        return memoryview(self.data)
    def __release_buffer__(self, view):
        self.held -= 1
        view.release()
data = Data()
with memoryview(data) as view:
    view[0] = 72
    print(view.tobytes(), data.held)
print(data.held, bytes(data), b"-".join([data, b"x"]), data.held)
class Wrong:
    def __buffer__(self, flags):
        return b"bytes"
class Failing:
    def __buffer__(self, flags):
        raise KeyError("no")
for value in (Wrong(), Failing(), object()):
    try:
        memoryview(value)
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
