# glob with dir_fd: names are looked for below an open folder, as str and as bytes.
import glob
import os
import tempfile
import warnings

here = tempfile.mkdtemp()
for name in ('a/b/c', 'a/.hidden'):
    os.makedirs(os.path.join(here, name))
open(os.path.join(here, 'a', 'x.py'), 'w').close()
os.symlink('nowhere', os.path.join(here, 'broken'))
fd = os.open(here, os.O_RDONLY | os.O_DIRECTORY)
for pattern in ('*', 'a/*', 'a', 'a/', '*/', 'brok*', 'broken', '**/*.py', b'*', b'a/*', 'none/*', 'a/x.py/*', ''):
    print(pattern, sorted(glob.glob(pattern, dir_fd=fd, recursive=True)))
print(sorted(glob.glob('*', root_dir='a', dir_fd=fd, include_hidden=True)))
print(sorted(glob.glob('**', root_dir='a', dir_fd=fd, recursive=True)))
os.close(fd)
print(glob.glob('*', dir_fd=fd))
print(glob.translate('*/*.py'), glob.translate('a?/**/[!b]*', recursive=True, include_hidden=True))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    os.path.exists(True)
    print([str(w.message) for w in seen])
import shutil
shutil.rmtree(here)
