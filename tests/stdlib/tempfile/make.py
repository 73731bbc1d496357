# mkstemp, mkdtemp, mktemp, and the folder for them
import os
import tempfile

fd, path = tempfile.mkstemp('.x', 'p-', text=True)
print(os.path.basename(path)[:2], path[-2:], len(os.path.basename(path)), oct(os.fstat(fd).st_mode & 0o777), os.get_inheritable(fd))
os.close(fd)
os.unlink(path)
fd, path = tempfile.mkstemp(prefix=b'b')
print(type(path), os.close(fd), os.unlink(path))
folder = tempfile.mkdtemp()
print(os.path.isabs(folder), os.path.dirname(folder) == tempfile.gettempdir())
os.chdir(folder)
os.mkdir('sub')
print(os.path.dirname(tempfile.mkdtemp(dir='sub')) == os.path.realpath('sub'), os.path.dirname(tempfile.mktemp(dir='sub')))
tempfile.tempdir = os.path.join(folder, 'sub')
print(os.path.basename(tempfile.gettempdir()), os.path.basename(tempfile.gettempdirb()))
tempfile.tempdir = None
os.chdir('/')
os.system('rm -r ' + folder)
print(tempfile.gettempprefix(), tempfile.gettempprefixb(), tempfile.TMP_MAX)
for call in (lambda: tempfile.mkstemp(suffix=b'a', prefix='b'), lambda: tempfile.mkstemp(dir='/no/where'), lambda: tempfile.mkdtemp(dir='/no/where')):
    try:
        call()
    except (TypeError, OSError) as e:
        print(type(e).__name__, str(e).split(": '")[0])
