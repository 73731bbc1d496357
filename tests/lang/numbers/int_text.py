# int() of text: bases, prefixes, underscores, white space, digits of other scripts.
cases = [('0x1F', 16), ('0x1f', 0), ('-0b101', 0), ('0o17', 8), ('1_000', 10), (' 42\n', 10), ('zz', 36), ('0_0', 0),
         ('٤٢', 10), ('１２３', 16), ('', 10), ('+', 10), ('1__0', 10), ('_1', 10), ('1_', 10), ('010', 0), ('0x', 16),
         ('12', 2), ('1', 1), ('1', 37), ('1 2', 10), ('0b2', 0), ('--1', 10), ('1\0', 10), (b'77', 8), (bytearray(b'-9'), 10)]
for text, base in cases:
    try:
        print(repr(text), base, int(text, base))
    except ValueError as error:
        print(repr(text), base, error)
for args in ((), ([],), ('1', 2, 3), (1, 10), ('1', 'x'), (None,)):
    try:
        print(args, int(*args))
    except TypeError as error:
        print(args, error)
for n in (0, -255, 2**100):
    print(str(n), hex(n), oct(n), bin(n), '%x %o %d' % (n, n, n))
