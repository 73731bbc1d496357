# a wakeup file that cannot be written to: sys.unraisablehook hears of it, and the handlers run
import os
import signal
import sys

sys.unraisablehook = lambda u: print(u.err_msg, type(u.exc_value).__name__, u.object)
r, w = os.pipe()
os.set_blocking(w, False)
signal.signal(signal.SIGUSR1, lambda *args: print('handled'))
signal.signal(signal.SIGPIPE, signal.SIG_IGN)
signal.set_wakeup_fd(w)
os.close(r)
signal.raise_signal(signal.SIGUSR1)
signal.set_wakeup_fd(-1)
os.close(w)
