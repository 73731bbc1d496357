# compile() takes path-like objects as file names.
class Path:
    def __init__(self, path): self.path = path
    def __fspath__(self): return self.path


for path in Path("a.py"), Path(b"b.py"), Path(1), 3, None, "s", b"t\xff":
    try:
        print(ascii(compile("1", path, "eval").co_filename))
    except TypeError as e:
        print(e)
def f():
    try: pass
    except ValueError:
        global late
    else:
        late = 1
f()
print(late)
class T:
    def m(self): self.c = self.a = 1
    def n(self): self.b = 2
print(T.__static_attributes__)
