# fork, exec, wait, spawn, popen and what they tell
import os

def child(work):
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            os._exit(99)
    return os.waitpid(pid, 0)[1]

print(child(lambda: os._exit(3)) == 3 << 8, os.waitstatus_to_exitcode(child(lambda: os._exit(4))))
status = child(lambda: os.kill(os.getpid(), 9))
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.WIFEXITED(status), os.waitstatus_to_exitcode(status))
print(os.WEXITSTATUS(child(lambda: os.execv('/bin/sh', ['sh', '-c', 'exit 5']))))
print(os.WEXITSTATUS(child(lambda: os.execlp('sh', 'sh', '-c', 'exit 6'))))
print(os.WEXITSTATUS(child(lambda: os.execle('/bin/sh', 'sh', '-c', 'exit $N', {'N': '7'}))))
print(os.spawnlp(os.P_WAIT, 'sh', 'sh', '-c', 'exit 8'), os.spawnv(os.P_WAIT, '/no/such', ['x']))
pid = os.spawnlp(os.P_NOWAIT, 'true', 'true')
print(os.wait() == (pid, 0))
pid = os.spawnlp(os.P_NOWAIT, 'true', 'true')
info = os.waitid(os.P_PID, pid, os.WEXITED)
print(info.si_pid == pid, info.si_status, info.si_code == os.CLD_EXITED)
print(os.system('exit 9') >> 8, os.getpid() != os.getppid(), os.getpgid(0) == os.getpgrp(), os.getsid(0) == os.getsid(os.getpid()))
print(len(os.times()), os.uname().sysname, len(os.getloadavg()), os.sysconf('SC_PAGESIZE'), isinstance(os.nice(0), int))
events = []
os.register_at_fork(before=lambda: events.append('before'), after_in_parent=lambda: events.append('after'))
child(lambda: os._exit(0))
print(events)
for status in 0x7f, 256, 9:
    try:
        print(os.waitstatus_to_exitcode(status))
    except ValueError as e:
        print(e)
