"""Strings that look like names exist once; others only if sys.intern is asked."""
import sys

first = "identifier"
second = "identifier"
assert first is second
print("a word is one object:", first is second)

text = " ".join(["not", "a", "name"])
other = " ".join(["not", "a", "name"])
assert text == other and text is not other
print("text made at run time is not:", text is other)

assert sys.intern(text) is sys.intern(other)
print("unless it is interned:", sys.intern(text) is sys.intern(other))
