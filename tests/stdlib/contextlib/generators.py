# @contextmanager: how exceptions go in and come out.
from contextlib import contextmanager

@contextmanager
def manager(x, fail=None):
    print('enter', x)
    try:
        yield x * 2
    except ValueError as e:
        print('caught', e)
        if fail: raise fail
    finally:
        print('exit', x)

@contextmanager
def none():
    if 0: yield

@contextmanager
def two():
    yield 1
    yield 2

@contextmanager
def swallows_and_goes_on():
    try: yield 1
    except Exception: yield 2

def use(cm, error=None):
    try:
        with cm as v:
            print('value', v)
            if error: raise error
    except BaseException as e:
        print('out:', type(e).__name__, e, '| context', repr(e.__context__), '| cause', repr(e.__cause__))

use(manager(3))
for error in ValueError('v'), KeyError('k'), StopIteration('s'), RuntimeError('r'), GeneratorExit():
    use(manager(1), error)
use(manager(1, OSError('o')), ValueError('v'))
use(none())
use(two())
use(swallows_and_goes_on(), KeyError('k'))

@manager(7)
def decorated(): return 'decorated'
print(decorated(), decorated(), manager.__name__, type(manager(0)).__name__)
