# The hexadecimal form is exact.
for x in (0.0, -0.0, 1.0, 0.1, -3.75, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, float('inf'), float('nan')):
    print(x.hex(), x.hex() == 'nan' or float.fromhex(x.hex()) == x)
for text in ('0x1.8p1', '1.8', '-0xA.p-3', ' 0x1p-1074 ', '0x1p-1075', '0x1.8p-1075', '0x1.fffffffffffff8p0', '0x1.fffffffffffff7p0', '0x.1p4', 'inf', '-NaN',
             '0x1p1024', '0x1.fffffffffffff8p1023', '', '0x', '0xg', '1p', '0x1 p1', '0x1p99999999999999999999'):
    try:
        print(repr(text), float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(repr(text), type(error).__name__, error)
print((0.1).as_integer_ratio(), (-0.5).as_integer_ratio(), (1e20).as_integer_ratio(), 0.0.as_integer_ratio(), 5e-324.as_integer_ratio()[1] == 2**1074)
print((2.0).is_integer(), (2.5).is_integer(), float.from_number(3), (1.5).conjugate(), (1.5).real, (1.5).imag)
