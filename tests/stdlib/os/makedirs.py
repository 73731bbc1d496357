# makedirs: folders above, a path that ends with '.' or a slash, str and bytes, what is there already
import os

top = f"/tmp/makedirs-{os.getpid()}"
os.makedirs(top + "/a/b/.")
os.makedirs(os.fsencode(top) + b"/c/d/")
os.makedirs(top + "/a/b", exist_ok=True)
print(sorted(os.listdir(top)), os.listdir(top + "/a"), os.listdir(top + "/c"))
for path, error in ((top + "/a", FileExistsError), (top + "/c/d/.", FileExistsError)):
    try:
        os.makedirs(path)
    except error as e:
        print(type(e).__name__)
for folder in ("/a/b", "/a", "/c/d", "/c", ""):
    os.rmdir(top + folder)
print(os.path.exists(top))
