# throw() into what a generator delegates to: its throw() gets the arguments as they are; without one, StopIteration ends it.
class Throws:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print('throw', args)
        return 5


def g(delegate):
    print('got', (yield from delegate))
    yield 'after'


def outer(delegate):
    yield from g(delegate)


for make in g, outer:
    for argument in 3, ValueError, ValueError(2):
        made = make(Throws())
        print(next(made), made.throw(argument), next(made))
    made = make('abc')
    print(next(made), made.throw(StopIteration(5)), next(made, 'end'))
    made = make('abc')
    next(made)
    try:
        made.throw('no exception')
    except TypeError as e:
        print(e, next(made, 'end'))
