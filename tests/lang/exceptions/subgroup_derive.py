# subgroup() asks derive() for what matches only; split() for both halves.
class Own(ExceptionGroup):
    def derive(self, exceptions):
        print('derive', exceptions)
        return Own(self.message, exceptions)


g = Own('a', [ValueError(1), Own('b', [TypeError(2), KeyError(3)])])
print(repr(g.subgroup(TypeError)))
print(g.subgroup(OSError), g.subgroup(lambda e: False))
print(g.split(TypeError))


class Wrong(ExceptionGroup):
    def derive(self, exceptions):
        return 1


g = ExceptionGroup('outer', [Wrong('in', [OSError(2)])])
print(g.subgroup(TypeError))
try:
    g.split(lambda e: isinstance(e, TypeError))
except TypeError as e:
    print(e)
