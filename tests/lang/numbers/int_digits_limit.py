# Decimal text of more than 4300 digits is refused both ways; bases that are powers of two have no limit.
print(len(str(10**4299)), int('9' * 4300) % 1000)
for expr in ("str(10**4300)", "int('1' * 4301)", "int('0' * 5000)", "int('1_' * 4300 + '1')", "f'{10**5000}'", "'%d' % 10**5000"):
    try:
        eval(expr)
    except ValueError as error:
        print(expr, error)
print(len(hex(10**5000)), int('f' * 5000, 16).bit_length())
