# A tzinfo written in Python: what it is asked, how its answers are checked, fromutc and astimezone
from datetime import *


class Zone(tzinfo):
    """An hour east, two in summer."""

    def is_summer(self, dt):
        return dt is not None and 4 <= dt.month <= 9

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if self.is_summer(dt) else timedelta(0)

    def tzname(self, dt):
        return "SUMMER" if self.is_summer(dt) else "WINTER"


z = Zone()
for n in datetime(2020, 1, 1, 12, tzinfo=z), datetime(2020, 7, 1, 12, tzinfo=z):
    print(n, n.utcoffset(), n.dst(), n.tzname(), n.astimezone(UTC), n.strftime("%z %Z"))
    print(n.timetuple().tm_isdst, n.utctimetuple()[:5])
    u = n.replace(tzinfo=UTC)
    print(u.astimezone(z), z.fromutc(n), u == n, n - u)
print(datetime.fromtimestamp(1e9, z), time(1, tzinfo=z).utcoffset(), time(1, tzinfo=z).tzname())


class Answers(tzinfo):
    def __init__(self, offset=None, dst=None, name=None):
        self.values = offset, dst, name

    def utcoffset(self, dt):
        return self.values[0]

    def dst(self, dt):
        return self.values[1]

    def tzname(self, dt):
        return self.values[2]


for values in (5,), (timedelta(1),), (timedelta(-1),), (None, 5, 5), (None, timedelta(3)), (timedelta(hours=1), None):
    n = datetime(2020, 1, 1, tzinfo=Answers(*values))
    for action in n.utcoffset, n.dst, n.tzname, n.isoformat, n.__hash__, lambda: n.tzinfo.fromutc(n), lambda: n == datetime(2020, 1, 1):
        try:
            r = action()
            print("hash" if action == n.__hash__ else r, end=" ")
        except Exception as e:
            print(type(e).__name__, e, end="; ")
    print()

for method in "utcoffset", "dst", "tzname", "fromutc":
    try:
        print(getattr(tzinfo(), method)(datetime(2020, 1, 1)))
    except Exception as e:
        print(type(e).__name__, e)
