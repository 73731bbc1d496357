# int(text, base) for every base: the digits that it has, and the first that it does not.
digits = "0123456789abcdefghijklmnopqrstuvwxyz"
for base in range(2, 37):
    last = digits[base - 1]
    assert int(last * 3, base) == base**3 - 1 and int(last.upper(), base) == base - 1
    try:
        int(digits[base] if base < 36 else "{", base)
        print("no error", base)
    except ValueError as e:
        if base in (2, 10, 36):
            print(e)
for base in (-1, 1, 37, 100, 2**70):
    try:
        print(int("1", base))
    except (ValueError, OverflowError) as e:
        print(base, type(e).__name__, e)
