# Popen: a program that is talked to, ended, waited for; timeouts
import os
import signal
import subprocess as S

p = S.Popen(['cat'], stdin=S.PIPE, stdout=S.PIPE)
print(p, p.poll(), p.pid > 0)
print(p.communicate(b'hello'), p, p.wait())
with S.Popen('read x; echo got $x; read y; echo $y', shell=True, stdin=S.PIPE, stdout=S.PIPE, text=True, bufsize=1) as p:
    print(p.stdin.write('one\n'), p.stdout.readline(), p.stdin.write('two\n'), p.stdout.read())
print(p.returncode, p.stdout.closed)
p = S.Popen(['sleep', '9'])
try:
    p.wait(0.01)
except S.TimeoutExpired as e:
    print(e)
p.terminate()
print(p.wait(), p.returncode == -signal.SIGTERM)
p.kill()
try:
    S.run(['sh', '-c', 'echo part; sleep 5'], capture_output=True, timeout=0.2)
except S.TimeoutExpired as e:
    print(e, e.stdout, e.stderr)
r, w = os.pipe()
S.run(['sh', '-c', f'echo through >&{w}'], pass_fds=[w])
print(os.read(r, 20))
def fail():
    1 / 0
for args, kwargs in ((['true'], dict(bufsize='x')), (['true'], dict(text=True, universal_newlines=False)), ([], {}), (3, {}),
                     (['true'], dict(preexec_fn=fail)), (['true'], dict(stdin='x')), (['true'], dict(process_group='a'))):
    try:
        S.Popen(args, **kwargs)
    except Exception as e:
        print(type(e).__name__, e)
print(os.popen('echo a; echo b').readlines(), os.popen('exit 3').close())
