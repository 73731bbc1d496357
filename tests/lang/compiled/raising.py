# Exceptions raised, caught, passed on and looked at by compiled code: places, contexts, frames, and what they release.
import sys


class Own(Exception): pass
class Derived(Own, KeyError): pass


def places(n):
    seen = set()
    for i in range(n):
        try:
            try:
                if i % 3: raise Derived(i)
                raise ValueError
            except (TypeError, Own) as e:
                seen.add((type(e).__name__, e.__traceback__.tb_lineno - places.__code__.co_firstlineno, e.__context__))
                raise Own("again") from e
            finally:
                last = i
        except Own as e:
            cause = e.__cause__.__traceback__.tb_lineno - places.__code__.co_firstlineno
            seen.add((str(e), type(e.__context__).__name__, cause, sys.exception() is e))
        except ValueError as e:
            seen.add((repr(e), sys.exc_info()[0].__name__, e.__context__))
    return sorted(map(str, seen)), last, sys.exception()


print(places(900))


def deep(n, local=None):
    if n: return deep(n - 1, [n])
    raise LookupError("bottom")


def frames(n):
    seen = set()
    for i in range(n):
        try:
            deep(4)
        except IndexError:
            print("no")
        except LookupError as e:
            tb, path = e.__traceback__, []
            while tb:
                path.append((tb.tb_lineno - deep.__code__.co_firstlineno, tb.tb_frame.f_locals.get("local")))
                tb = tb.tb_next
            seen.add(str(path[1:]))
    return seen


print(frames(600))


class Noisy:
    count = 0
    def __del__(self): Noisy.count += 1


def dying(n):
    for i in range(n):
        try:
            noisy = Noisy()
            [Noisy(), Noisy(), 1 // (i % 2)]
        except ZeroDivisionError:
            pass
        del noisy
    return Noisy.count


print(dying(600))


def again(n):
    caught = 0
    for i in range(n):
        try:
            try:
                {}["x"]
            except KeyError:
                raise
        except LookupError as e:
            caught += 1
            lines = [e.__traceback__.tb_lineno - again.__code__.co_firstlineno]
            assert e.__traceback__.tb_next is None
    return caught, lines


print(again(600))


def key(n):
    if n == 700: raise Own("key")
    return -n


def from_c(n):
    caught = []
    for i in range(n):
        try:
            sorted(range(i, i + 3), key=key)
        except Own as e:
            caught.append((i, str(e), e.__traceback__.tb_next.tb_frame.f_code.co_name))
    return caught


print(from_c(1200))


def not_a_class(n):
    what = ValueError
    for i in range(n):
        if i == 600: what = (ValueError, 7)
        try:
            raise ValueError
        except what:
            pass


try:
    not_a_class(700)
except TypeError as e:
    print(e, repr(e.__context__))


def generator(n):
    for i in range(n):
        try:
            yield i
        except Own as e:
            yield str(e)


def throwing(n):
    g, total = generator(n), []
    for i in range(n):
        if next(g) == i and i > n - 3: total.append(g.throw(Own(i)))
    try:
        next(g)
        g.throw(Own("out"))
        next(g)
    except (StopIteration, Own) as e:
        total.append(repr(e))
    return total


print(throwing(600))
