# The context is what was being handled; a ring of contexts is cut.
def chain(e):
    names = []
    while e:
        names.append(str(e))
        e = e.__context__
    return ' <- '.join(names)

try:
    try:
        try:
            raise ValueError('a')
        except ValueError:
            raise KeyError('b')
    except KeyError:
        raise OSError('c') from None
except OSError as e:
    print(chain(e), e.__cause__, e.__suppress_context__)

a, b = ValueError('a'), ValueError('b')
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError:
    try:
        raise a
    except ValueError:
        print(chain(a))

def generator():
    try:
        yield
    except KeyError:
        raise TypeError('in generator')

g = generator()
next(g)
try:
    raise ValueError('outside')
except ValueError:
    try:
        g.throw(KeyError('thrown'))
    except TypeError as e:
        print(chain(e))
