# Events by time, priority and age, with a clock of the program's own
import sched

now = 0
def wait(n):
    global now
    if n:
        print('wait', n)
    now += n
q = sched.scheduler(lambda: now, wait)
q.enter(2, 1, print, ('two',))
q.enter(1, 2, print, ('one b',))
q.enter(1, 1, print, ('one a',), {'end': '!\n'})
late = q.enterabs(5, 0, print, ('never',))
q.enter(1, 1, lambda: q.enter(0.5, 1, print, ('added',)))
print([e[:3] for e in q.queue], late._fields, type(late))
q.cancel(late)
q.run()
q.enter(3, 1, print, ('later',))
print(q.run(blocking=False), q.empty(), now)
def fail():
    raise RuntimeError('stop')
q.enterabs(0, 0, fail)
for call in q.run, lambda: q.cancel(late):
    try:
        call()
    except (RuntimeError, ValueError) as e:
        print(type(e).__name__, e)
print(len(q.queue))
