# Which locals may be unbound where they are read.
def run(f, *args):
    try:
        print(f.__name__, f(*args))
    except NameError as e:
        print(f.__name__, type(e).__name__, e)


def branch(c):
    if c:
        v = 1
    return v


def loop(items):
    for v in items:
        pass
    return v


def loop_else(items):
    while items:
        items.pop()
        v = 1
    else:
        w = 2
    return w, v


def trying(n):
    try:
        v = 1 // n
    except ZeroDivisionError as e:
        pass
    return v


def named():
    try:
        1 // 0
    except ZeroDivisionError as e:
        pass
    return e


def removed(n):
    v = 1
    for i in range(n):
        if i:
            del v
    return v


def removed_in_loop():
    v = 1
    while True:
        print(v)
        del v


def inner():
    return [a for b in [[1]] for a in b if a or c], [c for c in d]


def matched(x):
    match x:
        case [a, b]:
            pass
        case {"k": a}:
            pass
    return a


run(branch, 1), run(branch, 0)
run(loop, [1, 2]), run(loop, [])
run(loop_else, [1]), run(loop_else, [])
run(trying, 1), run(trying, 0)
run(named)
run(removed, 1), run(removed, 2), run(removed, 3)
run(removed_in_loop)
run(inner)
run(matched, [1, 2]), run(matched, {"k": 3}), run(matched, 0)
