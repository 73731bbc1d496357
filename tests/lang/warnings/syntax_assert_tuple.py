# SyntaxWarning for an assertion of a tuple, which is always true.
assert (1, "message")
assert (0,)
assert ()  if 0 else 1
assert 1, ("fine", 2)
