# What has no separator comes back itself, of a subclass too; a bytearray is copied.
class B(bytes):
    pass


class A(bytearray):
    pass


b, a = B(b'abc'), A(b'abc')
for parts, i in (b.partition(b'x'), 0), (b.rpartition(b'x'), 2), (b.partition(b'b'), 0):
    print([type(part).__name__ for part in parts], parts[i] is b)
for parts, i in (a.partition(b'x'), 0), (a.rpartition(b'x'), 2):
    print([type(part).__name__ for part in parts], parts[i] is a, parts[i] == a)
