# throw() of what is no exception: TypeError where the innermost generator is delegated to; that one goes on.
def inner():
    yield 1
    yield 2


def middle(name):
    try:
        yield from made
    except TypeError as e:
        print(name, e)
        yield 'caught'


def outer():
    return (yield from middle('middle'))


made = inner()
try:
    made.throw(3)
except TypeError as e:
    print(e)
print(next(made))
for make in (lambda: middle('alone')), outer:
    made = inner()
    g = make()
    print(next(g), g.throw(3), next(g, 'end'), next(made))
g = inner()
try:
    g.throw(ValueError(1), 2)
except TypeError as e:
    print(e, next(g))
