# Prefixes belong to their base and to base 0; elsewhere they are digits or nonsense.
for text, base in [("0x1f", 16), ("0X1F", 0), ("0b101", 2), ("0B1", 0), ("0o17", 8), ("0O17", 0), ("1f", 16), ("0b1", 16),
                   ("-0xff", 0), ("+0b1", 0), ("0", 0), ("00", 0), ("-0", 0), ("010", 10)]:
    print(text, base, int(text, base))
for text, base in [("010", 0), ("0x", 16), ("0x", 0), ("0xg", 16), ("0b2", 0), ("0o8", 8), ("0x1f", 10), ("0o1", 2), ("x1", 16), ("- 1", 10)]:
    try:
        print(text, base, int(text, base))
    except ValueError as e:
        print(e)
