# str, hex, oct and bin of small and of large ints agree with each other and with int().
for n in (0, 1, -1, 9, 10, -255, 256, 2**31, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64, 10**30, -(16**40)):
    print(n, hex(n), oct(n), bin(n) if abs(n) < 1000 else len(bin(n)))
    assert int(hex(n), 16) == int(oct(n), 0) == int(bin(n), 2) == int(str(n)) == n
    assert f"{n:x}" == hex(n).replace("0x", "") and "%x" % n == f"{n:x}" and "%o" % n == f"{n:o}"
for function in (hex, oct, bin):
    for value in (1.0, "1", None):
        try:
            function(value)
        except TypeError as e:
            print(function.__name__, e)
class Index:
    def __index__(self):
        return -5
print(hex(Index()), oct(Index()), bin(Index()), hex(True))
