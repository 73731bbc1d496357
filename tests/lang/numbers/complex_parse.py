# complex(text): signs, units, parentheses, spaces; and what is malformed.
for text in ("1", "1j", "j", "-j", "+j", "1+2j", "1-2J", "(1+2j)", " ( 1e5-.5j ) ", "1_0+2_0j", "inf", "nan+infj", "-inf-nanj", "1e1000j", "0j", "-0-0j", "1.5e-3j"):
    print(text, complex(text))
for text in ("", "1+", "1+2", "j1", "1j+2", "1 + 2j", "(1+2j", "1+2j)", "()", "1+2jj", "1++2j", "1+-2j", "\x00", "1__0j", "i", "1e"):
    try:
        print(text, complex(text))
    except ValueError as e:
        print(ascii(text), e)
