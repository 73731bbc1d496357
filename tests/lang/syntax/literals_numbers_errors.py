# Malformed numbers: message and place.
for source in ["1__0", "1_", "0x", "0xg", "0b2", "0o8", "0b", "012", "1e", "1e+", "1.e_", "0_7", "1abc", "0x1g", "1_j", "1.2.3",
               "0b1_", "9" * 4301, "1if 0else 2", "0x1for x in y", "1_000_", "0777", "1 if 1else 0", "1in [1]"]:
    try:
        compile(source, "f", "eval")
        print(source[:20], "fine")
    except SyntaxError as e:
        print(source[:20], e.msg, e.lineno, e.offset, e.end_offset)
