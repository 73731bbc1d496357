# isoformat and str of datetime: separators, timespec, offsets
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


n = datetime(2020, 1, 2, 3, 4, 5, 678901)
a = n.replace(tzinfo=timezone(timedelta(hours=-5, minutes=-30, seconds=-7, microseconds=-5)))
for text in r"""
n.isoformat(), n.isoformat(' '), n.isoformat(sep='é'), n.isoformat('\U0001f600'), str(n), str(n.replace(microsecond=0))
[n.isoformat(timespec=s) for s in ('auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds')]
n.replace(microsecond=0).isoformat(timespec='microseconds'), n.isoformat('x', 'hours')
a.isoformat(), a.isoformat(timespec='minutes'), str(a), a.replace(tzinfo=UTC).isoformat()
date(5, 1, 2).isoformat(), str(date(999, 1, 2)), datetime(1, 1, 1).isoformat()
n.isoformat('xx')
n.isoformat('')
n.isoformat(1)
n.isoformat(timespec='foo')
n.isoformat(timespec=3)
n.isoformat('T', 'hours', 3)
n.isoformat(timespec='\ud800')
date(5, 1, 2).isoformat(1)
repr(n), repr(a), repr(n.replace(second=0, microsecond=0)), repr(n.replace(fold=1))
""".strip().splitlines():
    show(text)
