# In text with an underscore the places of the underscores are looked at up to the first character that is not ASCII.
for text in ("1_0j", "1__0", "_1", "1_", "x_1", "\u0130_1", "1\u00e9_", "1_\u00e9", "_\u00e9", "?_\u00e9", "1\u00e9", "\u0661_\u0662"):
    try:
        print(complex(text))
    except ValueError as e:
        print(ascii(e))
