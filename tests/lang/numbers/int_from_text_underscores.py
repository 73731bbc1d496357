# One underscore may stand between digits and behind a prefix, nowhere else.
for text in ("1_000", "1_2_3", "0_0", "-1_0"):
    print(text, int(text), int(text.encode()))
for text in ("0x_ff", "0b_1_0", "0_0", "0o_7"):
    print(text, int(text, 0))
for text in ("_1", "1_", "1__0", "_", "0x__1", "0_x1", "+_1", "1_ 0"):
    for base in (10, 0):
        try:
            print(text, base, int(text, base))
        except ValueError as e:
            print(base, e)
