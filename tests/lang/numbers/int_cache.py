# -5 to 256 are one object each, whatever makes them; every other int is an object of its own.
def way(n):
    return [int(str(n)), n + 1 - 1, int(float(n)), (n << 70) >> 70, (10**30 + n) - 10**30, int.from_bytes(n.to_bytes(2, 'big', signed=True), 'big', signed=True)]
for n in (-6, -5, 0, 256, 257):
    values = way(n)
    print(n, [v is values[0] for v in values])
