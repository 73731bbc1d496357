# tracing, other code and frames that are looked at, while the code runs compiled
import sys
events = []
def tracer(frame, event, arg):
    if frame.f_code.co_name in ('work', 'helper'): events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer
def helper(i):
    if i == 700:
        sys.settrace(tracer)
    return i
def work(n):
    t = 0
    for i in range(n):
        t += helper(i)
    return t
work(600)
print(work(703))
sys.settrace(None)
print(events)
def counter(n):
    t = 0
    for i in range(n):
        t += 1
        if i == 500: counter.__code__ = other.__code__
    return t
def other(n): return 'other'
print(counter(600), counter(600))
def watched(n):
    for i in range(n):
        x = i * 2
        if i == n - 1:
            f = sys._getframe()
            return sorted(f.f_locals), f.f_locals['x'], f.f_lineno - f.f_code.co_firstlineno
print(watched(900))
def replaced(n): return sum(i for i in range(n))
for k in range(500): replaced(10)
print(replaced.__code__.replace(co_name='new').co_name, replaced(11))
def exits():
    def f(): return len('abc')
    return f()
print({exits() for i in range(600)})
total = 0
for i in range(2000):
    total += i
    if i % 500 == 0: name = f'n{i}'; globals()[name] = i
print(total, n0, n500, n1500)
exec('a = 0\nfor i in range(1000): a += i\nprint(a)', {'range': range, 'print': print})
