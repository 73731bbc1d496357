# getrefcount, with the reference of its own argument.
import sys

x = [1]
print(sys.getrefcount(x))
y = x
print(sys.getrefcount(x))
box = [x, x, x]
print(sys.getrefcount(x))
del y
box.clear()
print(sys.getrefcount(x))
print(sys.getrefcount([]))
print(sys.getrefcount(None) > 10**6, sys.getrefcount(5) > 10**6)
