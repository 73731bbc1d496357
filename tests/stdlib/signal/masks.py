# Signals held back: pthread_sigmask, sigpending, sigwait, sigwaitinfo, sigtimedwait; the wakeup file
import os
import signal

print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, 12]))
signal.raise_signal(10)
print(signal.sigpending(), signal.sigwait({10}), signal.sigpending())
os.kill(os.getpid(), 12)
info = signal.sigwaitinfo([12])
print(info.si_signo, info.si_pid == os.getpid(), len(info), type(info))
print(signal.sigtimedwait([10], 0), signal.sigtimedwait([10], 0.001))
print(sorted(signal.pthread_sigmask(signal.SIG_SETMASK, [])))
for call in (lambda: signal.pthread_sigmask(7, []), lambda: signal.pthread_sigmask(0, [99]), lambda: signal.pthread_sigmask(0, 5),
             lambda: signal.sigtimedwait([10], -1), lambda: signal.sigwait(['a'])):
    try:
        call()
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)
r, w = os.pipe()
try:
    signal.set_wakeup_fd(w)
except ValueError as e:
    print(str(e)[-26:])
os.set_blocking(w, False)
signal.signal(10, lambda *a: None)
print(signal.set_wakeup_fd(w))
signal.raise_signal(10)
print(os.read(r, 10), signal.set_wakeup_fd(-1) == w)
