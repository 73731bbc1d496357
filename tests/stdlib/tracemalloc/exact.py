# The size of a block is what was asked for, to the byte.
import sys
import tracemalloc


def size_of(make):
    """Bytes that the object, and nothing else, has added."""
    make()
    before = tracemalloc.get_traced_memory()[0]
    x = make()
    return tracemalloc.get_traced_memory()[0] - before


tracemalloc.start()
keep = bytes(1000)  # so that no small int stands for the bytes in use
size_of(lambda: None)
nothing = size_of(lambda: None)
for n in (100, 1000, 12345):
    print(n, size_of(lambda: bytes(n)) - nothing - (sys.getsizeof(b"") + n))
text = "x" * 100
print(size_of(lambda: text + "y") - nothing - sys.getsizeof(text + "y"))
print(size_of(lambda: bytearray(999)) - nothing - sys.getsizeof(bytearray(999)))
tracemalloc.stop()
