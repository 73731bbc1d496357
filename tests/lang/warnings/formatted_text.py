# What '%' makes of a text and a tuple is known to be a str, if the format is plain; and so is the type of __debug__.
import warnings


def compiled(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        compile(source, 'f', 'exec')
    print(source, '|', *[w.message for w in caught])


for text in '%s', '%-5r', '%.2a', '%09.1s%%', 'a', '%100s', '%.123s', '%d', '%', '%5', '%s%s', '%(a)s', '%\0s', '%*s':
    compiled(f'({text!r} % (x,))[None]')
compiled("('%s %r' % (x, y))()")
compiled("('' % ())['a']")
compiled("('%s' % (*x,))[None]")
compiled("('%s' % x)[None]")
compiled("('%s' % (x,))[1:]")
compiled("(b'%s' % (x,))[None]")
compiled("[1]['%s' % (x,)]")
compiled('__debug__[1]')
compiled('__debug__()')
compiled('"a"[__debug__]')
