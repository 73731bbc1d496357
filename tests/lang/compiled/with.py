# Context managers in compiled code: what __enter__ gives, what __exit__ hears, and what goes wrong in either.
class Plain:
    def __init__(self): self.calls = []
    def __enter__(self): self.calls.append("in"); return self
    def __exit__(self, kind, exc, traceback):
        self.calls.append(kind and kind.__name__)
        return kind is ValueError


class Star:
    total = 0
    def __enter__(self): return 3
    def __exit__(self, *details): Star.total += len(details)


class Few:
    def __enter__(self): return self
    def __exit__(self, kind): pass


class Failing:
    def __enter__(self): raise KeyError("enter")
    def __exit__(self, *details): print("never")


def loop(n):
    m, s, seen = Plain(), Star(), set()
    for i in range(n):
        with m as same, s as three:
            if i % 3 == 1: raise ValueError(i)
            seen.add((same is m, three))
            if i % 3 == 2: continue
        seen.add(len(m.calls) % 2)
    return seen, Star.total, m.calls[:6]


print(loop(600))


def failing(n):
    messages = set()
    for i in range(n):
        for manager in Few(), Failing(), 7:
            try:
                with manager: pass
            except (TypeError, KeyError) as e:
                messages.add(str(e))
    return sorted(messages)


print(failing(500))


def generator(n):
    s = Star()
    for i in range(n):
        with s: yield i


print(sum(generator(600)), Star.total)
