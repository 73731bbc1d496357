# paths as text: parts, joining, suffixes, relations, patterns
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath("/usr/lib/python3.14/os.tar.gz")
print(p, repr(p), p.parts, p.name, p.suffix, p.suffixes, p.stem, p.parent, list(p.parents)[-1], p.root, p.anchor, p.drive)
print(p / "a" / "/b", "x" / PurePath("y"), PurePath("a", "b/./c//d/"), PurePath(), PurePath("a/../b"), PurePath("//a"), PurePath("///a"))
print(p.with_name("x.y"), p.with_stem("q"), p.with_suffix(".zip"), p.with_suffix(""), PurePath(".bashrc").suffix, p.parents[1], p.parents[-1])
print(p.relative_to("/usr"), p.is_relative_to("/usr/lib"), PurePath("a/b").relative_to("a/c", walk_up=True), p.is_absolute())
print(PurePath("a") == PurePath("a/"), PurePath("a") < PurePath("b"), hash(PurePath("a")) == hash(PurePath("./a")), sorted([PurePath("b"), PurePath("a/z")]))
print(p.match("*.gz"), p.match("/usr/*"), PurePath("a/b.py").match("a/*.py"), PurePath("a/b/c.py").full_match("**/*.py"), PurePath("a/b.py").full_match("*.py"))
print(Path("/a b/\xe9").as_uri(), p.as_posix(), bytes(p), type(Path("x")).__name__, PurePath("a").joinpath("b", "c"))
for wrong in (lambda: PurePath("a").relative_to("b"), lambda: PurePath("/").with_name("a"), lambda: p.with_suffix("x"), lambda: p.with_name("a/b"),
              lambda: PurePath(b"a"), lambda: Path("a").as_uri(), lambda: PurePath(3), lambda: PurePath("a") < "b", lambda: p.match("")):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
