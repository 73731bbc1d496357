# Patterns: what is bound when, guards, the subject is evaluated once, names stay bound.
log = []


class S:
    def __len__(self): log.append("len"); return 2
    def __getitem__(self, i):
        if i > 1: raise IndexError
        log.append(i)
        return i


import collections.abc
collections.abc.Sequence.register(S)
match S():
    case [0, 5]: print("no")
    case [a, 1] if log.append("guard"): print("no")
    case [a, b]: print(a, b)
print(log)
def subject():
    print("subject")
    return 1, 2


match subject():
    case [x, 3]: pass
    case [3, y]: pass
    case (z, w) if z > w: pass
    case _: print("x" in globals(), "y" in globals(), "z" in globals(), "w" in globals())
match 1, 2:
    case x, y: print(x, y)
match x, *[y, 3]:
    case a, b, c: print(a, b, c)
match (v := 5):
    case 5 as same: print(v, same)
match [1, [2, [3]]]:
    case [a, [b, [c]] as inner] as outer: print(a, b, c, inner, outer)
match {"k": (1, 2)}:
    case {"k": (1 as one, 2 | 3 as two)}: print(one, two)
match 3:
    case 1 | 2: print("no")
    case (3 | 4) as n: print(n)
    case _: print("never")
