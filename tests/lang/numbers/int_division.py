# Floor division and modulo round towards minus infinity, for all signs and sizes.
big = 10**30
for a in (7, -7, big + 7, -big - 7, 2**63 - 1, -2**63):
    for b in (2, -2, 3, -big, big // 3, -1):
        q, r = divmod(a, b)
        assert q == a // b and r == a % b and q * b + r == a and (r == 0 or (r < 0) == (b < 0)), (a, b)
        print(a, b, q, r)
for expr in ('1 // 0', '1 % 0', 'divmod(1, 0)', '1 / 0', 'big // 0'):
    try:
        eval(expr)
    except ZeroDivisionError as error:
        print(expr, error)
