# What a format spec gets: nested fields only two levels deep, `!` and `:` in it, empty ones.
class F:
    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "F"


o, w = F(), "W"
print(f"{o}", f"{o:}", f"{o:a:b}", f"{o:!r}", f"{o:{w}}", f"{o:a{w}b{w!r}c}", f"{o:{{w}}}" if False else "", f"{o:{w:>3}}", f"{o:{o:x}}", f"{o!r:>3}", f"{o=:z}", f"{o=!r}")
print(f"{o:%Y-%m}", f"{o:\n}", f"{o:\x41}", rf"{o:\x41}", f"{o:{'a' + 'b'}}", f"{o: }", f"{o:#}", f"{o:'\"}", f'''{o:
}''', f"{o:=}", f"{o:{w}!r}", f"{lambda_:=5}" if (lambda_ := 3) else "")
