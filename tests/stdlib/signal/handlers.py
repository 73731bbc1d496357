# Handlers: set, asked for, run between two instructions; what cannot be set
import os
import signal

def show(number, frame):
    print('got', signal.Signals(number).name, frame.f_code.co_name)

print(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGPIPE))
print(signal.signal(signal.SIGUSR1, show), signal.getsignal(signal.SIGUSR1) is show)
signal.raise_signal(signal.SIGUSR1)
def kill():
    os.kill(os.getpid(), signal.SIGUSR1)
kill()
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is show, signal.raise_signal(signal.SIGUSR1))
print(signal.signal(signal.SIGUSR1, signal.SIG_DFL))
for number, handler in (0, 0), (65, 0), (signal.SIGKILL, signal.SIG_DFL), (10, 5), (10, None), ('a', 1):
    try:
        signal.signal(number, handler)
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print(repr(e))
signal.signal(signal.SIGINT, lambda *a: print('no interrupt'))
signal.raise_signal(signal.SIGINT)
print(type(signal.signal(signal.SIGINT, signal.default_int_handler)).__name__)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('again')
