"""A page of names and objects: what is shared, what is copied, what is made once.

    ouro view examples/view_names.py

writes view_names.html. Point at a value to see where else it is; "numbers and text as objects" draws them all.
"""
small = 256
other = 255 + 1      # ints up to 256 exist once
assert other is small
large = 257
equal = small + 1    # the next one is an object each time
assert equal == large and equal is not large

row = [0, 0]
grid = [row, row]    # twice the same list
grid[0][1] = 7       # so this shows in both rows
assert grid[1][1] == 7
copy = [list(r) for r in grid]
grid = None          # row has its name still
row = None           # now it is freed, the copies are not

word = "hello"
same = "hello"       # looks like a name: interned
assert word is same


def remember(item, seen=[]):
    seen.append(item)
    return seen


first = remember("a")
second = remember("b")   # the default is made once, with the function
assert first is second
print(second)
