# True and False are ints with names; & | ^ of two bools give a bool.
print(True + True, True * 5, -True, True == 1, True is (1 == 1), hash(True), [10, 20][True])
print(True & False, True | False, True ^ True, True & 1, 1 | False, type(True & 1))
print(bool([]), bool('x'), bool(0.0), bool(10**30), bool(), bool(None))
print(repr(True), str(False), f'{True}', f'{True:d}', f'{True:5}', '%s %d' % (True, True), int(True), True.bit_length())
print(bool.__mro__, isinstance(True, int), True.real, True.conjugate(), bool.from_bytes(b'\x05'))
for expr in ('bool(1, 2)', 'bool(x=1)', "type('B', (bool,), {})"):
    try:
        eval(expr)
    except TypeError as error:
        print(error)
