class Box:
    @property
    def size(self):
        return 1


def fail(depth):
    local = [depth]
    if depth == 0:
        raise ValueError("deep")
    fail(depth - 1)


try:
    fail(1)
except ValueError as error:
    kept = error
end = 1
