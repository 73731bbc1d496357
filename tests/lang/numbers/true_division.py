# int / int is rounded once, whatever the sizes.
print(1 / 3, 7 / 2, -7 / 2, 10**400 / 10**399, 10**22 / 3, (2**53 + 1) / 1, (2**54 + 1) / 2, (2**1000 + 1) / 2**1000)
print(1 / 10**400, 1 / 2**1074, 1 / 2**1075, 3 / 2**1075, 0 / -5, (2**1024 - 2**970) / 2, -(10**300) / 7, 123456789012345678901 / 987654321)
for expr in ('10**400 / 3', '2**1024 / 1', '1 / 0'):
    try:
        eval(expr)
    except ArithmeticError as error:
        print(expr, type(error).__name__, error)
