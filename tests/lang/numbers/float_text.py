# float() of text.
for text in ('1', '1.', '.5', '-1.5e3', '1E+5', '1e-400', '1e400', '-1e400', 'inf', '-Infinity', 'nan', ' 2.5\n', '1_000.000_1', '0x10', '', '.', 'e5', '1e',
             '1__0', '_1', '1_', '1_.0', '1._0', '1e_5', '+-1', '1 2', '٣.٥', '9007199254740993', '0.' + '0' * 400 + '1e401', '1' * 400, '2.2250738585072011e-308',
             '179769313486231580793e289', b'1.5', b'x'):
    try:
        print(repr(text)[:40], float(text))
    except ValueError as error:
        print(repr(text)[:40], error)
for args in (([],), (None,), (1, 2), (1j,)):
    try:
        float(*args)
    except TypeError as error:
        print(args, error)
