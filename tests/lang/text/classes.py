# What is a digit, a letter, a name.
names = 'isalpha isdecimal isdigit isnumeric isalnum isspace islower isupper istitle isidentifier isprintable isascii'.split()
for s in ['', 'a', 'A', 'Ab', '1', '²', '½', '一', '٣', 'ª', 'ǅ', ' ', '\n', '\x1f', '\u2028', 'a b', 'é', '_x1', '1x', '日本', 'x·', '\ud800', '\u0301', 'Ⅷ', '😀', 'Ab Cd', 'AB1']:
    print(ascii(s), ''.join(str(int(getattr(s, n)())) for n in names))
