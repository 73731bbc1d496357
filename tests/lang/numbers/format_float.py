# The format mini-language on floats.
values = (0.0, 3.14159, -1234567.891, 1e20, 1.5e-7, 999.64, float('inf'), float('nan'))
for spec in ('', 'f', '.2f', '+.1f', ' .0f', '#.0f', 'e', '.3e', 'E', '#.0e', 'g', '.3g', '#.3g', 'G', '.10', '.0', '%', '.1%', '10.2f', '<10.1f', '^12.1f', '=+12.1f', '010.1f', ',.2f', '_.2f', '015,.1f',
             '.6_f', '.8,f', ',.7_f', 'n', 'z.0f', 'z.1f', 'F', '.30f'):
    print(repr(spec), *(repr(format(x, spec)) for x in values))
print(format(-0.001, 'z.1f'), format(-0.0, 'z'), format(-0.001, '.1f'), format(0.5, '.0f'), format(1.5, '.0f'), format(2.675, '.2f'), format(5e-324, '.3g'), format(1e308, '.5e'))
for spec in ('d', 'x', 's', 'c', ',_', '.', ',n', '.3_n', '_x', '.2147483648f', 'ff'):
    try:
        format(1.5, spec)
    except ValueError as error:
        print(spec, error)
for spec in ('', '.2f', '+.1f', '>20', '^+20.1f', ',.1f', 'g', '.3', 'e', '#.0f'):
    print(repr(spec), repr(format(1234.5 - 2j, spec)), repr(format(-1j, spec)))
for spec in ('020', '=20', 'd', '%'):
    try:
        format(1j, spec)
    except ValueError as error:
        print(spec, error)
