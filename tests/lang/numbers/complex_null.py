# NUL characters in the text of a complex number: an underscore behind one is not looked for.
for text in '\0', '1\0', '\0_\0', '1\0_', '1_\0', '1_0\0', '1__0', '(1_0\0)', '1_0':
    try:
        print(complex(text))
    except ValueError as e:
        print(ascii(str(e)))
