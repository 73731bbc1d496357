# What goes wrong: the type of the error, its message and its file names
import os

def attempt(call):
    try:
        print(repr(call()))
    except (OSError, TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)

for call in (lambda: os.rename('qq', 'rr'), lambda: os.stat(3.5), lambda: os.listdir(3.5), lambda: os.mkdir(3.5),
             lambda: os.stat('a\0'), lambda: os.stat('a', dir_fd='x'), lambda: os.stat(0, dir_fd=4),
             lambda: os.link('q', 'r'), lambda: os.symlink('q', '/etc'), lambda: os.chmod('q', 1),
             lambda: os.utime('q', (1, 2)), lambda: os.utime('q', ns=(1, 2), times=3), lambda: os.utime('q', 5),
             lambda: os.readlink('/etc'), lambda: os.access(3.4, 1), lambda: os.open(3, 1), lambda: os.rename(3, 4),
             lambda: os.execv('a', []), lambda: os.execv('a', 3), lambda: os.lseek(99, 0, 0), lambda: os.fsync('a'),
             lambda: os.fsync(-1), lambda: os.get_inheritable(99), lambda: os.scandir(3.5), lambda: os.scandir('nope'),
             lambda: os.getpgid(999999), lambda: os.waitpid(999999, 0), lambda: os.dup(99), lambda: os.sysconf('x'),
             lambda: os.sysconf(3.4), lambda: os.get_terminal_size(99), lambda: os.putenv('a=b', 'c'),
             lambda: os.makedirs(''), lambda: os.removedirs('qq'), lambda: os.remove('qq'), lambda: os.strerror(99999),
             lambda: os.urandom(-1), lambda: os.umask('a'), lambda: os.read(0, -1), lambda: os.fdopen('a'),
             lambda: os.popen(3), lambda: os.popen('true', 'x'), lambda: os.fspath(3), lambda: os.fsencode(3),
             lambda: os.execvp('no-such-command', ['a']), lambda: os.spawnv(os.P_WAIT, 'a', []), lambda: os.DirEntry(),
             lambda: os.register_at_fork(), lambda: os.register_at_fork(before=3)):
    attempt(call)
