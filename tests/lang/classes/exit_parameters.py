# __exit__ may have any parameters that take the three; one that takes fewer is refused when the block ends.
class Stars:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print([d if d is None else getattr(d, '__name__', str(d)) for d in details[:2]])
        return True


class Defaults(Stars):
    def __exit__(self, kind=0, value=0, traceback=0, more=4, *, only=5):
        print(kind, value, traceback is None, more, only)


class Few(Stars):
    def __exit__(self, kind):
        print('not reached')


class Generates(Stars):
    def __exit__(self, *details):
        yield


def use(manager, fail=False):
    try:
        with manager as m:
            if fail:
                raise ValueError('no')
        print('after', type(m).__name__)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for manager in Stars(), Defaults(), Few(), Generates():
    use(manager)
    use(manager, True)


class Deep(Stars):
    def __exit__(self, *details):
        with Deep():
            pass


try:
    use(Deep())
except RecursionError as error:
    print(type(error).__name__)
