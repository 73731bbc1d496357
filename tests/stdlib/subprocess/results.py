# CompletedProcess, CalledProcessError, TimeoutExpired, list2cmdline
import subprocess as S

done = S.CompletedProcess(['a'], 1, b'x')
print(done, S.CompletedProcess('a b', 0), S.CompletedProcess(['a'], 0).check_returncode())
try:
    done.check_returncode()
except S.CalledProcessError as e:
    print(e, e.output, e.stdout, e.stderr, e.returncode, e.cmd)
e = S.CalledProcessError(1, 'c', 'o', 'e')
e.stdout = 'new'
print(e.output, repr(e), S.CalledProcessError(-9, 'c'), S.CalledProcessError(-99, 'c'), issubclass(S.CalledProcessError, S.SubprocessError))
e = S.TimeoutExpired('c', 3)
print(e, repr(e), e.stdout, S.PIPE, S.STDOUT, S.DEVNULL)
print(S.list2cmdline(['a b', 'c"d', 'e\\', '', 'f\\"g h\\']))
