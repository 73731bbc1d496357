# rmtree: deep trees, links, what is no folder, descriptors, bytes; which() with bytes and without PATH.
import os
import shutil
import sys
import tempfile

here = tempfile.mkdtemp()
os.chdir(here)
os.makedirs('tree/' + 'd/' * 100)
os.symlink(here, 'tree/up')
open('file', 'w').close()
open('tree/d/file', 'w').close()
sys.setrecursionlimit(60)
shutil.rmtree('tree')
sys.setrecursionlimit(1000)
print(os.path.exists('tree'), os.path.exists('file'), shutil.rmtree.avoids_symlink_attacks)

os.mkdir('kept')
os.symlink('kept', 'link')
for path in ('file', 'link', 'none'):
    seen = []
    shutil.rmtree(path, onexc=lambda function, path, exc: seen.append((function.__name__, path, type(exc).__name__, exc.filename)))
    print(path, seen)
    shutil.rmtree(path, ignore_errors=True)
    try:
        shutil.rmtree(path)
    except OSError as e:
        print(type(e).__name__, e)
os.makedirs('kept/a/b')
fd = os.open('kept', os.O_RDONLY)
shutil.rmtree('a', dir_fd=fd)
os.close(fd)
print(os.listdir('kept'))
shutil.rmtree(b'kept')
for wrong in (None, 1.5):
    try:
        shutil.rmtree(wrong)
    except TypeError as e:
        print(type(e).__name__)

os.mkdir('bin')
open('bin/tool', 'w').close()
os.chmod('bin/tool', 0o755)
print(shutil.which('tool', path='bin'), shutil.which(b'tool', path=b'none:bin'), shutil.which('bin/tool'), shutil.which('tool', path=''))
os.environ.pop('PATH', None)
print(shutil.which('tool'), shutil.which('sh') is not None)
os.chdir('/')
shutil.rmtree(here)
