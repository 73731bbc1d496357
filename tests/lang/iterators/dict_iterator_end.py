# A dict iterator that has ended or failed stays so, forward and backward.
d = {1: 'a', 2: 'b'}
for make in (lambda: iter(d), lambda: iter(d.items()), lambda: reversed(d), lambda: reversed(d.values())):
    it = make()
    print(list(it), list(it), next(it, 'end'))
    it = make()
    next(it)
    d[3] = 'c'
    for _ in range(2):
        try:
            next(it)
        except RuntimeError as error:
            print(error)
    del d[3]
    it = make()
    next(it)
    d[4] = 'd'
    del d[2]
    try:
        print(list(it))
    except RuntimeError as error:
        print(error)
    del d[4]
    d[2] = 'b'
