# Floats and ints compare exactly, and equal numbers hash alike.
print(2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 2**53 == 2.0**53, 10**400 > float('inf'), 10**400 < float('inf'), -10**400 < float('-inf'))
print(float('nan') == float('nan'), float('nan') != 1, 1 < float('nan'), 1.5 < 2 < 2.5, 2**63 == 2.0**63, 2**63 - 1 < 2.0**63, -2**63 == -2.0**63)
print(10**22 == 1e22, 10**23 == 1e23, 10**23 < 1e23, 10**25 > 1e25, 0.5 > 0, -0.5 < 0, 0 == -0.0, 3 == 3.0 == 3 + 0j, 1j == 1)
for x in (1, -1, 2**61, 2**100, -2**100, 10**22, 0):
    assert hash(x) == hash(float(x)) == hash(complex(x)), x
print(hash(1.5), hash(-1), hash(2**61 - 1), hash(10**100), hash(float('inf')), hash(-float('inf')), hash(0.1), hash(1e300), hash(5e-324), hash(3 + 4j))
for expr in ("1 < 'a'", '1.5 < None', '1j < 2j', '1 >= 1j'):
    try:
        eval(expr)
    except TypeError as error:
        print(error)
