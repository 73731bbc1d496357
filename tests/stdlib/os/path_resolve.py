# os.path: realpath through links, loops and what is missing; bytes; what is refused.
import os
import tempfile

here = os.path.realpath(tempfile.mkdtemp())
os.chdir(here)
os.makedirs('k/y')
open('file', 'w').close()
os.symlink('k/y', 'link')
os.symlink('b', 'a')
os.symlink('a', 'b')


def resolve(path, **how):
    try:
        print(ascii(path), how, ascii(os.path.realpath(path, **how).replace(here, 'HERE')))
    except (OSError, ValueError) as e:
        print(ascii(path), how, type(e).__name__)


for path in ('link/..', 'link/../../file', 'a', 'a/x', 'a/../x', 'none/x/../y', 'file/', 'file/..', 'file/x', 'x\0'):
    for how in ({}, {'strict': True}, {'strict': os.path.ALLOW_MISSING}):
        resolve(path, **how)
print(os.path.realpath(b'link') == os.fsencode(here) + b'/k/y', os.path.ALLOW_MISSING)
print(os.path.ismount(b'/'), os.path.ismount('k'), os.path.isjunction('k'), os.path.isdevdrive('k'))
with open('file') as one, open('file') as two:
    print(os.path.sameopenfile(one.fileno(), two.fileno()))

# str and bytes
os.environ['NAME'] = 'value'
os.environ['HOME'] = '/home/me/'
for path in ('~/x', '~', b'~/x', '$NAME/${NAME}/$none/${none/$', b'$NAME-${NAME}-${}', '$NAMEé'):
    print(os.path.expandvars(path), os.path.expanduser(path))
print(os.path.relpath(b'/a/b', b'/a/c'), os.path.commonpath([b'/a/b', b'/a/./c']), os.path.commonprefix([b'ab', b'ac']))
for f, args in ((os.path.join, ('a', b'b')), (os.path.join, ('a', 1)), (os.path.join, ([],)), (os.path.relpath, ('',)),
                (os.path.relpath, ('a', b'b')), (os.path.commonpath, (['a', b'b'],)), (os.path.commonpath, (['a', '/b'],)),
                (os.path.commonpath, ([],)), (os.path.expandvars, (1,))):
    try:
        print(f(*args))
    except (TypeError, ValueError) as e:
        print(f.__name__, type(e).__name__, e)
for name in ('a', 'b', 'link', 'file'):
    os.unlink(name)
os.removedirs('k/y')
