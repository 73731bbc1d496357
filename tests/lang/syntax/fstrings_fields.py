# f-strings: fields, conversions, format specs, `=`, nesting.
x, w, d, s = 3.14159, 10, {"k": "v"}, "str"
print(f"{x}", f"{x!r}", f"{s!s}", f"{s!a}", f"{x:.2f}", f"{x:{w}.{2}f}|", f"{x!r:>{w}}|", f"{s:{'>'}{w}}|", f"{d['k']}", f'{d["k"]}')
print(f"{x=}", f"{x = }", f"{x=!r}", f"{x=:.1f}", f"{ x =!s:>12}", f"{s=}", f"{s=!s}", f"{1+1=}", f"{d['k']=}", f"{(lambda: 1)()=}")
print(f"{{}}", f"{{{x}}}", f"{x}}}{{", f"{{x}}", f"{'{'}{'}'}", f"{ {1: 2} }", f"{ {1, 2} }", f"{[i for i in range(2)]}", f"{(1, 2)}", f"{1, 2}")
print(f"{x:%%{w}}" if False else "", f"{s:}", f"{x!r:}", f"{'a' 'b'}", f"{'a' if w else 'b'}", f"{w:=5}" if False else f"{(w := 4)}", w)
print(f"a" "b{}" f"{s}" '{}', rf"\n{s}\d", fr"{s!r}\{s}", F"{s}", f"\x41{s}\N{DIGIT ONE}", f"{s}\
joined")
print(f"{lambda_ if (lambda_ := 1) else 0}", f"{yield_ if (yield_ := 2) else 0}", f"{not s}", f"{s == 'str'}", f"{s != 'x'!r}", f"{s!r}" == repr(s))
