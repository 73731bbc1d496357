"""Random format specifications: those of format() and f-strings, and those of the % operator."""


def format_spec(r):
    """[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type], mostly well formed."""
    spec = ''
    if r.chance(35):
        spec += r.choice(['', '*', ' ', '0', 'é', '<']) + r.choice('<>^=')
    if r.chance(25):
        spec += r.choice('+- ')
    if r.chance(8):
        spec += 'z'
    if r.chance(15):
        spec += '#'
    if r.chance(15):
        spec += '0'
    if r.chance(50):
        spec += str(r.below(15))
    if r.chance(12):
        spec += r.choice(',_')
    if r.chance(30):
        spec += '.' + str(r.below(8))
        if r.chance(8):
            spec += r.choice(',_')
    if r.chance(60):
        spec += r.choice('dxXobceEfFgGnss%' if r.chance(95) else 'qyDr!')
    return spec


def percent_field(r):
    """%[flags][width][.precision]type"""
    field = '%'
    for flag in '#0- +':
        if r.chance(12):
            field += flag
    if r.chance(30):
        field += str(r.below(12))
    if r.chance(25):
        field += '.' + str(r.below(6))
    return field + r.choice('ddiuoxXeEfFgGcrsa%' if r.chance(96) else 'bkq')
