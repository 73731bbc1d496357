# round(int, -n) rounds half to even at powers of ten; other digits change nothing.
for n in (5, 15, 25, 35, 45, -5, -15, -25, 149, 150, 151, 12345, -12345, 5 * 10**30, 15 * 10**30):
    print(n, round(n, -1), round(n, -2), round(n, 0), round(n, 5), round(n))
print(round(10**20 + 5, -1), round(10**20 + 15, -1), round(2**70, -15), round(99, -3), round(-501, -3), round(500, -3), round(1500, -3))
print(type(round(True)), round(True, -1), round(7, None))
class Index:
    def __index__(self):
        return -1
print(round(15, Index()))
for digits in (1.0, "1", [], 1j):
    try:
        round(5, digits)
    except TypeError as e:
        print(e)
