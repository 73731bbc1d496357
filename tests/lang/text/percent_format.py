# The % operator: flags, widths, conversions, mappings.
print('%s|%5s|%-5s|%.2s|%r|%a' % ('a', 'b', 'c', 'def', 'é', 'é'))
print('%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%#o|%o' % (42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8))
print('%d %i %u' % (3.99, -3.99, True), '%.5d|%8.3d|%-8.3d|%08.3d' % (42, 42, 42, 42), '%x' % -255, '%d' % 10**30)
print('%f|%.2f|%8.3f|%-8.1f|%+.1e|%g|%G|%#.3g' % (1.5, 2.675, 3.14159, 2.5, 12345.678, 1e-7, 1e20, 1.0))
print('%f %e %g %05f' % (float('inf'), float('-inf'), float('nan'), float('inf')))
print('%(name)s is %(age)03d%%' % {'name': 'Bo', 'age': 7}, '%(a(b))s' % {'a(b)': 1})
print('%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%c%c' % (65, 'é'), '%s' % (('t',),), '%s %s' % ('日', '😀'))
for f, a in [('%d', 'x'), ('%x', 1.5), ('%c', 'ab'), ('%c', -1), ('%s', ()), ('%s', (1, 2)), ('%y', 1), ('%', 1), ('%(a)s', 1), ('%(a', {}), ('a', 1), ('%*d', ('a', 1))]:
    try: print(f % a)
    except Exception as e: print(type(e).__name__, e)
