# The format mini-language for strings.
for spec in ['', '10', '<10', '>10', '^10', '*^10', 'é>6', '.2', '10.2', '>10.2s', 's', '010', '05s', '.0']:
    print(repr(format('abc', spec)))
for spec in ['d', '+', ' ', '=10', '#', ',', '_', 'z', '.', '10.', '5x', '<<<', '.2d', '99999999999999999999']:
    try: print(format('abc', spec))
    except ValueError as e: print(spec, e)
