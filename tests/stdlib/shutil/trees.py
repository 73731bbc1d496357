# files and folders copied, moved and removed
import os
import shutil

base = f"/tmp/ouro-test-shutil-{os.getpid()}"
os.makedirs(base + "/a/b")
for name in ("a/one.txt", "a/two.py", "a/b/three.txt"):
    with open(f"{base}/{name}", "w") as f:
        f.write(name)


def tree(path):
    return sorted(os.path.relpath(os.path.join(d, n), base) for d, dirs, files in os.walk(path) for n in dirs + files)


print(shutil.copyfile(base + "/a/one.txt", base + "/copy").removeprefix(base), open(base + "/copy").read())
shutil.copy(base + "/copy", base + "/a/b")
shutil.copytree(base + "/a", base + "/c", ignore=shutil.ignore_patterns("*.py"))
print(tree(base))
shutil.move(base + "/c/b", base + "/moved")
shutil.rmtree(base + "/a")
print(tree(base))
for wrong in (lambda: shutil.copyfile(base + "/copy", base + "/copy"), lambda: shutil.rmtree(base + "/none"),
              lambda: shutil.copytree(base + "/c", base + "/moved"), lambda: shutil.copyfile(base + "/none", base + "/x")):
    try:
        wrong()
    except OSError as e:
        print(type(e).__name__, str(e).replace(base, ""))
shutil.rmtree(base + "/none", ignore_errors=True)
os.environ["COLUMNS"] = "100"
os.environ["LINES"] = "30"
print(shutil.get_terminal_size(), shutil.which("sh") is not None, shutil.which("no-such-command"))
shutil.rmtree(base)
print(os.path.exists(base))
