# A list that is emptied while it is sorted is empty already: only what puts items into it is noticed.
for change in (lambda a: a.clear(), lambda a: a.__setitem__(slice(None), []), lambda a: a.append(1), lambda a: a.sort(),
               lambda a: a.append(1) or a.clear()):
    a = [7]
    try:
        print(a.sort(key=lambda x: change(a)), a)
    except ValueError as e:
        print(e, a)


class Grows:
    def __eq__(self, other):
        if len(a) < 6:
            a.append(0)
        return NotImplemented


# A search goes on into what has been appended meanwhile.
a = [1, 2]
try:
    a.index(Grows())
except ValueError as e:
    print(e, a)
