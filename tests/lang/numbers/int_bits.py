# Bitwise operators see an infinite two's complement.
values = [0, 1, -1, 255, -256, 2**64, -2**64, 2**64 - 1, -2**64 - 1, 2**100 + 12345, -2**100 - 12345]
for a in values:
    for b in values:
        print(a & b, a | b, a ^ b)
        assert (a & b) + (a | b) == a + b and (a ^ b) == (a | b) - (a & b)
    print(~a, a >> 3, a >> 64, a >> 1000, a << 3, a << 64, a.bit_length(), a.bit_count())
for expr in ('1 << -1', '1 >> -1', '1 << 2**64', '0 << 2**64', '1 >> 2**64', '-1 >> 2**64'):
    try:
        print(expr, eval(expr))
    except (ValueError, OverflowError) as error:
        print(expr, type(error).__name__, error)
