# exit: 1
# A keyword argument that is perhaps meant.
def f(first=1, second=2):
    pass


try:
    f(frist=1)
except TypeError as e:
    print(e)
print(1, sepp="")
