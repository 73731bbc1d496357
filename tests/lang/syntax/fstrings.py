# f-strings: conversions, specs, nesting, quotes, and `=`; templates.
x, y, w = 3.14159, "text", 10
print(f"{x}|{x:.2f}|{x:{w}.3}|{y!r}|{y!s:>8}|{y!a}|{'é'!a}|{x=}|{y = !s}|{w=:>5}|{x + 1 = :.1f}")
print(f"{{}}{w}{{{w}}}" f"{'nested ' + f'{w:>{w}}'}" "plain" rf"\n{w}" f'''{
    w
}''')
print(f"", f"a", f"{''}", f"{w}{w}", f"{(lambda a: a * 2)(w)}", f"{ {'k': 1}['k'] }", f"{w!r:^{w}}", f"{'a' if w else 'b'}")
print(f"{y:{'>' if w else '<'}{w}}|{x:{w}.{w - 7}f}|{[i for i in range(3)]}|{w:b}|{1_000_000:,}|{'%'}%")
print(f"{"same quotes"}", f"{'\n'.join(["a", "b"])}", f"{w:%}" == "1000.000000%", f"{'a' 'b'}")


class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "F()"


print(f"{F()}", f"{F():a{w}b}", f"{F()!r:>5}", f"{F():%H:%M}", f"{F():}")
t = t"a{w}b{y!r:>{w}}{x}"
print(type(t).__name__, t.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations])
print(t"".strings, t"{w}".strings, t"plain".interpolations, (t"a" t"{y}b").strings, t"{w + 1 = }".strings)
for bad in ["f'{1:d}' f'{w:x}x' f'{y:d}'", "f'{w:{y}}'"]:
    try:
        eval(bad)
    except ValueError as e:
        print(e)
print(f"{w:{w}{'d'}}", f"{f'{f'{w}'}'}", f"{w,}", f"{*[1, 2], 3}", f"{w:>{w}}" f"{(y)}")
long = "".join(f"{i}{i:02}" for i in range(40))
print(eval("f'" + "".join("{w}-" for _ in range(200)) + "'") == "10-" * 200, len(long))
