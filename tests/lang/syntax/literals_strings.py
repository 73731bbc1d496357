# String literals: prefixes, quotes, escapes, continuation, concatenation.
print('a' "b" '''c''' """d
e""", r'\n', R"\'", u'u', b'\x00\xff' rb'\x' BR'\y', '\
joined', "\101\x41\u0041\U00000041\N{LATIN SMALL LETTER A}", '\a\b\f\v\t\0'.encode())
print('it\'s', "\"", '''it's "x" ''', "\\", len("\
"), ascii('\ud800'), b'\N{x}\u1234' if False else b'')
print(("a"
       "b"  # comment
       f"{1}" 'c'))
