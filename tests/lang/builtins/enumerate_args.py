# enumerate with start, of any size, by keyword, and wrong.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: list(enumerate('ab')), lambda: list(enumerate('ab', 5)), lambda: list(enumerate(iterable='ab', start=-1)), lambda: list(enumerate(start=3, iterable='x')), lambda: list(enumerate('ab', 2**63 - 1)), lambda: list(enumerate('ab', 2**70)), lambda: enumerate(), lambda: enumerate(1), lambda: enumerate('a', 'b'), lambda: enumerate('a', 1.5), lambda: enumerate('a', 1, 2), lambda: enumerate('a', foo=1), lambda: enumerate[int])
e = enumerate('abc')
print(next(e), e.__reduce__()[1][1], next(e), list(e), list(e))
