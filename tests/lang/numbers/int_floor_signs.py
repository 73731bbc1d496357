# Floor division and modulo: the quotient rounds down, the remainder has the divisor's sign, for words and beyond.
for a in (7, -7, 2**64 + 5, -(2**64) - 5, 10**40, 0):
    for b in (3, -3, 2**63, -(2**65), 10**20):
        q, r = divmod(a, b)
        assert q * b + r == a and abs(r) < abs(b) and (r == 0 or (r < 0) == (b < 0)) and (a // b, a % b) == (q, r)
        print(a, b, q, r)
for a, b in [(1, 0), (2**70, 0), (0, 0), (1, False)]:
    for operation in (lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a / b):
        try:
            operation()
        except ZeroDivisionError as e:
            print(e)
