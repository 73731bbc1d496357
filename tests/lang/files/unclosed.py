# A file that nobody closed: a ResourceWarning tells, and what was written arrives.
import os
import warnings

path = f"/tmp/ouro_files_{os.getpid()}"
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, str(message).replace(path, "PATH"))
f = open(path, "w")
f.write("arrives")
del f
f = open(path, "rb")
print(f.read())
f = open(path, "rb", 0)
f = None
f = open(path)
buffer = f.buffer
del f
print(buffer.closed)
fd = os.open(path, os.O_RDONLY)
f = open(fd, closefd=False)
del f
os.close(fd)
os.remove(path)
