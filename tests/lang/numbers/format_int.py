# The format mini-language on ints.
for spec in ('', 'd', '+d', ' d', '5', '<5', '^5', '>5', '=+5', '05', '+05', '*^9', 'é>6', 'x', 'X', '#x', '#X', '#o', '#b', '08b', '#010x', ',', '_', '_x', '_b', '08,', '012_', '+,',
             'c', '5c', 'e', '.2f', 'g', '%', '.1%', 'n'):
    print(repr(spec), *(repr(format(n, spec)) for n in (0, 42, 12345)), '' if 'c' in spec else repr(format(-1234567, spec)))
print(format(2**100, ',d'), format(-2**100, '_x'), format(10**20, '030,'), format(10**25, '.3e'), f'{255:#06x}', f'{True:4}', format(1234, '06,'))
for value, spec in ((1, '.3d'), (1, 'z'), (1, '+c'), (1, '#c'), (-1, 'c'), (2**40, 'c'), (1, ',x'), (1, ',c'), (1, ',_'), (1, 'Q'), (1, 'dd'), (1, '.'), (1, '9' * 30), (1, 's'), (1, '\x00'),
                    (10**400, 'e')):
    try:
        print(format(value, spec))
    except (ValueError, OverflowError) as error:
        print(spec[:10], type(error).__name__, error)
