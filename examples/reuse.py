"""A list that is cleared and filled again keeps its address."""


def doubled(data, buffer):
    buffer.clear()
    for item in data:
        buffer.append(item * 2)
    return buffer.copy()


buffer = []
address = id(buffer)
first = doubled(range(5), buffer)
second = doubled(range(3), buffer)
print("results:", first, second)
assert id(buffer) == address and first == [0, 2, 4, 6, 8] and second == [0, 2, 4]
