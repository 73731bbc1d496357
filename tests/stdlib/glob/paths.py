# file names by patterns
import glob
import os
import shutil

base = f"/tmp/ouro-test-glob-{os.getpid()}"
os.makedirs(base + "/x/y")
for name in ("a.py", "b.txt", ".h", "x/c.py", "x/y/d.py"):
    open(f"{base}/{name}", "w").close()
os.chdir(base)
for pattern, options in (("*", {}), ("*.py", {}), ("**/*.py", {"recursive": True}), ("**", {"recursive": True}), ("x/*/", {}),
                         (".*", {}), ("?.py", {}), ("x/y/d.py", {}), ("no/*", {}), ("*", {"root_dir": "x"}), (b"*.py", {}),
                         ("**/*", {"recursive": True, "include_hidden": True})):
    print(pattern, sorted(glob.glob(pattern, **options)))
print(glob.escape("a[b]*"), glob.translate("*.py"), glob.translate("**/a?", recursive=True), glob.has_magic("a*"))
os.chdir("/")
shutil.rmtree(base)
