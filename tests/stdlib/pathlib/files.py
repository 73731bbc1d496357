# paths in the file system
import os
from pathlib import Path

base = Path(f"/tmp/ouro-test-pathlib-{os.getpid()}")
(base / "a" / "b").mkdir(parents=True)
(base / "a" / "b").mkdir(exist_ok=True)
f = base / "a" / "one.txt"
print(f.write_text("h\xe9llo\n", encoding="utf-8"), f.read_text(encoding="utf-8"), f.read_bytes(), f.exists(), f.is_file(), f.is_dir(), f.stat().st_size)
(base / "a" / "b" / "two.py").touch()
(base / "link").symlink_to("a")


def names(paths):
    return sorted(str(p.relative_to(base)) for p in paths)


print(names(base.iterdir()), names(base.glob("*")), names(base.rglob("*.py")), names(base.glob("a/*")), names(base.glob("**/b")), names(base.glob("*/")))
print((base / "link").is_symlink(), (base / "link").readlink(), (base / "link" / "one.txt").resolve() == f, f.samefile(base / "link" / "one.txt"))
print([(str(d.relative_to(base)), sorted(dirs), files) for d, dirs, files in (base / "a").walk()])
print(f.rename(base / "moved").name, f.exists(), (base / "moved").copy(base / "copied").read_text(encoding="utf-8"))
with (base / "moved").open() as opened:
    print(opened.name == str(base / "moved"))
for wrong in (lambda: (base / "none").read_text(), lambda: base.mkdir(), lambda: (base / "none").unlink(), lambda: f.write_text(3), lambda: list(base.glob("")), lambda: base.rmdir()):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(base), ""))
(base / "none").unlink(missing_ok=True)
import shutil
shutil.rmtree(base)
print(base.exists(), Path("x").absolute() == Path.cwd() / "x", Path("~").expanduser() == Path.home())
