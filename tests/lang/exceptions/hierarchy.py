# The tree of built-in exceptions
def show(cls, depth=0):
    print("  " * depth + cls.__name__, cls.__bases__[1:] and [b.__name__ for b in cls.__bases__])
    for sub in sorted((c for c in cls.__subclasses__() if c.__module__ == "builtins"), key=lambda c: c.__name__):
        if sub.__name__[0] != "_":
            show(sub, depth + 1)


show(BaseException)
print(EnvironmentError is IOError is OSError)
