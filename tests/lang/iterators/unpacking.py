# unpacking of every iterable, stars, and what goes wrong.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

def g():
    yield 1
    yield 2
a, b = g(); print(a, b)
a, *b = 'xyz'; print(a, b)
*a, b = {1: 2, 3: 4}; print(a, b)
a, *b, c = (1, 2); print(a, b, c)
(a, (b, *c)), d = (1, [2, 3, 4]), 5; print(a, b, c, d)
[a, b] = 1, 2; print(a, b)
for s in ('a, b = 1', 'a, b = 1,', 'a, b = 1, 2, 3', 'a, *b, c = 1,', 'a, b = None', '(a, b), c = 1, 2', '[] = 1,', '[] = ""; print("ok")', 'a, b = g(); a, b, c = g()', 'a, b = {1}', '*a, = 5', 'a, b = "abc"', 'a, b = iter([1, 2, 3])'):
    try: exec(s)
    except Exception as e: print(s, '|', type(e).__name__, e)
class Bad:
    def __iter__(self): yield 1; raise KeyError('mid')
try: a, b = Bad()
except KeyError as e: print(e)
print([*range(3), *'ab'], (*[1], *()), {*'a', *'a'}, {**{1: 2}, **{1: 3}})
t(lambda: [*5], lambda: (*None,), lambda: {**[1]}, lambda: {**{}, **5}, lambda: print(*5), lambda: {*[[]]})
