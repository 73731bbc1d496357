# A signal that a process sends itself through a descriptor is heard before the call returns.
import os
import signal

heard = []
signal.signal(signal.SIGUSR1, lambda number, frame: heard.append(number))
fd = os.pidfd_open(os.getpid())
signal.pidfd_send_signal(fd, signal.SIGUSR1)
print(heard == [signal.SIGUSR1])
try:
    signal.pidfd_send_signal(fd, signal.SIGINT)
    print('not interrupted')
except KeyboardInterrupt:
    print('interrupted')
for wrong in ((0, signal.SIGUSR1), (fd, 5000)):
    try:
        signal.pidfd_send_signal(*wrong)
    except OSError as e:
        print(type(e).__name__, e.errno)
os.close(fd)
