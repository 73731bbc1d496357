# A part of a group has its cause and its context; as when a cause is set, be it None, a report leaves out the context.
g = ExceptionGroup("g", [ValueError(1), TypeError(2)])
g.__context__ = KeyError(3)
for part in (*g.split(ValueError), g.subgroup(ValueError), g.derive([OSError()])):
    print(repr(part), repr(part.__context__), part.__suppress_context__)
print(g.__suppress_context__)
try:
    try:
        raise ValueError(0)
    except* ValueError:
        raise ExceptionGroup("h", [ValueError(1), TypeError(2)])
except* ValueError as e:
    print(repr(e), repr(e.__context__), e.__suppress_context__)
except* TypeError as e:
    print(repr(e), repr(e.__context__), e.__suppress_context__)
