# exit: 1
# A generator expression is a frame of its own; a list comprehension is not.
def invert(x):
    return 1 / x


print([invert(x) for x in [1, 2]])
print(sum(invert(x)
          for x in [1, 0]))
