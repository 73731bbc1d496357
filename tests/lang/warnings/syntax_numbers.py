# SyntaxWarning for a keyword right behind a number.
x = [1if 1else 2, 0x1for x in ()] if 0 else 3
print(1or 2, 0xfor 1, 1in [1], 1.0is 1)
