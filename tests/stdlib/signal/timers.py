# alarm, setitimer, pause: an exception of a handler comes out where the program waits
import signal
import time

def stop(number, frame):
    raise TimeoutError('too slow')
signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    time.sleep(10)
except TimeoutError as e:
    print('sleep:', e)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    while True:
        pass
except TimeoutError as e:
    print('loop:', e)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    signal.pause()
except TimeoutError as e:
    print('pause:', e)
ticks = []
signal.signal(signal.SIGALRM, lambda *a: ticks.append(1))
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
while len(ticks) < 3:
    pass
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(interval, 0 < left <= 0.001, signal.getitimer(signal.ITIMER_REAL))
print(signal.alarm(100), signal.alarm(0) > 98)
for call in (lambda: signal.setitimer(9, 1), lambda: signal.setitimer(0, -1), lambda: signal.getitimer(9)):
    try:
        call()
    except signal.ItimerError as e:
        print(type(e).__name__, e, isinstance(e, OSError))
