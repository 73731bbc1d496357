# run, check_output, call and relatives; statuses, input, output, errors
import subprocess as S

def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

attempt(S.run, ['false'])
attempt(S.run, ['false'], check=True)
attempt(S.run, 'echo hi; echo no >&2', shell=True, capture_output=True)
attempt(S.run, ['cat'], input='é\r\n', capture_output=True, text=True)
attempt(S.check_output, ['sh', '-c', 'echo a; exit 3'])
attempt(S.check_output, ['cat'], input=b'abc')
attempt(S.check_call, ['true'])
attempt(S.check_call, ['sh', '-c', 'exit 2'])
attempt(S.call, 'exit 7', shell=True)
attempt(S.run, 'kill -9 $$', shell=True, check=True)
attempt(S.getoutput, 'echo a; echo b >&2')
attempt(S.getstatusoutput, 'exit 4')
attempt(S.run, ['sh', '-c', 'echo $A; pwd'], env={'A': '1', 'PATH': '/bin:/usr/bin'}, cwd='/', stdout=S.PIPE, text=True)
attempt(S.run, ['sh', '-c', 'echo out; echo err >&2'], stdout=S.PIPE, stderr=S.STDOUT)
attempt(S.run, ['echo', 'x'], stdout=S.DEVNULL)
big = b'x' * 300000
print(S.run(['cat'], input=big, capture_output=True).stdout == big)
for args, kwargs in ((['no-such-program'], {}), (['true'], dict(cwd='/no/where')), (['/tmp'], {}),
                     (['echo'], dict(capture_output=True, stdout=1)), (['cat'], dict(input=b'x', stdin=1))):
    attempt(S.run, args, **kwargs)
attempt(S.check_output, ['a'], stdout=1)
