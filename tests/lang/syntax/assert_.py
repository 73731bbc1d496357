# assert: messages, evaluated only when needed; -O leaves it out elsewhere.
def message():
    print("evaluated")
    return "text"
assert 1, message()
for test in (lambda: (assert_ := 0),):
    try:
        assert test(), message()
    except AssertionError as e:
        print(repr(e), e.args)
try:
    assert []
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert 0, (1, 2)
except AssertionError as e:
    print(repr(e))
AssertionError = ValueError
try:
    assert False, "still the built-in one"
except ValueError:
    print("no")
except Exception as e:
    print(type(e).__name__, e)
