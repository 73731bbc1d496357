# time: construction, fields, text, what is refused
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


t = time(1, 2, 3, 4)
for text in r"""
t, str(t), t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold
time(), time(1), time(1, 2, 3), time(1, microsecond=5), time(fold=1), time(1, tzinfo=UTC, fold=1)
bool(time())
time(24)
time(0, 60)
time(0, 0, 60)
time(0, 0, 0, 10**6)
time(-1)
time(fold=2)
time(0, 0, 0, 0, 5)
time(0, 0, 0, 0, None, 1)
time(0, 0, 0, 0, None, 1, 2)
time('a')
time(1.5)
time(x=1)
t.replace(hour=5), t.replace(9, tzinfo=UTC), t.replace(fold=1), t.__replace__(minute=0)
t.replace(25)
t.replace(tzinfo=3)
t.replace(1, 1, 1, 1, None, 1)
t.isoformat(), t.isoformat('hours'), t.isoformat(timespec='minutes'), t.isoformat('seconds')
t.isoformat('milliseconds'), t.isoformat('microseconds'), t.isoformat('auto'), time(1).isoformat()
t.isoformat('foo')
t.isoformat(3)
t < time(2), t == time(1, 2, 3, 4), t == time(1, 2, 3, 4, fold=1), t != 5
hash(t) == hash(time(1, 2, 3, 4, fold=1))
t < 5
t + timedelta(1)
t.utcoffset(), t.dst(), t.tzname()
time(5, tzinfo=UTC) == time(6, tzinfo=timezone(timedelta(hours=1)))
hash(time(5, tzinfo=UTC)) == hash(time(6, tzinfo=timezone(timedelta(hours=1))))
time(5, tzinfo=UTC) == time(5), time(5, tzinfo=UTC) != time(5)
time(5, tzinfo=UTC) < time(5)
str(time(5, tzinfo=timezone(timedelta(hours=-5, minutes=-30)))), repr(time(5, tzinfo=UTC))
t.strftime('%H-%M-%S %f %Y'), format(t, '%I %p'), format(t), f'{t:%H}'
time.min, time.max, time.resolution
""".strip().splitlines():
    show(text)
