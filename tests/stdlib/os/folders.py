# scandir, walk, fwalk, makedirs, renames: in a folder that is made for it
import os
import tempfile

with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    os.makedirs('a/b/c')
    os.makedirs('a/b/c', exist_ok=True)
    for name in 'a/x', 'a/b/y', 'a/b/c/z':
        open(name, 'w').write(name)
    os.symlink('b', 'a/link')
    os.symlink('nowhere', 'a/broken')
    with os.scandir('a') as entries:
        for e in sorted(entries, key=lambda e: e.name):
            print(e, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.is_dir(follow_symlinks=False), e.inode() > 0)
    print([e.path for e in os.scandir(b'a/b/c')], [e.stat().st_size for e in os.scandir('a/b/c')], os.fspath(next(os.scandir('a/b/c'))))
    try:
        os.makedirs('a/b')
    except FileExistsError as e:
        print(e)
    def show(steps):
        for folder, folders, files, *_ in steps:
            folders.sort()
            print(' ', folder, folders, sorted(files))
    show(os.walk('a'))
    show(os.walk('a', topdown=False))
    show(os.walk('a', followlinks=True))
    for folder, folders, files in os.walk('a'):
        folders.clear()
        print(folder)
    show(os.fwalk('a'))
    show(os.fwalk(b'a', topdown=False))
    print([os.fstat(fd).st_ino == os.stat(folder).st_ino for folder, _, _, fd in os.fwalk('a')])
    print(list(os.walk('none', onerror=lambda e: print(e))))
    try:
        next(os.fwalk('none'))
    except FileNotFoundError as e:
        print(e)
    os.renames('a/b/c/z', 'new/folder/z')
    print(sorted(os.listdir('.')), os.listdir('new/folder'), os.path.exists('a/b/c'))
    os.remove('new/folder/z')
    os.removedirs('new/folder')
    print(sorted(os.listdir()), sorted(os.listdir(b'a')))
    os.chdir('/')
