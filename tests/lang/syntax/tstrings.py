# t-strings: what Template and Interpolation hold.
x, y = 3, "why"
t = t"a{x}b{y!r:>{x}}c"
print(t)
print(t.strings, t.values, [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations])
print(list(t), t"".strings, list(t""), t"{x}".strings, t"{x}{y}".strings, t"{{}}".strings, t"{x=}".strings, t"{x=}".interpolations[0].conversion, t"{x = :z}")
print((t"a{x}" t"b{y}" t"c"), t"a" + t"{x}b", t"{t"{x}"}".values[0].values, rt"\n{x}".strings, T"{x}".values, tr"\d".strings)
for bad in lambda: t"a" + "b", lambda: "b" + t"a", lambda: t"a" + 1:
    try:
        bad()
    except TypeError as e:
        print(e)
match t"{x}!":
    case type(strings=s): print("no")
    case _: print(type(t).__name__, type(t.interpolations[0]).__name__, type(t).__module__)
print([part if isinstance(part, str) else part.value for part in t"<{x + 1}{ y }>"], t"{ x + 1 }".interpolations[0].expression, t"{x!s}".interpolations[0].conversion)
try:
    t.strings = ()
except AttributeError as e:
    print(e)
print({t"a"} and hash(t"a") is not None, t"a" == t"a")
