# timezone: names, offsets, limits, equality
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


z = timezone(timedelta(hours=5, minutes=30))
n = datetime(2020, 1, 1, tzinfo=z)
for text in r"""
z, str(z), timezone(timedelta(hours=5), 'x'), str(timezone(timedelta(hours=5), 'x')), str(UTC), repr(UTC)
timezone(timedelta(0)) is UTC, timezone.utc is UTC, timezone(timedelta(0), 'x') is UTC
str(timezone(timedelta(seconds=-3661, microseconds=5))), str(timezone(timedelta(seconds=30)))
z.utcoffset(None), z.utcoffset(n), z.dst(n), z.tzname(None), n.utcoffset(), n.dst(), n.tzname()
z == timezone(timedelta(hours=5.5), 'other'), hash(z) == hash(timezone(timedelta(hours=5.5))), z != UTC, z == 5
z < UTC
timezone.min, timezone.max, timezone(timedelta(hours=23, minutes=59, microseconds=1))
timezone(timedelta(days=1))
timezone(timedelta(days=-1))
timezone()
timezone(1)
timezone(timedelta(hours=5), 3)
timezone(timedelta(hours=5), None)
timezone(timedelta(hours=5), 'x', 3)
z.utcoffset(3)
z.tzname('a')
z.dst(3)
z.fromutc(3)
z.fromutc(datetime(2020, 1, 1))
z.fromutc(n)
n.astimezone(UTC), n.astimezone(z) is n, n.astimezone(timezone(timedelta(hours=-8)))
n.astimezone(3)
datetime.min.replace(tzinfo=z).astimezone(UTC)
z.__getinitargs__(), z.__reduce__(), timezone(timedelta(hours=1), 'x').__reduce__()
n.timetuple(), n.utctimetuple()
datetime.min.replace(tzinfo=z).utctimetuple()
n.timestamp(), datetime(1970, 1, 1, tzinfo=UTC).timestamp(), datetime.max.replace(tzinfo=UTC).timestamp()
""".strip().splitlines():
    show(text)
