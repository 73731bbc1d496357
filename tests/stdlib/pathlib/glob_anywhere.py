# Globs at any depth, through links or not, with and without regard for case; subclasses with keywords of their own.
import os
import tempfile
from pathlib import Path, PurePosixPath

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name in "a/b/c", "d/.h":
        os.makedirs(name)
    for name in "a/1.py", "a/2.txt", "a/b/3.py", "a/b/c/4.PY", "d/.h/5.py", "d/6", ".7.py":
        open(name, "w").close()
    os.symlink("a", "link")
    os.symlink("nowhere", "broken")
    for pattern in ("*", "**", "**/", "**/*.py", "*/", "a/b/../*.py", "**/b/*", "**/**/*.py", "[ad]/*", "link/*", "broken",
                    "a/1.py/", "nothing/*", "*/1.py", "A/*.PY"):
        for base in Path("."), Path("a"):
            for options in {}, {"case_sensitive": False}, {"recurse_symlinks": True}:
                print(pattern, base, options, *sorted(map(str, base.glob(pattern, **options))))
        print(pattern, *sorted(map(str, Path(".").rglob(pattern))))
    print(*sorted(map(str, Path("d").rglob("."))), *sorted(map(str, Path("a").iterdir())))
    os.chdir("/")

class Tagged(PurePosixPath):
    def __init__(self, *args, tag=0):
        super().__init__(*args)
        self.tag = tag
    def with_segments(self, *args):
        return type(self)(*args, tag=self.tag + 1)

t = Tagged("/a/b", tag=5)
print(t.parent.tag, (t / "c").tag, t.with_name("x").tag, t.relative_to("/a").tag, [x.tag for x in t.parents])
print(PurePosixPath("A/b").match("a/B", case_sensitive=False), PurePosixPath("A/b").match("a/B"))
for text in "a.", "a..", ".hid", ".hid.txt", "..", "...", "a.b.", "..a":
    p = PurePosixPath(text)
    print(text, repr(p.stem), repr(p.suffix), p.is_relative_to("a"), (p / "/x" / "." / "y/").parts)
