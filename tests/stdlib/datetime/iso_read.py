# fromisoformat: every form, and texts that are none
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
[date.fromisoformat(s) for s in ('2020-02-29', '20200229', '2020-W09', '2020W09', '2020-W09-6', '2020W096')]
[time.fromisoformat(s) for s in ('10', '10:20', '1020', '10:20:30', '102030', '10:20:30.5', '102030,1234567', 'T10:20', '24', '24:00')]
[time.fromisoformat(s) for s in ('10Z', '10:20+05', '10:20:30.5-05:30', '1020+0530', '10+00:00', '10-00:00', '10:00+01:02:03.5')]
[datetime.fromisoformat(s) for s in ('2020-02-29', '20200229', '2020-W09-6', '2020W09', '2020-W09')]
[datetime.fromisoformat(s) for s in ('2020-02-29T10', '2020-02-29 10:20', '20200229T102030', '2020-02-29T10:20:30.123Z', '2020-02-29é10')]
[datetime.fromisoformat(s) for s in ('2020-W09-6T10', '2020W096T10', '2020W09T10:20', '2020-W09T10', '2020-12-31T24:00', '2020-02-28T24')]
datetime.fromisoformat('2020-01-01T10-08:00'), datetime.fromisoformat('2020-01-01T10-00:00').tzinfo is UTC
date.fromisoformat(1)
date.fromisoformat('')
date.fromisoformat('2020')
date.fromisoformat('2020-1-1')
date.fromisoformat('2020-01-01 ')
date.fromisoformat('2020-13-01')
date.fromisoformat('2020-01-32')
date.fromisoformat('2020-W54-1')
date.fromisoformat('2020-W01-8')
date.fromisoformat('2020-W01-1x')
date.fromisoformat('\ud800000-01-01')
time.fromisoformat(b'10')
time.fromisoformat('foo')
time.fromisoformat('10:6')
time.fromisoformat('10:60')
time.fromisoformat('10:20:30.')
time.fromisoformat('24:00:01')
time.fromisoformat('25')
time.fromisoformat('10:20+')
datetime.fromisoformat('2020-01-01T')
datetime.fromisoformat('2020-01-01T25')
datetime.fromisoformat('2020-01-01T10+25:00')
datetime.fromisoformat('2020-01-01T24:00:01')
datetime.fromisoformat('9999-12-31T24:00')
datetime.fromisoformat('2020-01-01T10:20Zx')
all(datetime.fromisoformat(str(n)) == n for n in (datetime.min, datetime.max, datetime(2020, 1, 2, 3, 4, 5, 6, UTC)))
""".strip().splitlines():
    show(text)
