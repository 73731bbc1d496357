# Signals as enums, in words, and which there are
import signal

for s in signal.SIGINT, signal.SIGTERM, signal.SIG_DFL, signal.SIG_BLOCK, signal.Signals(9), signal.SIGCLD, signal.SIGPOLL:
    print(repr(s), int(s), isinstance(s, int))
print([s.name for s in signal.Signals])
print(list(signal.Handlers), list(signal.Sigmasks), signal.NSIG)
print(signal.strsignal(signal.SIGSEGV), signal.strsignal(33), sorted(signal.valid_signals())[-1], len(signal.valid_signals()))
for call in (lambda: signal.strsignal(99), lambda: signal.getsignal(0), lambda: signal.raise_signal(99),
             lambda: signal.siginterrupt(99, True), lambda: signal.default_int_handler(2, None)):
    try:
        print(call())
    except (ValueError, OSError, KeyboardInterrupt) as e:
        print(type(e).__name__, e)
