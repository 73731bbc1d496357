# float(text): what is a number, what is none, and what is too large or too small.
for text in ("1", "1.", ".5", "-0", "+1e5", "1E-5", "1_0.0_1", "1e1_0", "inf", "-Infinity", "NaN", "+nan", " 1.5\n", "1e400", "-1e400", "1e-400",
             "\u0661.\u0665", "0x10" if False else "00.5", "9" * 400, "0." + "0" * 400 + "1", "1e-9999999999", "1e99999999999999999999"):
    print(text[:24], float(text))
for text in ("", " ", ".", "e5", "1e", "1e+", "1_", "_1", "1__0", "1_.0", "1._0", "1e_5", "0x1p3", "infi", "nanx", "1 2", "--1", "1\x00", "\ud800", "1,5"):
    try:
        print(float(text))
    except ValueError as e:
        print(ascii(str(e)))
